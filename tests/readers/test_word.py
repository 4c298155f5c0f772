from __future__ import annotations

from io import BytesIO

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from pipeline.readers import word
from tests.readers import files


def test_word_reads_title_paragraphs_and_tables() -> None:
    article = word.read(
        files.word("Bridge reopens", ["It was shut in May.", "", "It is open."], ["Cost", "3 million"]), None
    )
    assert article.title == "Bridge reopens"
    assert article.text == "Bridge reopens\n\nIt was shut in May.\n\nIt is open.\n\nCost\n\n3 million"


def test_word_takes_insertions_under_review_and_leaves_deletions() -> None:
    changed = (
        "<w:r><w:t xml:space='preserve'>He </w:t></w:r><w:del><w:r><w:delText>never </w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>left</w:t><w:br/><w:t>Oslo.</w:t></w:r></w:ins>"
    )
    assert text_of(f"<w:p>{changed}</w:p>") == "He left\nOslo."


def text_of(*blocks: str) -> str:
    """What is read of a document with these elements in its body."""
    document = docx.Document()
    for place, block in enumerate(blocks):
        wrapped = parse_xml(f"<w:body {nsdecls('w')}>{block}</w:body>")
        document.element.body.insert(place, wrapped[0])
    file = BytesIO()
    document.save(file)
    return word.read(file.getvalue(), None).text


def paragraph(*runs: str, mark: str = "") -> str:
    return f"<w:p><w:pPr><w:rPr>{mark}</w:rPr></w:pPr>{''.join(runs)}</w:p>"


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>"


MERGED = "<w:tcPr><w:vMerge/></w:tcPr>"
MERGED_DOWN = "<w:tcPr><w:vMerge w:val='restart'/></w:tcPr>"
CHANGE = "w:id='1' w:author='a' w:date='2020-01-01T00:00:00Z'"


@pytest.mark.parametrize(
    ("blocks", "text"),
    [
        pytest.param(
            [
                paragraph(run("Kenya signed. "), f"<w:moveFrom {CHANGE}>{run('Chad left.')}</w:moveFrom>"),
                paragraph(f"<w:moveTo {CHANGE}>{run('Chad left.')}</w:moveTo>"),
            ],
            "Kenya signed.\n\nChad left.",
            id="what was moved stands once, where it was moved to",
        ),
        pytest.param(
            [paragraph(run("The envoy of "), mark=f"<w:del {CHANGE}/>"), paragraph(run("Chad left."))],
            "The envoy of Chad left.",
            id="a deleted paragraph mark",
        ),
        pytest.param(
            [
                paragraph(
                    run("Kenya signed."), run(" Chad fled.", "<w:vanish/>"), run(" Mali came.", "<w:vanish w:val='0'/>")
                )
            ],
            "Kenya signed. Mali came.",
            id="hidden text",
        ),
        pytest.param(
            [
                "<w:p><w:r><w:t>Su</w:t><w:softHyphen/><w:t>dan, 3</w:t><w:noBreakHyphen/>"
                "<w:t>5 May</w:t><w:cr/><w:t>Chad</w:t></w:r></w:p>"
            ],
            "Sudan, 3-5 May\nChad",
            id="hyphens and line ends",
        ),
        pytest.param(
            [f"<w:sdt><w:sdtContent>{paragraph(run('Kenya signed.'))}</w:sdtContent></w:sdt>"],
            "Kenya signed.",
            id="content control",
        ),
        pytest.param(
            [
                "<w:tbl>"
                + "".join(
                    f"<w:tr>{''.join(f'<w:tc>{paragraph(run(cell))}</w:tc>' for cell in row)}</w:tr>"
                    for row in (("Day", "What"), ("3 May", "Kenya signed."))
                )
                + "</w:tbl>"
            ],
            "Day – What\n\n3 May – Kenya signed.",
            id="rows of a table",
        ),
        pytest.param(
            [
                "<w:tbl>"
                + f"<w:tr><w:tc>{MERGED_DOWN}{paragraph(run('3 May'))}</w:tc>"
                + f"<w:tc>{paragraph(run('Kenya signed.'))}</w:tc></w:tr>"
                + f"<w:tr><w:tc>{MERGED}{paragraph()}</w:tc><w:tc>{paragraph(run('Chad left.'))}</w:tc></w:tr>"
                + "</w:tbl>"
            ],
            "3 May – Kenya signed.\n\n3 May – Chad left.",
            id="a cell that stands beside two rows",
        ),
        pytest.param(
            [
                paragraph(
                    run("Kenya "),
                    "<w:r><w:pict><w:txbxContent>" + paragraph(run("Chad left.")) + "</w:txbxContent></w:pict></w:r>",
                    run("signed."),
                )
            ],
            "Kenya signed.\n\nChad left.",
            id="a text box stands below its paragraph",
        ),
    ],
)
def test_word_reads_what_its_reader_sees(blocks: list[str], text: str) -> None:
    assert text_of(*blocks) == text

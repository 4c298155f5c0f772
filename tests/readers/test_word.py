from __future__ import annotations

from io import BytesIO

import docx
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
    document = docx.Document()
    changed = (
        "<w:r><w:t xml:space='preserve'>He </w:t></w:r><w:del><w:r><w:delText>never </w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>left</w:t><w:br/><w:t>Oslo.</w:t></w:r></w:ins>"
    )
    document.element.body.insert(0, parse_xml(f"<w:p {nsdecls('w')}>{changed}</w:p>"))
    file = BytesIO()
    document.save(file)
    assert word.read(file.getvalue(), None).text == "He left\nOslo."

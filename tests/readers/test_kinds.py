"""Files that hold articles in other ways than a page, a PDF or a Word file."""

from __future__ import annotations

import json
import zipfile
from datetime import date
from io import BytesIO

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pipeline import readers
from pipeline.domain import Article
from pipeline.errors import ArticleError
from pipeline.readers import lines
from pipeline.readers.files import read_here
from tests.readers.files import outlook

RECEIVED = date(2024, 5, 20)
TEXT = "Marta Ruiz met the mayor of Lyon on Tuesday. They spoke for an hour."
ROW = {
    "Headline": "Mayor meets Ruiz",
    "Body": TEXT,
    "Date": "7 May 2024",
    "Source": "Gazette",
    "Link": "https://g.example/1",
}


def archive(**parts: str) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as written:
        for name, content in parts.items():
            written.writestr(name, content)
    return file.getvalue()


def workbook() -> bytes:
    book, file = openpyxl.Workbook(), BytesIO()
    book.active.append(list(ROW))
    book.active.append(list(ROW.values()))
    book.save(file)
    return file.getvalue()


def parquet() -> bytes:
    file = BytesIO()
    pq.write_table(pa.Table.from_pylist([ROW]), file)
    return file.getvalue()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        pytest.param("a.csv", f"{','.join(ROW)}\n{','.join(ROW.values())}\n".encode(), id="csv"),
        pytest.param(
            "a.csv", f"{';'.join(ROW)}\r\n{';'.join(ROW.values())}".encode("utf-16"), id="csv of another country"
        ),
        pytest.param("a.tsv", "\t".join(ROW).encode() + b"\n" + "\t".join(ROW.values()).encode(), id="tsv"),
        pytest.param("a.json", json.dumps({"articles": [ROW]}).encode(), id="json"),
        pytest.param("a.xlsx", workbook(), id="xlsx"),
        pytest.param("a.parquet", parquet(), id="parquet"),
    ],
)
def test_tables_give_an_article_a_row_by_the_names_of_their_columns(name: str, data: bytes) -> None:
    (article,) = read_here(name, data, RECEIVED)
    assert isinstance(article, Article), article
    assert (article.text, article.title, article.outlet) == (TEXT, "Mayor meets Ruiz", "Gazette")
    assert (article.published, article.url) == (date(2024, 5, 7), "https://g.example/1")


ODT = (
    '<o:document-content xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:t="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><o:body><o:text><t:tracked-changes><t:p>Gone.</t:p>'
    "</t:tracked-changes><t:p>Marta Ruiz met<t:s/>the mayor of <t:span>Lyon</t:span> on Tuesday."
    "<t:note><t:note-citation>1</t:note-citation><t:note-body><t:p>In May.</t:p></t:note-body></t:note></t:p>"
    "</o:text></o:body></o:document-content>"
)
MAIL = (
    "From: Gazette <g@gazette.example>\nSubject: Mayor meets Ruiz\nDate: Tue, 7 May 2024 23:30:00 -0500\n"
    "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain\n\n"
    f"{TEXT}\n--x\nContent-Type: text/html\nContent-Disposition: attachment; filename=b.html\n\n"
    "<p>She left Lyon.</p>\n--x--\n"
)
PAGE = (
    "Snapshot-Content-Location: https://g.example/1\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n"
    f"--x\nContent-Type: text/html\n\n<p>{TEXT}</p>\n--x--\n"
)
PACKAGE = (
    '<package><manifest><item id="b" href="b.xhtml"/><item id="a" href="a.xhtml"/></manifest>'
    '<spine><itemref idref="a"/><itemref idref="b"/></spine></package>'
)


@pytest.mark.parametrize(
    ("name", "data", "texts"),
    [
        pytest.param("a.odt", archive(**{"content.xml": ODT}), [f"{TEXT[:44]}\n\nIn May."], id="odt"),
        pytest.param(
            "a.rtf", rb"{\rtf1\ansi Caf\'e9 in Lyon.\par She left.}", ["Café in Lyon.\n\nShe left."], id="rtf"
        ),
        pytest.param("a.eml", MAIL.encode(), [TEXT, "She left Lyon."], id="mail with an attachment"),
        pytest.param("a.mhtml", PAGE.encode(), [TEXT], id="saved page"),
        pytest.param(
            "a.zip",
            archive(**{"a.txt": "A.", "b/c.html": "<p>B.", ".d.txt": "C.", "e.png": "D"}),
            ["A.", "B."],
            id="zip",
        ),
        pytest.param(
            "a.epub",
            archive(
                **{
                    "META-INF/container.xml": '<c><rootfile full-path="x/p.opf"/></c>',
                    "x/p.opf": PACKAGE,
                    "x/a.xhtml": f"<p>{TEXT * 9}</p>",
                    "x/b.xhtml": "<p>Imprint</p>",
                }
            ),
            [TEXT * 9],
            id="book",
        ),
    ],
)
def test_files_of_several_parts(name: str, data: bytes, texts: list[str]) -> None:
    found = readers.read(name, data, RECEIVED)
    assert [article.text if isinstance(article, Article) else article for article in found] == texts


def test_mail_has_the_day_and_the_subject_of_its_sender() -> None:
    article = read_here("a.eml", MAIL.encode(), RECEIVED)[0]
    assert isinstance(article, Article)
    assert (article.published, article.title, article.outlet) == (date(2024, 5, 7), "Mayor meets Ruiz", "Gazette")


def test_a_message_of_outlook_has_its_attachments() -> None:
    subject, body, name = (words.encode("utf-16-le") for words in ("Mayor meets Ruiz", TEXT, "note.txt"))
    message = outlook(
        {"__properties_version1.0": bytes(32), "__substg1.0_0037001F": subject, "__substg1.0_1000001F": body},
        [{"__substg1.0_3707001F": name, "__substg1.0_37010102": b"She left Lyon."}],
    )
    found = [each for each in readers.read("a.msg", message, RECEIVED) if isinstance(each, Article)]
    assert [(each.title, each.text.strip()) for each in found] == [("Mayor meets Ruiz", TEXT), (None, "She left Lyon.")]


def test_a_message_in_a_message_is_read() -> None:
    inner = f"Subject: Talks\nFrom: Gazette <g@g.example>\nDate: Tue, 7 May 2024 09:00:00 +0000\n\n{TEXT}"
    head = "Subject: Digest\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nSee below.\n--b\n"
    outer = f"{head}Content-Type: message/rfc822\n\n{inner}\n--b--\n"
    found = [each for each in readers.read("a.eml", outer.encode(), RECEIVED) if isinstance(each, Article)]
    assert [(each.title, each.outlet, each.text) for each in found][1:] == [("Talks", "Gazette", TEXT)]


@pytest.mark.parametrize(
    "head",
    [
        "------- Forwarded message ------\nFrom: Gazette <g@g.example>\nDate: Tue, 7 May 2024 at 09:00\nSubject: Talks",
        "Begin forwarded message:\n\nFrom: Gazette <g@g.example>\nSubject: Talks\nDate: 7 May 2024 at 09:00:00 BST",
        "-----Original Message-----\nFrom: Gazette\nSent: Tuesday, May 7, 2024 9:00 AM\nTo: a\nSubject: Talks",
    ],
)
def test_a_message_passed_on_is_as_it_was_first_sent(head: str) -> None:
    outer = "Subject: Fwd: Talks\nFrom: Ana <a@a.example>\nDate: Thu, 9 May 2024 09:00:00 +0000\n\nFYI"
    (found,) = read_here("a.eml", f"{outer}\n\n{head}\n\n{TEXT}".encode(), RECEIVED)
    assert isinstance(found, Article)
    assert (found.title, found.outlet, found.published, found.text) == ("Talks", "Gazette", date(2024, 5, 7), TEXT)


def test_chapters_have_publisher_and_day_of_their_book_and_contents_are_none() -> None:
    package = (
        "<package><metadata><publisher>Gazette</publisher><date>2024-05-07</date></metadata><manifest>"
        '<item id="n" href="n.xhtml" properties="nav"/><item id="a" href="a.xhtml"/></manifest>'
        '<spine><itemref idref="n"/><itemref idref="a"/></spine></package>'
    )
    page = f"<p>{TEXT * 9}</p>"
    parts = {"META-INF/container.xml": '<c><rootfile full-path="p.opf"/></c>', "p.opf": package}
    (found,) = read_here("a.epub", archive(**parts, **{"n.xhtml": page, "a.xhtml": page}), RECEIVED)
    assert isinstance(found, Article)
    assert (found.outlet, found.published) == ("Gazette", date(2024, 5, 7))


def test_a_column_tells_the_order_of_its_days() -> None:
    table = f"Body,Date\n{TEXT},09/04/2024\n{TEXT},23/04/2024\n".encode()
    found = [each.published for each in read_here("a.csv", table, RECEIVED) if isinstance(each, Article)]
    assert found == [date(2024, 4, 9), date(2024, 4, 23)]


def test_a_day_that_no_column_tells_can_be_two() -> None:
    (found,) = read_here("a.csv", f"Body,Date\n{TEXT},09/04/2024\n".encode(), RECEIVED)
    assert "can be two days" in str(found)


@pytest.mark.parametrize(
    ("name", "data", "wrong"),
    [
        ("a.csv", b"one,two\n1,2\n", "No column"),
        ("a.xlsx", b"PK", "damaged"),
        ("a.parquet", b"PAR1", "damaged"),
        ("a.json", b"[" * 9999, "damaged"),
        ("a.odt", b"PK", "damaged"),
        ("a.rtf", b"no rtf", "damaged"),
        ("a.msg", b"no message", "damaged"),
        ("a.zip", b"PK", "damaged"),
        ("a.epub", archive(a="b"), "damaged"),
        ("a.eml", b"", "damaged"),
    ],
)
def test_files_that_are_damaged_are_refused(name: str, data: bytes, wrong: str) -> None:
    (found,) = read_here(name, data, RECEIVED)
    assert isinstance(found, ArticleError)
    assert wrong in str(found)


def taken(name: str, data: bytes) -> Article:
    """The first article of a file."""
    article = read_here(name, data, RECEIVED)[0]
    assert isinstance(article, Article), article
    return article


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(
            {"webTitle": "Mayor meets Ruiz", "webPublicationDate": "2024-05-07", "fields": {"bodyText": TEXT}}
        ),
        pytest.param({"headline": {"main": "Mayor meets Ruiz"}, "pub_date": "2024-05-07T01:00:00+0000", "body": TEXT}),
        pytest.param({"title": {"rendered": "Mayor meets Ruiz"}, "date": "2024-05-07", "content": f"<p>{TEXT}</p>"}),
    ],
)
def test_json_is_read_as_programs_of_newspapers_give_it(row: dict[str, object]) -> None:
    article = taken("a.json", json.dumps({"response": {"results": [row]}}).encode())
    assert (article.title, article.published, article.text) == ("Mayor meets Ruiz", date(2024, 5, 7), TEXT)


@pytest.mark.parametrize(
    "hidden",
    [r"{\v Unseen words.}", r"{\rtlch\v\f1 Unseen words.}", r"{\deleted Unseen words.}", r"\v Unseen words.\v0 "],
)
def test_rich_text_leaves_out_what_is_hidden_or_deleted(hidden: str) -> None:
    assert taken("a.rtf", rf"{{\rtf1\ansi {TEXT}{hidden}}}".encode()).text == TEXT


def test_epub_finds_chapters_whose_names_are_quoted() -> None:
    files = {
        "META-INF/container.xml": '<container><rootfile full-path="in/book.opf"/></container>',
        "in/book.opf": '<p><item id="a" href="part%20one.xhtml"/><itemref idref="a"/></p>',
        "in/part one.xhtml": f"<p>{TEXT * 9}</p>",
    }
    assert taken("a.epub", archive(**files)).text == TEXT * 9


@pytest.mark.parametrize(
    ("name", "data"),
    [
        pytest.param(
            "a.jsonl", json.dumps({"id": "n\x00o " + "7" * 999, "text": TEXT, "title": "T" * 1_000_000}), id="line"
        ),
        pytest.param("a.csv", f"id,title,text\nn\x01o {'7' * 999},{'T' * 1_000_000},{TEXT}\n", id="row"),
    ],
)
def test_ids_and_titles_are_cleaned_and_cut(name: str, data: str) -> None:
    found = lines.read([data.encode()], None) if name.endswith("jsonl") else read_here(name, data.encode(), RECEIVED)
    (article,) = found
    assert isinstance(article, Article)
    assert article.id == ("n o " + "7" * 999)[:200]
    assert article.title == "T" * 300


def test_a_book_of_short_chapters_alone_is_read() -> None:
    package = '<package><manifest><item id="a" href="a.xhtml"/></manifest><spine><itemref idref="a"/></spine></package>'
    parts = {"META-INF/container.xml": '<c><rootfile full-path="p.opf"/></c>', "p.opf": package}
    (found,) = read_here("a.epub", archive(**parts, **{"a.xhtml": f"<p>{TEXT}</p>"}), RECEIVED)
    assert isinstance(found, Article)
    assert found.text == TEXT

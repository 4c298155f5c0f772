"""Whatever a user brings is read, or refused with a sentence that says what is wrong and one that says what to do."""

from __future__ import annotations

import json
import zipfile
from datetime import date
from io import BytesIO

import pytest

from pipeline import readers
from pipeline.domain import Article, article_id
from pipeline.errors import ArticleError
from tests.readers import files

RECEIVED = date(2024, 5, 20)
TEXT = "Marta Ruiz met the mayor of Lyon on Tuesday.\nThey spoke for an hour."


def zipped(**parts: bytes) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def read_one(name: str, data: bytes) -> Article:
    (found,) = readers.read(name, data, RECEIVED)
    assert isinstance(found, Article), found
    return found


@pytest.mark.parametrize(
    ("name", "data"),
    [
        pytest.param("a.txt", TEXT.encode(), id="text"),
        pytest.param("A.TXT", TEXT.encode("utf-16"), id="ending in capitals"),
        pytest.param("a.md", TEXT.replace("Lyon", "[*Lyon*](l)").replace("\n", "\\\n").encode(), id="markdown"),
        pytest.param("a.html", f"<p>{TEXT}</p>".replace("\n", "<br>").encode(), id="page"),
        pytest.param("a.jsonl", json.dumps({"text": TEXT}).encode(), id="lines"),
    ],
)
def test_files_of_all_kinds_with_one_text_are_one_article(name: str, data: bytes) -> None:
    article = read_one(name, data)
    assert article.text == TEXT
    assert article.id == article_id(TEXT)
    assert (article.published, article.published_basis, article.received) == (None, "unknown", RECEIVED)


@pytest.mark.parametrize(
    ("name", "data", "wrong"),
    [
        pytest.param("a.txt", b"", "no text", id="empty"),
        pytest.param("a.txt", b" \r\n\t \n", "no text", id="blank"),
        pytest.param("a.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00", "not text", id="picture named as text"),
        pytest.param("a.txt", bytes(range(1, 256)) * 9, "not text", id="bytes without a zero named as text"),
        pytest.param("a.txt", files.word("Title", ["Text."]), "not text", id="Word file named as text"),
        pytest.param("a.txt", b"word " * 400_001, "2.0 MB long", id="over 2 MB"),
        pytest.param("a.exe", b"MZ", ".exe cannot be read", id="unknown ending"),
        pytest.param("article", b"Text.", "without an ending", id="no ending"),
        pytest.param("a.html", b"<script>alert(1)</script><p> </p>", "no text", id="page without words"),
        pytest.param("a.html", b"<div>" * 100_000 + b"Text.", "500 tags open", id="page made to hang its reader"),
        pytest.param(
            "a.html", b"<script>" + b"<div>" * 501 + b"</script>Text.", "500 tags open", id="tags in a script"
        ),
        pytest.param("a.md", b"---\ntitle: Nothing below\n---\n", "no text", id="front matter only"),
        pytest.param("a.pdf", b"", "is empty", id="empty PDF"),
        pytest.param("a.pdf", files.pdf([["Text."]])[:300], "damaged", id="PDF cut short"),
        pytest.param("a.pdf", files.pdf([["Text."]], locked=True), "locked", id="locked PDF"),
        pytest.param("a.pdf", files.pdf([[], []]), "pictures", id="PDF of pictures"),
        pytest.param("a.pdf", files.pdf([["Text."]] * 201), "201 pages", id="PDF of too many pages"),
        pytest.param("a.docx", b"PK\x03\x04 and no more", "damaged", id="broken Word file"),
        pytest.param("a.docx", zipped(mimetype=b"application/zip"), "damaged", id="archive that is no Word file"),
        pytest.param("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "locked", id="locked Word file"),
        pytest.param("a.docx", zipped(word=b"0" * 101_000_000), "101 MB when opened", id="bomb named as Word file"),
        pytest.param("a.jsonl", b'["text"]', "Line 1 is no article", id="line that is no object"),
        pytest.param("a.jsonl", b'{"title": "No text"}', "text", id="line without text"),
        pytest.param("a.jsonl", b'{"text": ["a"]}', "Line 1 is no article", id="line whose text is a list"),
        pytest.param("a.jsonl", b'{"text": "A.', "Line 1 is no article", id="line cut short"),
        pytest.param("a.jsonl", b'{"text": "\xff"}', "Line 1 is no article", id="line that is no Unicode"),
        pytest.param("a.jsonl", b'{"text": "\\ud800"}', "Line 1 is no article", id="half a character"),
        pytest.param("a.jsonl", b'{"text": "A.", "published": "yesterday"}', "'yesterday' is no date", id="no date"),
        pytest.param("a.jsonl", b'{"text": "A.", "published": "2024-02-30"}', "'2024-02-30' is no date", id="no day"),
        pytest.param("a.jsonl", b'{"text": "A.", "published": "2024-05-21"}', "lies after", id="future date"),
    ],
)
def test_files_that_are_no_article_are_refused(name: str, data: bytes, wrong: str) -> None:
    (found,) = readers.read(name, data, RECEIVED)
    assert isinstance(found, ArticleError), found
    problem, hint = str(found).split("\nHint: ")
    assert wrong in problem
    assert hint.endswith((".", '".'))
    assert found.article == ("line 1" if name.endswith("l") and "jsonl" in name else name)


def test_a_file_too_large_is_refused_before_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.readers.files.FILE_LIMIT", 10)
    (found,) = readers.read("a.pdf", b"%PDF-1.4 ...", None)
    assert "when opened" in str(found)

"""Files made to take for ever or to lose their batch: each gives its articles or a sentence, within time and memory."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from contextlib import closing
from email.message import EmailMessage
from io import BytesIO
from time import monotonic

import docx
import msgspec
import pytest

from pipeline import readers
from pipeline.errors import ArticleError
from pipeline.limited import Worker
from pipeline.readers import files
from pipeline.readers.files import MEMORY, SECONDS, ReadArticle, Request, Unread

LEFT = b"Anna Prado left Lima."
ENTITIES = "".join(
    f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in zip("abcdefg", "bcdefgh", strict=True)
)


def zipped(**parts: str | bytes) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def word(body: str) -> bytes:
    """A Word file with this body."""
    file = BytesIO()
    docx.Document().save(file)
    with zipfile.ZipFile(file) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    parts["word/document.xml"] = f"<w:document {space}><w:body>{body}</w:body></w:document>".encode()
    return zipped(**parts)


def mail(**parts: str | bytes) -> bytes:
    """A message with these files attached."""
    message = EmailMessage()
    message["Subject"] = "Files"
    message.set_content("See the files.")
    for name, content in parts.items():
        data = content if isinstance(content, bytes) else content.encode()
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


def lying(data: bytes) -> bytes:
    """The archive with a header that says of each file that it is small."""
    found = bytearray(data)
    for mark, at in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        start = found.find(mark)
        while start >= 0:
            found[start + at : start + at + 4] = (100).to_bytes(4, "little")
            start = found.find(mark, start + 4)
    return bytes(found)


FILES = {
    "empty paragraphs.docx": word("<w:p/>" * 12_000_000),
    "nested tables.docx": word("<w:tbl><w:tr><w:tc>" * 2_000 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 2_000),
    "lying header.docx": lying(word("<w:p/>" * 4_000_000)),
    "nested articles.html": b"<article><p>%b</p>" % LEFT * 400,
    "tags in attributes.html": b'<div title="</div></div>">' * 5_000,
    "attributes.html": b"<div %b>%b</div>" % (b" ".join(b"a%d='>'" % number for number in range(1_000_000)), LEFT),
    "tags in comments.html": b"<div><!-- </div> -->" * 5_000,
    "no tags.html": b"<" * 1_000_000,
    "charset.html": b"<meta charset=punycode>" + LEFT,
    "undefined charset.html": b"<meta charset=undefined>" + LEFT,
    "figures.html": b"<time>%b March 2020</time><meta name=date content=%b>" % (b"1" * 4_301, b"9" * 4_301) + LEFT,
    "structured data.html": b'<script type="application/ld+json">%b</script>' % (b"[" * 100_000) + LEFT,
    "brackets.md": b"[" * 60_000,
    "emphasis.md": b"*a_ " * 15_000,
    "quotations.md": b"> " * 100_000,
    "deep.json": b"[" * 1_000_000,
    "deep.jsonl": b"[" * 5_000,
    "header.eml": b"Subject: " + b"=?utf-8?q?a?= " * 20_000 + b"\n\n" + LEFT,
    "brackets.eml": b"From: " + b"(" * 50_000 + b"\n\n" + LEFT,
    "entities.odt": zipped(**{"content.xml": f'<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">{ENTITIES}]><a>&h;</a>'}),
    "many files.zip": zipped(**{f"{number}.txt": LEFT for number in range(2_000)}),
    "marks.txt": b'"' * 290_000,
    "far too long.txt": b"a " * 20_000_000,
}


@pytest.mark.parametrize("name", FILES)
def test_hostile_files_give_articles_or_a_sentence_and_cost_no_other(name: str) -> None:
    began = monotonic()
    found = readers.read(name, FILES[name])
    assert monotonic() - began < 2 * SECONDS
    assert found
    assert all("Hint:" in str(each) for each in found if isinstance(each, ArticleError))
    (after,) = readers.read("next.txt", LEFT)
    assert not isinstance(after, ArticleError)


def test_readers_may_not_hold_much_more_than_a_gigabyte() -> None:
    assert MEMORY < 1_200_000_000


@pytest.mark.parametrize(("name", "pack"), [("mixed.zip", zipped), ("mixed.eml", mail)])
def test_a_slow_file_costs_what_it_stands_in_only_itself(name: str, pack: Callable[..., bytes]) -> None:
    slow = word("<w:tbl><w:tr><w:tc>" * 2_000 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 2_000)
    data = pack(**{"first.txt": LEFT, "slow.docx": slow, "broken.pdf": b"%PDF-1.4", "last.txt": LEFT})
    found = readers.read(name, data)
    articles = [each.text for each in found if not isinstance(each, ArticleError)]
    assert articles[-2:] == [LEFT.decode()] * 2
    assert [each.article for each in found if isinstance(each, ArticleError)] == ["slow.docx", "broken.pdf"]


def test_a_library_that_nothing_can_stop_costs_a_message_only_its_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "SECONDS", 12)
    data = mail(**{"first.txt": LEFT, "stuck.txt": b"stuck", "last.txt": LEFT})
    with closing(Worker("tests.readers.limited_targets:stuck", seconds=20, memory=MEMORY)) as worker:
        worker.ask(msgspec.msgpack.encode(Request("first.txt", LEFT, None)))
        monkeypatch.setattr(files, "worker", lambda: worker)
        body, first, stuck, last = readers.read("mixed.eml", data)
    assert [each.text for each in (body, first, last) if not isinstance(each, ArticleError)] == [
        "See the files.", LEFT.decode(), LEFT.decode(),
    ]  # fmt: skip
    assert isinstance(stuck, ArticleError)
    assert (stuck.article, "took longer" in str(stuck)) == ("stuck.txt", True)


def test_a_message_gives_as_many_files_as_an_archive(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MOST_FILES", 2)
    found = files.read_here("a.eml", mail(**{f"{number}.txt": LEFT for number in range(4)}), None)
    assert [each.name for each in found if isinstance(each, Unread)] == ["0.txt", "1.txt"]
    assert "holds 4 files" in str(found[1])


def test_a_name_that_is_no_unicode_costs_nothing() -> None:
    (found,) = readers.read("Lim\udce1.txt", LEFT)
    assert not isinstance(found, ArticleError)
    body = f"Content-Disposition: attachment; filename=Lim\xe1.txt\n\n{LEFT.decode()}"
    data = f"Subject: a\nContent-Type: multipart/mixed; boundary=b\n\n--b\n{body}\n--b--".encode("latin-1")
    assert [each.text for each in readers.read("a.eml", data) if not isinstance(each, ArticleError)] == [LEFT.decode()]


def test_an_archive_in_an_archive_is_opened_and_one_within_that_is_not() -> None:
    inner = zipped(**{"second.txt": LEFT, "innermost.zip": zipped(**{"third.txt": LEFT})})
    found = readers.read("outer.zip", zipped(**{"first.txt": LEFT, "inner.zip": inner}))
    assert [each.text for each in found if not isinstance(each, ArticleError)] == [LEFT.decode()] * 2
    assert [each.article for each in found if isinstance(each, ArticleError)] == ["innermost.zip"]


def test_a_file_may_take_half_of_the_time_that_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[float] = []

    def read_apart(request: Request, seconds: float) -> list[Unread] | list[ReadArticle]:
        given.append(seconds)
        return [Unread("a.txt", b""), Unread("b.txt", b"")] if request.name == "all.zip" else []

    monkeypatch.setattr(files, "read_apart", read_apart)
    monkeypatch.setattr(files, "monotonic", lambda: 10 * len(given) / 2)
    assert readers.read("all.zip", LEFT) == []
    assert given == [20, 7.5, 5]

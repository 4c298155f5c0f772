"""Archives of files (.zip) and books (.epub): what each file in them gives, one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import PurePosixPath
from urllib.parse import unquote
from zipfile import BadZipFile, ZipFile, ZipInfo

from lxml import etree

from pipeline.domain import Article
from pipeline.errors import ArticleError
from pipeline.readers import files, web
from pipeline.readers.drafts import plausible, with_given
from pipeline.readers.files import Unread
from pipeline.readers.written_days import written_day

Found = Article | ArticleError
UNPACKED_LIMIT = 100_000_000
LEAST_CHAPTER = 400
"""Characters of a chapter; less is a title page or an imprint."""


def files_in(data: bytes, _received: date | None = None) -> Iterator[Unread | ArticleError]:
    """All files that can be read, or what is wrong with them; each is known by its own date."""
    with open_archive(data, "ZIP") as archive:
        members = [member for member in archive.infolist() if is_article_file(member)]
        yield from (unpack(archive, member) for member in members[: files.MOST_FILES])
    if len(members) > files.MOST_FILES:
        yield ArticleError.too_many_files(len(members), files.MOST_FILES)
    if not members:
        yield ArticleError.blank()


def unpack(archive: ZipFile, member: ZipInfo) -> Unread | ArticleError:
    try:
        return Unread(member.filename, archive.read(member))
    except (BadZipFile, RuntimeError, NotImplementedError, OSError, EOFError):
        error = ArticleError.damaged("ZIP")
        error.article = member.filename
        return error


def is_article_file(member: ZipInfo) -> bool:
    path = PurePosixPath(member.filename)
    is_hidden = any(part.startswith((".", "__MACOSX")) for part in path.parts)
    return files.is_known(path.name) and not is_hidden and not member.is_dir()


def open_archive(data: bytes, kind: str) -> ZipFile:
    try:
        archive = ZipFile(BytesIO(data))
    except (BadZipFile, OSError) as error:
        raise ArticleError.damaged(kind) from error
    size = sum(member.file_size for member in archive.infolist())
    if size > UNPACKED_LIMIT:
        raise ArticleError.too_large(size, UNPACKED_LIMIT)
    return archive


def read_epub(data: bytes, received: date | None) -> list[Found]:
    """The chapters, in the order of the book's spine; pages with little on them are left out, if there are others."""
    with open_archive(data, "EPUB") as archive:
        try:
            found = list(chapters(archive, received))
        except (KeyError, etree.XMLSyntaxError, StopIteration, IndexError) as error:
            raise ArticleError.damaged("EPUB") from error
    long = [chapter for chapter in found if len(chapter.text) >= LEAST_CHAPTER]
    return [*long] or [*found] or [ArticleError.blank()]


def chapters(archive: ZipFile, received: date | None) -> Iterator[Article]:
    container = etree.fromstring(archive.read("META-INF/container.xml"), xml_parser())
    root = PurePosixPath(container.xpath("string(//*[local-name()='rootfile']/@full-path)"))
    package = etree.fromstring(archive.read(str(root)), xml_parser())
    items = package.xpath("//*[local-name()='item'][not(contains(@properties, 'nav'))]")
    places = {item.get("id"): item.get("href") for item in items}
    outlet = package.xpath("string(//*[local-name()='publisher'])")
    day = plausible(written_day(package.xpath("string(//*[local-name()='date'])")), received)
    for reference in package.xpath("//*[local-name()='itemref']/@idref"):
        try:
            article = web.read(archive.read(str(root.parent / unquote(places.get(reference) or ""))), received)
        except (ArticleError, KeyError):
            continue
        yield with_book_metadata(article, outlet, day)


def with_book_metadata(chapter: Article, outlet: str, day: date | None) -> Article:
    """The chapter with what its book says of all; its own day goes before that of the book."""
    told = with_given(chapter, outlet=chapter.outlet or outlet)
    return told if told.published or day is None else replace(told, published=day, published_basis="metadata")


def xml_parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True)

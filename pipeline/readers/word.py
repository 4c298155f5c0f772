"""Word files (.docx): the text as its reader sees it: changes under review accepted, hidden text left out."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import docx
from docx.document import Document

from pipeline.domain import Article
from pipeline.errors import ArticleError
from pipeline.readers.drafts import Metadata, draft
from pipeline.readers.tidy import tidy
from pipeline.readers.word_text import Notes, Styles, shown_paragraphs

UNPACKED_LIMIT = 100_000_000
XML_LIMIT = 30_000_000
COMPOUND_FILE = b"\xd0\xcf\x11\xe0"
NOTES = ("footnotes", "endnotes")


def read(data: bytes, received: date | None) -> Article:
    """Raises ArticleError if the file is locked, damaged, or a small one that unpacks to a huge one."""
    if data.startswith(COMPOUND_FILE):
        raise ArticleError.locked("Word")
    title, text = title_and_text(data)
    return draft(tidy(text), Metadata(title=tidy(title or "") or None, received=received))


def title_and_text(data: bytes) -> tuple[str | None, str]:
    """What the file holds; a damaged one can make its library raise anything."""
    try:
        check_size(data)
        document = docx.Document(BytesIO(data))
        styles = Styles.of(document.styles.element)
        found = list(shown_paragraphs(document.element.body, styles, notes_of(document)))
    except ArticleError:
        raise
    except Exception as error:
        raise ArticleError.damaged("Word") from error
    title = next((paragraph.text for paragraph in found if paragraph.is_title), None)
    return title, "\n\n".join(paragraph.text for paragraph in found)


def check_size(data: bytes) -> None:
    with ZipFile(BytesIO(data)) as parts:
        sizes = [(part.filename, part.file_size) for part in parts.infolist()]
    for size, limit in (
        (sum(size for _, size in sizes), UNPACKED_LIMIT),
        (sum(size for name, size in sizes if name.endswith(".xml")), XML_LIMIT),
    ):
        if size > limit:
            raise ArticleError.too_large(size, limit)


def notes_of(document: Document) -> Notes:
    """The footnotes and endnotes by their kind and number."""
    found: dict[tuple[str, str], Any] = {}
    for part in document.part.package.iter_parts():
        kind = next((kind for kind in NOTES if str(part.partname).endswith(f"/{kind}.xml")), None)
        if kind:
            found |= Notes.parse_part(kind, part.blob)
    return Notes(found)

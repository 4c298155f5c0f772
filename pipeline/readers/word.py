"""Word files (.docx): the text of all paragraphs in their order, those of tables and text boxes included."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import docx
from docx.document import Document
from docx.oxml.ns import qn

from pipeline.domain import Article
from pipeline.errors import ArticleError
from pipeline.readers.drafts import draft

UNPACKED_LIMIT = 100_000_000
COMPOUND_FILE = b"\xd0\xcf\x11\xe0"
PARAGRAPH, TEXT, TAB, BREAK = (qn(f"w:{name}") for name in ("p", "t", "tab", "br"))
TITLE_STYLES = ("Title", "Heading 1")
SECOND_COPY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def read(data: bytes, received: date | None) -> Article:
    """Raises ArticleError if the file is locked, damaged, or a small one that unpacks to a huge one."""
    if data.startswith(COMPOUND_FILE):
        raise ArticleError.locked("Word")
    title, text = title_and_text(data)
    return draft(text, title=title, received=received)


def title_and_text(data: bytes) -> tuple[str | None, str]:
    """What the file holds; a damaged one can make its library raise anything."""
    try:
        check_size(data)
        document = docx.Document(BytesIO(data))
        return title_of(document), "\n\n".join(texts(document))
    except ArticleError:
        raise
    except Exception as error:
        raise ArticleError.damaged("Word") from error


def check_size(data: bytes) -> None:
    with ZipFile(BytesIO(data)) as parts:
        size = sum(part.file_size for part in parts.infolist())
    if size > UNPACKED_LIMIT:
        raise ArticleError.too_large(size, UNPACKED_LIMIT)


def title_of(document: Document) -> str | None:
    """The first paragraph in a title's style."""
    styled = (text for text in document.paragraphs if text.style and text.style.name in TITLE_STYLES)
    return next((text.text.strip() for text in styled if text.text.strip()), None)


def texts(document: Document) -> Iterator[str]:
    for paragraph in document.element.body.iter(PARAGRAPH):
        if next(paragraph.iterancestors(SECOND_COPY), None) is None and (text := text_of(paragraph)):
            yield text


def text_of(paragraph: Any) -> str:
    """The words of a paragraph, insertions under review included, deletions and text boxes inside it not."""
    own = (node for node in paragraph.iter(TEXT, TAB, BREAK) if next(node.iterancestors(PARAGRAPH)) is paragraph)
    return "".join(node.text or "" if node.tag == TEXT else "\n" if node.tag == BREAK else " " for node in own).strip()

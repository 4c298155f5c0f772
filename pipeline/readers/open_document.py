"""OpenDocument texts (.odt): paragraphs, tables row by row and notes, without what was deleted under review."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from lxml import etree

from pipeline.domain import Article
from pipeline.errors import ArticleError
from pipeline.readers.archives import open_archive, xml_parser
from pipeline.readers.drafts import Metadata, draft
from pipeline.readers.rows import rows_as_lines
from pipeline.readers.tidy import tidy

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
PARAGRAPHS = (f"{TEXT}p", f"{TEXT}h")
LEFT_OUT = tuple(
    f"{TEXT}{name}"
    for name in ("tracked-changes", "hidden-text", "hidden-paragraph", "sequence-decls", "note-citation")
)
ANNOTATION = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}annotation"


def read(data: bytes, received: date | None) -> Article:
    try:
        with open_archive(data, "OpenDocument") as archive:
            content = etree.fromstring(archive.read("content.xml"), xml_parser())
        body = next(content.iter("{urn:oasis:names:tc:opendocument:xmlns:office:1.0}text"))
    except (KeyError, StopIteration, etree.XMLSyntaxError, RuntimeError, OSError) as error:
        raise ArticleError.damaged("OpenDocument") from error
    return draft(tidy("\n\n".join(paragraphs(body))), Metadata(received=received))


def paragraphs(node: Any) -> Iterator[str]:
    """The paragraphs of a part in their order; notes stand below the paragraph that they are anchored in."""
    for child in node:
        if child.tag in PARAGRAPHS:
            if text := "".join(text_content(child)).strip():
                yield text
            for anchored in child.iter(
                f"{TEXT}note-body", "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}text-box"
            ):
                yield from paragraphs(anchored)
        elif child.tag == f"{TABLE}table":
            rows = child.iter(f"{TABLE}table-row")
            yield from rows_as_lines([[list(paragraphs(cell)) for cell in row] for row in rows])
        elif child.tag not in LEFT_OUT and isinstance(child.tag, str):
            yield from paragraphs(child)


def text_content(node: Any) -> Iterator[str]:
    if node.tag in LEFT_OUT or node.tag in (f"{TEXT}note", ANNOTATION) or not isinstance(node.tag, str):
        return
    if node.tag in (f"{TEXT}s", f"{TEXT}tab"):
        yield " " * min(int(node.get(f"{TEXT}c", "1")), 100)
    elif node.tag == f"{TEXT}line-break":
        yield "\n"
    yield node.text or ""
    for child in node:
        if child.tag != "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}frame":
            yield from text_content(child)
        yield child.tail or ""

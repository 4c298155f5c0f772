"""The text of a PDF file's pages: a program of its own, which ``pipeline.readers.pdf`` starts and can stop.

Standard input: the file. Arguments: the most pages and the most characters to read. Standard output: JSON, either the
texts of the pages as a list, or the reason why there are none as a string (a number of pages, if that is the reason).
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator

import pypdfium2
from pypdfium2 import raw

MEMORY_LIMIT = 2_000_000_000


def limit_memory() -> None:
    """Where the system allows it: a small file can ask for any amount."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_LIMIT, MEMORY_LIMIT))


def pages(data: bytes, page_limit: int, text_limit: int) -> list[str] | str | int:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        return "locked" if error.err_code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY) else "damaged"
    if len(document) > page_limit:
        return len(document)
    try:
        return list(texts(document, text_limit))
    except pypdfium2.PdfiumError:
        return "damaged"


def texts(document: pypdfium2.PdfDocument, text_limit: int) -> Iterator[str]:
    """Texts of the pages, until there are more characters than can be used."""
    length = 0
    for page in document:
        text = page.get_textpage().get_text_range()
        length += len(text)
        yield text
        if length > text_limit:
            return


if __name__ == "__main__":
    limit_memory()
    json.dump(pages(sys.stdin.buffer.read(), int(sys.argv[1]), int(sys.argv[2])), sys.stdout)

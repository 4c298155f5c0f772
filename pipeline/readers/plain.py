"""Plain text files, in whatever encoding they were saved."""

from __future__ import annotations

import codecs
from datetime import date

from pipeline import settings
from pipeline.domain import Article
from pipeline.errors import ArticleError
from pipeline.readers.drafts import Metadata, draft
from pipeline.readers.tidy import repair_encoding, tidy

BYTE_ORDER_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
WESTERN = "cp1252"
ASCII, FEW = 127, 0.1
MOST_BYTES = 4
"""Bytes of a character in any encoding."""


def read(data: bytes, received: date | None) -> Article:
    return draft(text_of(data), Metadata(received=received))


def text_of(data: bytes) -> str:
    """Invisible characters are left out; line ends stay as they are. What is far too long is not even decoded."""
    if len(data) > MOST_BYTES * (limit := settings.text_limit()):
        raise ArticleError.too_long(len(data), limit)
    return tidy(repair_encoding(decode(data)))


def decode(data: bytes) -> str:
    """The text that the bytes are. Raises ArticleError if they are none."""
    marked = next((encoding for mark, encoding in BYTE_ORDER_MARKS.items() if data.startswith(mark)), "utf-8")
    try:
        return data.decode(marked)
    except UnicodeDecodeError:
        return decode_legacy(data)


def decode_legacy(data: bytes) -> str:
    """Bytes that are no Unicode: Windows' western encoding where that is as likely as another, this being English.

    Text that is ASCII but for a few bytes is in no encoding of two bytes a character: "It\x92s late." is no Chinese.
    Imports here: nearly all files are Unicode.
    """
    from charset_normalizer import from_bytes
    from charset_normalizer.utils import is_multi_byte_encoding

    if b"\x00" in data:
        raise ArticleError.binary()
    found = from_bytes(data)
    best = found.best()
    if best is None:
        raise ArticleError.binary()
    western = any(WESTERN in match.could_be_from_charset for match in found if match.chaos <= best.chaos)
    others = sum(byte > ASCII for byte in data)
    western = western or (is_multi_byte_encoding(best.encoding) and others <= FEW * len(data))
    return data.decode(WESTERN if western else best.encoding)

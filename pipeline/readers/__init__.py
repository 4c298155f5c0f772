"""Bytes of a file -> articles. Nothing is fetched, nothing is guessed that the file does not say.

Offsets count the text as it is extracted here, which is the text that is kept.
"""

from __future__ import annotations

from pipeline.readers.drafts import (
    OUTLET_LENGTH,
    TITLE_LENGTH,
    URL_LENGTH,
    Metadata,
    check_published,
    cleaned,
    draft,
    headline,
    with_given,
)
from pipeline.readers.files import KINDS, TABLES, read, table_of
from pipeline.readers.given_days import given_day
from pipeline.readers.table_rows import Table

__all__ = [
    "KINDS",
    "OUTLET_LENGTH",
    "TABLES",
    "TITLE_LENGTH",
    "URL_LENGTH",
    "Metadata",
    "Table",
    "check_published",
    "cleaned",
    "draft",
    "given_day",
    "headline",
    "read",
    "table_of",
    "with_given",
]

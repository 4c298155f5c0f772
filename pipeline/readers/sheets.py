"""Tables of articles: .csv, .tsv, .xlsx, .parquet and .json."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from io import BytesIO, StringIO, TextIOWrapper
from itertools import chain, count
from typing import Any, BinaryIO, TextIO

import msgspec

from pipeline.errors import ArticleError, PipelineError
from pipeline.readers import plain, table_rows
from pipeline.readers.lines import LINE_LIMIT
from pipeline.readers.table_rows import Found, Table, articles

Rows = Iterable[Mapping[str, Any]]
LONGEST_CELL = 2_000_000
ROWS_AT_ONCE = 100
"""Of Parquet: each may be as long as a text may be."""
DELIMITERS = ",;\t|"
HOLDERS = ("articles", "items", "data", "results", "docs", "response", "stories")


def csv_rows(data: bytes) -> Rows:
    return csv_lines(StringIO(plain.decode(data).removeprefix("\ufeff")))


def csv_stream(file: BinaryIO) -> Rows:
    """The rows of a file of any size, in UTF-8; the file is left open to who opened it."""
    text = TextIOWrapper(file, "utf-8-sig", errors="replace", newline="")
    try:
        yield from csv_lines(text)
    finally:
        text.detach()


def csv_lines(text: TextIO) -> Rows:
    csv.field_size_limit(LONGEST_CELL)
    lines = bounded_lines(text)
    header = next(lines, "")
    return csv.DictReader(chain([header], lines), delimiter=max(DELIMITERS, key=header.count))


def bounded_lines(text: TextIO) -> Iterator[str]:
    """The lines of a table. Raises ArticleError for one that is too long to be one."""
    for number in count(1):
        line = text.readline(LINE_LIMIT + 1)
        if len(line) > LINE_LIMIT:
            raise ArticleError.long_line(number, LINE_LIMIT)
        if not line:
            return
        yield line


def xlsx_rows(data: bytes) -> Rows:
    import openpyxl

    sheet = openpyxl.load_workbook(BytesIO(data), read_only=True, data_only=True).active
    lines = sheet.iter_rows(values_only=True)
    header = [str(name or "") for name in next(lines, ())]
    return (dict(zip(header, line, strict=False)) for line in lines)


def parquet_rows(data: bytes) -> Rows:
    return parquet_stream(BytesIO(data))


def parquet_stream(file: BinaryIO) -> Rows:
    from pyarrow import parquet

    for batch in parquet.ParquetFile(file).iter_batches(ROWS_AT_ONCE, use_threads=False):
        yield from batch.to_pylist()


def json_rows(data: bytes) -> Rows:
    found = msgspec.json.decode(plain.decode(data).removeprefix("\ufeff"))
    while isinstance(found, dict) and (key := next((key for key in HOLDERS if key in found), None)):
        found = found[key]
    return [flatten(row) for row in (found if isinstance(found, list) else [found]) if isinstance(row, dict)]


def flatten(row: dict[str, Any]) -> dict[str, Any]:
    """The object with what it keeps in an object of its fields."""
    fields = row.get("fields")
    return {**fields, **row} if isinstance(fields, dict) else row


ROWS: dict[str, tuple[str, Callable[[bytes], Rows]]] = {
    ".csv": ("table", csv_rows),
    ".json": ("JSON", json_rows),
    ".parquet": ("Parquet", parquet_rows),
    ".tsv": ("table", csv_rows),
    ".xlsx": ("Excel", xlsx_rows),
}


def read(ending: str, data: bytes, received: date | None, columns: Mapping[str, str] | None = None) -> list[Found]:
    """The articles of a table. Raises ArticleError where none can be found."""
    with damage(ROWS[ending][0]):
        found = list(articles(ROWS[ending][1](data), received, columns))
    if not found:
        raise ArticleError.blank()
    return found


def peek(ending: str, data: bytes) -> Table:
    """The first rows of a table, for a person to say which column is what."""
    with damage(ROWS[ending][0]):
        return table_rows.peek(ROWS[ending][1](data))


@contextmanager
def damage(kind: str) -> Iterator[None]:
    """A damaged file can make its library raise anything."""
    try:
        yield
    except PipelineError:
        raise
    except Exception as error:
        raise ArticleError.damaged(kind) from error

"""Tables of articles: .csv, .tsv, .xlsx, .parquet and .json."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from io import BytesIO, StringIO
from typing import Any

import msgspec

from pipeline.errors import ArticleError
from pipeline.readers import plain
from pipeline.readers.table_rows import Found, articles

Rows = Iterable[Mapping[str, Any]]
LONGEST_CELL = 2_000_000
DELIMITERS = ",;\t|"
HOLDERS = ("articles", "items", "data", "results", "docs", "response", "stories")


def read_csv(data: bytes, received: date | None) -> Iterable[Found]:
    source = plain.decode(data).removeprefix("\ufeff")
    csv.field_size_limit(LONGEST_CELL)
    header = source.partition("\n")[0]
    delimiter = max(DELIMITERS, key=header.count)
    return listed("table", lambda: csv.DictReader(StringIO(source), delimiter=delimiter), received)


def read_xlsx(data: bytes, received: date | None) -> Iterable[Found]:
    import openpyxl

    def rows() -> Iterator[Mapping[str, Any]]:
        sheet = openpyxl.load_workbook(BytesIO(data), read_only=True, data_only=True).active
        lines = sheet.iter_rows(values_only=True)
        header = [str(name or "") for name in next(lines, ())]
        yield from (dict(zip(header, line, strict=False)) for line in lines)

    return listed("Excel", rows, received)


def read_parquet(data: bytes, received: date | None) -> Iterable[Found]:
    from pyarrow import parquet

    def rows() -> Iterator[Mapping[str, Any]]:
        for batch in parquet.ParquetFile(BytesIO(data)).iter_batches(1000, use_threads=False):
            yield from batch.to_pylist()

    return listed("Parquet", rows, received)


def read_json(data: bytes, received: date | None) -> Iterable[Found]:
    def rows() -> Rows:
        found = msgspec.json.decode(plain.decode(data).removeprefix("\ufeff"))
        while isinstance(found, dict) and (key := next((key for key in HOLDERS if key in found), None)):
            found = found[key]
        return [row for row in (found if isinstance(found, list) else [found]) if isinstance(row, dict)]

    return listed("JSON", rows, received)


def listed(kind: str, rows: Callable[[], Rows], received: date | None) -> list[Found]:
    """The articles; a damaged file can make its library raise anything."""
    try:
        found = list(articles(rows(), received))
    except ArticleError:
        raise
    except Exception as error:
        raise ArticleError.damaged(kind) from error
    if not found:
        raise ArticleError.blank()
    return found

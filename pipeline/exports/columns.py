"""Parquet: the columns of ``records`` with their types. Pure."""

from __future__ import annotations

from datetime import date
from io import BytesIO

from pipeline.exports.excerpt import Excerpt
from pipeline.exports.records import COLUMNS, record
from pipeline.exports.spreadsheets import about


def as_parquet(excerpt: Excerpt) -> bytes:
    """What the view is stands in the metadata of the schema."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    types = {str: pa.string(), float: pa.float64(), int: pa.int64(), date: pa.date32()}
    metadata = {f"dateline.{name}": value.encode("utf-8", "replace") for name, value in about(excerpt)}
    schema = pa.schema([(name, types[kind]) for name, kind in COLUMNS.items()], metadata)
    rows = [{name: _text(value) for name, value in record(excerpt, told).items()} for told in excerpt.told]
    file = BytesIO()
    pq.write_table(pa.Table.from_pylist(rows, schema=schema), file)
    return file.getvalue()


def _text(value: object) -> object:
    """Half a surrogate pair is no UTF-8."""
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value

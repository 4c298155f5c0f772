"""Rows as CSV that a spreadsheet can open: nothing that an article says is run there as a formula. Pure."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from io import StringIO
from typing import Any

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def written(rows: Sequence[dict[str, Any]]) -> str:
    """RFC 4180, all rows with the fields of the first; what would be taken for a formula begins with an apostrophe."""
    lines = StringIO()
    if rows:
        writer = csv.DictWriter(lines, list(rows[0]))
        writer.writeheader()
        writer.writerows({name: cell(value) for name, value in row.items()} for row in rows)
    return lines.getvalue()


def cell(value: Any) -> Any:
    """The value, behind an apostrophe where its first character, or the first after spaces, makes it a formula."""
    is_formula = isinstance(value, str) and (value.startswith(FORMULA) or value.lstrip().startswith(FORMULA))
    return f"'{value}" if is_formula else value

"""Rows as CSV and XLSX that a spreadsheet can open: nothing that an article says is run there as a formula. Pure."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO, StringIO
from typing import Any

from pipeline.exports.excerpt import Excerpt
from pipeline.exports.records import record, report_record, story_records
from pipeline.exports.xml_text import allowed

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
BOM = "\ufeff"
"""Tells Excel that a CSV is UTF-8."""
LONGEST_CELL = 32_000
TYPED = ("=", "#")
"""What a formula begins with, and the name of an error."""


def csv_text(rows: Sequence[dict[str, Any]]) -> str:
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


def as_csv(excerpt: Excerpt) -> bytes:
    rows = [record(excerpt, told) for told in excerpt.told]
    return (BOM + csv_text(rows)).encode("utf-8", "replace")


def as_xlsx(excerpt: Excerpt) -> bytes:
    """A workbook with a sheet each for what it is, what matches, stories of several articles, sentences, entities,
    sources and articles.
    """
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    for name, rows in sheets(excerpt).items():
        sheet = book.create_sheet(name)
        sheet.freeze_panes = "A2"
        for row in _lines(sheet, rows):
            sheet.append(row)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def sheets(excerpt: Excerpt) -> dict[str, list[dict[str, Any]]]:
    return {
        "About": [{"what": what, "is": value} for what, value in about(excerpt)],
        "Events and movements": [record(excerpt, told) for told in excerpt.told],
        "Stories": story_records(excerpt),
        "Sentences": [report_record(excerpt, told, report) for told in excerpt.told for report in told.reports],
        "Entities": [
            {"name": row.name, "kind": row.kind, "country": row.country, "mentions": row.mentions,
             "articles": row.articles, "also": ", ".join(row.aliases), "key": row.key}
            for row in excerpt.counts.entities
        ],
        "Sources": [
            {"name": row.name, "statements": row.statements, "quoted": row.direct, "quoted in part": row.mixed,
             "paraphrased": row.indirect, "articles": row.articles, "key": row.key}
            for row in excerpt.quoted
        ],
        "Articles": [
            {"title": row.title, "outlet": row.outlet, "outlet grade": excerpt.grades.reliability(row.outlet),
             "published": row.published, "date known": row.basis, "link": row.url, "words": row.words, "id": row.id}
            for row in excerpt.articles
        ],
    }  # fmt: skip


def about(excerpt: Excerpt) -> list[tuple[str, str]]:
    """What an export holds, in words, for formats that have room for it."""
    said = [
        ("view", excerpt.scope.title),
        ("filters", "; ".join(excerpt.scope.filters()) or "none"),
        ("events", f"{len(excerpt.events):,}"),
        ("movements", f"{len(excerpt.movements):,}"),
        ("made (UTC)", f"{excerpt.made:%Y-%m-%d %H:%M}"),
    ]
    return [*said, ("left out", excerpt.cut())] if excerpt.cut() else said


def _lines(sheet: Any, rows: Sequence[Mapping[str, Any]]) -> Iterable[list[Any]]:
    if rows:
        yield [_typed(sheet, name) for name in rows[0]]
    for row in rows:
        yield [_typed(sheet, value) for value in row.values()]


def _typed(sheet: Any, value: Any) -> Any:
    """A cell whose text is text; only where openpyxl would take it for more, one of its own, which is slow."""
    if not isinstance(value, str):
        return value
    text = allowed(value)[:LONGEST_CELL]
    if not text.startswith(TYPED):
        return text
    from openpyxl.cell import WriteOnlyCell

    made = WriteOnlyCell(sheet, text)
    made.data_type = "s"
    return made

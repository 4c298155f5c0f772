"""Rows of a table of articles, in whatever kind of file: which column is what, and an article a row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from itertools import chain, islice
from typing import Any

import msgspec

from pipeline.domain import Article
from pipeline.errors import ArticleError
from pipeline.lexicons import load
from pipeline.readers.drafts import Metadata, draft, under_id
from pipeline.readers.given_days import MONTHS, refusal
from pipeline.readers.written_days import FIGURES, written_day

MOST_ROWS = 20_000
FIELDS = ("id", "outlet", "published", "text", "title", "url")
MARKUP = re.compile(r"\s*<(?:p|div|article|section|h[1-6]|span|figure)\b[^<>]*>", re.IGNORECASE)
Found = Article | ArticleError


class Columns(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lists of column_names.toml."""

    id: tuple[str, ...]
    outlet: tuple[str, ...]
    parts: tuple[str, ...]
    published: tuple[str, ...]
    text: tuple[str, ...]
    title: tuple[str, ...]
    url: tuple[str, ...]


class Table(msgspec.Struct, frozen=True, tag=True):
    """What a reader of a table is shown: its columns, those that were guessed for each field, and its first rows."""

    header: tuple[str, ...]
    guess: dict[str, str]
    rows: list[dict[str, str]]


SHOWN_ROWS, SHOWN_CELL, SHOWN_DAY = 3, 200, 40
LOOKED_AHEAD = 1_000
"""Rows that tell in which order a column has day and month."""
LEAST_WORDS = 5


def peek(rows: Iterable[Mapping[str, Any]]) -> Table:
    """The first rows of a table."""
    first = list(islice(rows, SHOWN_ROWS))
    header = tuple(str(name) for name in first[0]) if first else ()
    cells = [{str(name): (cell_text(cell) or "")[:SHOWN_CELL] for name, cell in row.items()} for row in first]
    return Table(header, guess_by_content(header, cells) | guess_columns(header), cells)


def guess_by_content(header: Sequence[str], cells: Sequence[Mapping[str, str]]) -> dict[str, str]:
    """What columns look like, whatever they are called: the longest prose is the text, days are those of publication.

    A guess for a person to look at; no file is read by it alone.
    """
    columns = {name: [row.get(name, "") for row in cells] for name in header}
    prose = [name for name in header if all(len(cell.split()) >= LEAST_WORDS for cell in columns[name])]
    days = [name for name in header if any(columns[name]) and any(map(written_day, columns[name]))]
    text = max(prose, key=lambda name: sum(map(len, columns[name])), default=None)
    found = {"text": text, "published": next((name for name in days if name not in prose), None)}
    return {field: name for field, name in found.items() if name}


def load_columns() -> Columns:
    found: Columns = load("column_names", Columns)
    return found


def guess_columns(header: Sequence[str]) -> dict[str, str]:
    """The column of each field that one is named after."""
    known = {name.strip().lower().replace(" ", "_"): name for name in reversed(header)}
    names = load_columns()
    return {
        field: known[name]
        for field in FIELDS
        if (name := next((name for name in getattr(names, field) if name in known), None))
    }


def require_columns(header: Sequence[str]) -> dict[str, str]:
    """The column of each field. Raises ArticleError if no column holds the text."""
    fields = guess_columns(header)
    if "text" not in fields:
        raise ArticleError.no_column(header)
    return fields


def articles(
    rows: Iterable[Mapping[str, Any]],
    received: date | None,
    columns: Mapping[str, str] | None = None,
    most: int | None = MOST_ROWS,
) -> Iterator[Found]:
    """An article for each row with a text, an error in the place of a bad one.

    ``columns`` gives the column of each field where a person has chosen; else they are guessed. At most ``most`` rows.
    """
    unread = iter(rows)
    first = list(islice(unread, LOOKED_AHEAD))
    fields = columns or require_columns([str(name) for name in first[0]] if first else [])
    day_first = is_day_first(row.get(fields.get("published", "")) for row in first)
    for number, row in enumerate(chain(first, unread), start=1):
        if most is not None and number > most:
            yield with_row_number(ArticleError.too_many_rows(most), number)
            return
        if any(row.values()):
            try:
                yield row_article({field: row.get(column) for field, column in fields.items()}, received, day_first)
            except ArticleError as error:
                yield with_row_number(error, number)


def is_day_first(cells: Iterable[Any]) -> bool | None:
    """Whether a column has the day before the month, as figures over 12 tell: "9/4/2021" above "23/4/2021"."""
    found = [match for cell in cells if isinstance(cell, str) and (match := FIGURES.search(cell))]
    orders = {int(match[1]) > MONTHS for match in found if max(int(match[1]), int(match[3])) > MONTHS}
    return orders.pop() if len(orders) == 1 else None


def with_row_number(error: ArticleError, row: int) -> ArticleError:
    error.article = f"row {row}"
    return error


def row_article(fields: Mapping[str, Any], received: date | None, day_first: bool | None) -> Article:
    found = draft(
        without_markup(cell_text(fields.get("text")) or ""),
        Metadata(
            title=cell_text(fields.get("title")),
            published=cell_day(fields.get("published"), day_first),
            basis="metadata",
            received=received,
            outlet=cell_text(fields.get("outlet")),
            url=cell_text(fields.get("url")),
        ),
    )
    return under_id(found, cell_text(fields.get("id")))


def without_markup(text: str) -> str:
    """The words of a text that is a piece of a web page, as content systems export it. Imports here: few tables do."""
    from pipeline.readers import web

    return web.fragment_text(text) if MARKUP.match(text) else text


def cell_text(cell: Any) -> str | None:
    if isinstance(cell, Mapping):
        cell = next((cell[name] for name in load_columns().parts if name in cell), None)
    return str(cell).strip() or None if cell is not None else None


def cell_day(cell: Any, day_first: bool | None) -> date | None:
    """Raises ArticleError where something stands that is no date."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    given = cell_text(cell)
    found = written_day(given, day_first=day_first) if given else None
    if given and found is None:
        raise refusal(given[:SHOWN_DAY], None)
    return found

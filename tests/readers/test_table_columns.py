"""The columns of a table: shown, guessed by name and by look, and chosen."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import openpyxl
import pyarrow
import pytest
from pyarrow import parquet

from pipeline.domain import Article
from pipeline.errors import ArticleError
from pipeline.readers import read, table_of

ROWS = [
    {"head": "Strike", "inhalt": "Dock workers in Gdansk went on strike.", "tag": "12 Sept 2023"},
    {"head": "Talks", "inhalt": "Two foreign ministers met in Riga.", "tag": "13 Sept 2023"},
]


def xlsx(rows: list[dict[str, Any]]) -> bytes:
    book, file = openpyxl.Workbook(), BytesIO()
    for line in ([*rows[0]], *([*row.values()] for row in rows)):
        book.active.append(line)
    book.save(file)
    return file.getvalue()


def columnar(rows: list[dict[str, Any]]) -> bytes:
    file = BytesIO()
    parquet.write_table(pyarrow.Table.from_pylist(rows), file)
    return file.getvalue()


def separated(rows: list[dict[str, Any]], mark: str) -> bytes:
    return "\n".join(mark.join(line) for line in ([*rows[0]], *([*row.values()] for row in rows))).encode()


def as_json(rows: list[dict[str, Any]]) -> bytes:
    import json

    return json.dumps({"articles": rows}).encode()


FILES = {
    "day.csv": separated(ROWS, ";"),
    "day.tsv": separated(ROWS, "\t"),
    "day.xlsx": xlsx(ROWS),
    "day.parquet": columnar(ROWS),
    "day.json": as_json(ROWS),
}


@pytest.mark.parametrize("name", FILES)
def test_columns_are_shown_with_a_guess_and_the_first_rows(name: str) -> None:
    table = table_of(name, FILES[name])
    assert table.header == ("head", "inhalt", "tag")
    assert table.guess == {"text": "inhalt", "published": "tag"}
    assert table.rows == ROWS


@pytest.mark.parametrize("name", FILES)
def test_columns_that_were_chosen_are_read(name: str) -> None:
    found = read(name, FILES[name], columns={"text": "inhalt", "title": "head"})
    assert [each.title for each in found if isinstance(each, Article)] == ["Strike", "Talks"]


def test_columns_a_name_stands_before_a_look() -> None:
    table = table_of("day.csv", b"body,abstract\nShips left Split.,The ships left the port of Split at dawn.\n")
    assert table.guess["text"] == "body"


@pytest.mark.parametrize(("name", "data"), [("day.xlsx", b"PK nothing"), ("day.json", b"{"), ("day.parquet", b"x")])
def test_columns_of_a_damaged_table_are_refused(name: str, data: bytes) -> None:
    with pytest.raises(ArticleError, match="damaged"):
        table_of(name, data)


def test_an_empty_file_is_called_empty() -> None:
    [found] = read("day.docx", b"")
    assert "is empty" in str(found)

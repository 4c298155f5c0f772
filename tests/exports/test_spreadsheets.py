from __future__ import annotations

import csv
from io import StringIO

import pytest

from pipeline.exports.spreadsheets import csv_text


@pytest.mark.parametrize("value", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\n=1", '=HYPERLINK("//x.example")'])
def test_spreadsheets_a_formula_is_written_as_text(value: str) -> None:
    [row] = csv.DictReader(StringIO(csv_text([{"Name": value}])))
    assert row["Name"] == f"'{value}"


@pytest.mark.parametrize("value", ["Ana Costa", "2 - 1", "", "a=b", -3, 0.5])
def test_spreadsheets_other_values_stay(value: str | float) -> None:
    [row] = csv.DictReader(StringIO(csv_text([{"Name": value, "Other": "x"}])))
    assert row["Name"] == str(value)


def test_spreadsheets_no_rows_give_an_empty_file() -> None:
    assert csv_text([]) == ""

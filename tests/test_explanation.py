from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from pipeline.__main__ import main
from pipeline.domain import Analysis, Article, Event, Extent, Movement, Mover, Participant, Report
from pipeline.explanation import lines

SAID = Report(
    Extent(0, 30, "The\nguild sued Ada Lund."), Extent(10, 14, "sued"), (), "occurred", "PR+", None, None, None,
    date(2022, 5, 4),
)  # fmt: skip
GUILD, LUND = Participant(0, 9, "The guild", None, "The guild"), Participant(15, 23, "Ada Lund", "e1", "Ada Lund")
SUIT = Event("e", "JUSTICE", None, (GUILD,), (LUND,), None, None, None, None, "occurred", "PR+", (SAID,), 0.8, ("sue",))
TRIP = Movement("m", None, Mover("e1", "Ada Lund"), None, None, None, None, "train", None, "planned", (SAID,))
ANALYSIS = Analysis(Article("a1", "", "Suit"), (), (), (), (), (), (SUIT,), (TRIP,))


def test_explanation_says_what_each_was_read_by() -> None:
    assert list(lines(ANALYSIS)) == [
        "# a1 Suit",
        "",
        "JUSTICE: The guild -> Ada Lund",
        "  status      occurred (PR+), confidence 0.8",
        "  date        none, reported 2022-05-04",
        "  sentence    The guild sued Ada Lund.",
        "  trigger     sued",
        "  why         sue",
        "",
        "MOVE: Ada Lund, ? -> ? by train",
        "  status      planned (PR+), confidence 1",
        "  date        none, reported 2022-05-04",
        "  sentence    The guild sued Ada Lund.",
        "  trigger     sued",
        "  why         not recorded",
    ]


@pytest.mark.parametrize(
    ("first", "last", "edtf", "said"),
    [
        (date(2022, 5, 1), date(2022, 5, 31), "2022-05", "2022-05"),
        (date(2022, 5, 1), None, None, "2022-05-01/.."),
        (None, None, "XXXX-05-01", "XXXX-05-01"),
    ],
)
def test_explanation_gives_the_date(first: date | None, last: date | None, edtf: str | None, said: str) -> None:
    dated = replace(SUIT, first=first, last=last, edtf=edtf)
    assert f"  date        {said}" in list(lines(replace(ANALYSIS, events=(dated,))))


def test_explain_says_what_cannot_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", str(tmp_path / "missing.txt")]) == 1
    assert "cannot be opened" in capsys.readouterr().err

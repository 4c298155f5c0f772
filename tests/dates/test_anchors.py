"""What is read around anchors is what reading the whole text finds."""

from __future__ import annotations

import pytest

from pipeline.dates import lexing, recognise
from pipeline.dates.anchors import anchors, opening

TEXTS = [
    "The strike lasted two bloody weeks, unions in Lagos said.",
    "Forty-two gruelling days later, and after several quiet\nMonths, they voted.",
    "Sales rose 12,500 boxes a week; the mill ran from 6.30 a.m. to 18:45 each day.",
    "It opened nineteen ninety-four times; one was in nineteen eighty-one.",
    "Profit for FY 2010, Q3 and the '90s fell.\n\nMay Day marches filled Oslo on 1 May.",
    "“Monday,” she said, “or never.” The mayor may march (3/14/2009) at four o’clock.",
    "See https://example.org/2010/May-Day for the April list; it ran 2,1,1,1,1999.",
    "Dozens of others watched as the 1950 shells were sold to 2000 people by 44 B.C. traders.",
    "İzmir’s fair opens on Thursday. THE NINTH OF JUNE 2003 WAS A MONDAY",
    "Juche 112 (2023) began on New Year’s Day, the eve of the vote on 2 January.",
    "wordsMay 2004 and 12May 2005, _June_ 2006.",
]


def everywhere(text: str) -> list[int]:
    return list(range(len(text)))


@pytest.mark.parametrize("text", TEXTS)
def test_nothing_is_lost_between_anchors(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    around = recognise(text, {})
    monkeypatch.setattr(lexing, "anchors", everywhere)
    assert around == recognise(text, {})


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param("Crowds gathered| on the evening of ^Friday.", id="after the word that means nothing"),
        pytest.param("It took| two bloody ^weeks.", id="a word after a number may be within a length"),
        pytest.param("Crowds| 'n' ^May.", id="only plain words end it"),
        pytest.param("|In the ^May sun.", id="start of the text"),
    ],
)
def test_opening_is_after_the_last_word_that_means_nothing(marked: str) -> None:
    text = marked.replace("|", "").replace("^", "")
    begin = marked.index("|")
    assert opening(text, marked.replace("|", "").index("^"), 0) == begin


def test_words_without_time_are_no_anchors() -> None:
    assert not anchors("The mayor may march with 300 of them, said Ann de Vries’ friend at the sunlit gate.")


def test_a_name_of_a_day_keeps_the_words_after_it_apart() -> None:
    text = "Historians call the Easter Offensive of 1972 a turn."
    assert [text[item.start : item.end] for item in recognise(text, {})] == ["1972"]

"""An event or movement that lies a length of time from another has the day of that, and no other."""

from __future__ import annotations

from datetime import date

import pytest
from spacy.language import Language

from pipeline.analysis import read
from pipeline.assembly import assemble
from pipeline.components import slots
from pipeline.domain import Article, EventMention, EventType


def told(nlp: Language, text: str, kind: EventType) -> EventMention:
    return next(each for each in slots.EVENTS.read(nlp(text)) if each.type == kind)


@pytest.mark.parametrize(
    ("text", "kind", "day", "lapse"),
    [
        pytest.param(
            "Rebels shelled Lugo a week after the ceasefire of 3 June.", "ASSAULT", "3 June", "+P1W", id="a noun's day"
        ),
        pytest.param(
            "Police arrested Rau three days before Diaz resigned on 9 May.", "COERCE", "9 May", "-P3D", id="a clause's"
        ),
        pytest.param(
            "Rau resigned on 9 May, two days after a court convicted Diaz.", "JUSTICE", "9 May", "-P2D", id="the other"
        ),
        pytest.param(
            "Rebels shelled Lugo the day after the collapse of talks on 4 May.",
            "ASSAULT",
            "4 May",
            "+P1D",
            id="the day",
        ),
        pytest.param("Rau resigned a day after the rebels shelled Lugo.", "PERSONNEL", None, "+P1D", id="not told"),
        pytest.param("Weeks after the flood in May, Rau resigned.", "PERSONNEL", None, "+PXW", id="a vague length"),
        pytest.param("On 9 May, a day after the strike, Rau resigned.", "PERSONNEL", "9 May", None, id="its own day"),
    ],
)
def test_an_event_counts_from_the_other(
    nlp: Language, text: str, kind: EventType, day: str | None, lapse: str | None
) -> None:
    found = told(nlp, text, kind)
    assert found.lapse == lapse
    assert found.timex == (None if day is None else text.index(day))


def test_an_event_away_from_an_undated_one_is_not_of_the_day_of_the_news(nlp: Language) -> None:
    found = told(nlp, "Diaz met farmers on Friday. A day after the strike, Rau resigned.", "PERSONNEL")
    assert found.timex is None


@pytest.mark.parametrize(
    "text",
    [
        "The bank cut its growth forecast for the year on Tuesday.",
        "The company posted a profit forecast for 2031 on Tuesday.",
        "The council adopted the plan for the next five years on Tuesday.",
    ],
)
def test_an_own_day_goes_before_the_period_of_the_object(nlp: Language, text: str) -> None:
    assert {each.timex for each in slots.EVENTS.read(nlp(text))} == {text.index("Tuesday")}


@pytest.mark.parametrize(
    ("text", "departure", "arrival"),
    [
        pytest.param(
            "Mia Rau arrived in Lugo on 9 May, two days after she left Bern.",
            date(2024, 5, 7),
            date(2024, 5, 9),
            id="left before",
        ),
        pytest.param(
            "Mia Rau landed in Lugo on 9 May, a day after Rau left Bern.",
            date(2024, 5, 8),
            date(2024, 5, 9),
            id="in apposition",
        ),
        pytest.param(
            "The ship sailed for Malta a week after the strike of 2 May.", date(2024, 5, 9), None, id="from an event"
        ),
        pytest.param("The ship sailed for Malta a week after a strike.", None, None, id="from an undated event"),
        pytest.param("The ship sailed for Malta weeks after the strike of 2 May.", None, None, id="a vague length"),
        pytest.param(
            "The ship sailed for Malta on 9 May, a week after a strike.", date(2024, 5, 9), None, id="its own day"
        ),
    ],
)
def test_a_movement_counts_from_the_other(
    nlp: Language, text: str, departure: date | None, arrival: date | None
) -> None:
    article = Article("one", text, published=date(2024, 6, 12))
    (movement,) = assemble(article, read(text, nlp)).movements
    ends = [span and span.first for span in (movement.departure, movement.arrival)]
    assert ends == [departure, arrival]

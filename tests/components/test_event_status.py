"""What cannot be planned, and what a decision's day does not date."""

from __future__ import annotations

import pytest
from spacy.language import Language

from pipeline.components import slots
from pipeline.domain import EventMention


def event(nlp: Language, text: str, trigger: str) -> EventMention:
    return next(each for each in slots.EVENTS.read(nlp(text)) if each.trigger.text == trigger)


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        pytest.param("Blast kills five in Basra on Monday", "kills", "occurred", id="blast in a headline"),
        pytest.param("Police arrest three men on Tuesday", "arrest", "occurred", id="arrest in a headline"),
        pytest.param(
            "A gunman opens fire inside a mall on June 3 last year and kills nine.",
            "kills",
            "occurred",
            id="day of last year",
        ),
        pytest.param("The trial resumes Monday.", "resumes", "planned", id="what has a timetable"),
        pytest.param("The army will attack the port on Monday.", "attack", "planned", id="what is said to come"),
        pytest.param(
            "Rocha is due to testify on May 7 about the fatal stabbing of Lena Quist in Ghent.",
            "stabbing",
            "occurred",
            id="what a hearing to come is about",
        ),
        pytest.param(
            "He regrets his decision to meet the banker while police were investigating the man.",
            "investigating",
            "occurred",
            id="what was under way",
        ),
    ],
)
def test_what_cannot_be_planned_has_been(nlp: Language, text: str, trigger: str, status: str) -> None:
    assert event(nlp, text, trigger).status == status


@pytest.mark.parametrize(
    ("text", "trigger", "dated"),
    [
        pytest.param("The mill announced plans to file for bankruptcy last week.", "file", False, id="last week"),
        pytest.param("Mayor Quist says he plans in May to lay off 75 officers.", "lay", True, id="time to come"),
        pytest.param("The mill plans to close a depot on Friday.", "close", True, id="own day"),
    ],
)
def test_the_day_of_a_decision_is_not_that_of_what_is_planned(
    nlp: Language, text: str, trigger: str, dated: bool
) -> None:
    assert (event(nlp, text, trigger).timex is not None) is dated

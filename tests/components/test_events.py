"""Sentences of our own, each with the events that a careful reader takes from it, in order."""

from __future__ import annotations

import pytest
from spacy.language import Language

from pipeline.components import slots
from pipeline.domain import EventMention


def found(nlp: Language, text: str) -> tuple[EventMention, ...]:
    return slots.EVENTS.read(nlp(text))


def parties(event: EventMention) -> tuple[str, str, str]:
    actors = ", ".join(argument.text for argument in event.actors)
    return event.type, actors, ", ".join(argument.text for argument in event.recipients)


@pytest.mark.parametrize(
    ("text", "kind", "actor", "recipient"),
    [
        pytest.param("Kenya accused Somalia of arming rebels.", "ACCUSE", "Kenya", "Somalia", id="verb and object"),
        pytest.param(
            "Five ministers were sanctioned by Canada.", "SANCTION", "Canada", "Five ministers", id="passive with agent"
        ),
        pytest.param(
            "Peru imposed sanctions on Bolivia on Friday.", "SANCTION", "Peru", "Bolivia", id="light verb and object"
        ),
        pytest.param(
            "Sweden lifted sanctions against Belarus.", "CONCEDE", "Sweden", "Belarus", id="lifting a measure concedes"
        ),
        pytest.param(
            "Ghana threatened to expel Malian diplomats.", "THREATEN", "Ghana", "Malian diplomats", id="threat to do"
        ),
        pytest.param("Oman refused to receive Yemeni envoys.", "REJECT", "Oman", "Yemeni envoys", id="refusal to do"),
        pytest.param(
            "Norway promised to send food to Sudan.", "AGREE", "Norway", "Sudan", id="promise of aid is agreement"
        ),
        pytest.param("Norway sent food to Sudan.", "AID", "Norway", "Sudan", id="giving what helps"),
        pytest.param(
            "Cuba said it would cut diplomatic ties with Chad.", "THREATEN", "Cuba", "Chad", id="own hostile future"
        ),
        pytest.param(
            "The rebels demanded that Nepal release the prisoners.", "REQUEST", "The rebels", "Nepal", id="demand that"
        ),
        pytest.param(
            "Laos rejected a Thai proposal.", "REJECT", "Laos", "Thai", id="the author of a proposal is its recipient"
        ),
        pytest.param("Police arrested ten protesters.", "COERCE", "Police", "ten protesters", id="arrest"),
    ],
)
def test_events_have_type_actor_and_recipient(nlp: Language, text: str, kind: str, actor: str, recipient: str) -> None:
    assert parties(found(nlp, text)[0]) == (kind, actor, recipient)


def test_events_of_a_visit_have_the_host_as_recipient(nlp: Language) -> None:
    event = found(nlp, "President Macron visited Egypt on Monday.")[0]
    assert (event.type, event.mode) == ("CONSULT", "visit")
    assert parties(event)[1:] == ("President Macron", "Egypt")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The committee attacked the problem with energy.", id="attacking a problem"),
        pytest.param("She shot a film in Rome.", id="shooting a film"),
        pytest.param("Two hikers were killed in an avalanche.", id="an accident"),
        pytest.param("He died of a heart attack.", id="a heart attack"),
    ],
)
def test_events_leave_out_what_is_none(nlp: Language, text: str) -> None:
    assert found(nlp, text) == ()


def test_events_keep_a_planned_visit_planned(nlp: Language) -> None:
    assert found(nlp, "The king plans to visit Chile in May.")[0].status == "planned"

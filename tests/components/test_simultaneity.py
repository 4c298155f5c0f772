"""What dates one clause dates those that are of its time."""

from __future__ import annotations

import pytest
from spacy.language import Language

from pipeline.components import slots
from pipeline.domain import EventType


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        pytest.param(
            "A storm hit Lugo late on Friday, killing six sailors.", "DISASTER", "late on Friday", id="late on"
        ),
        pytest.param("Two nurses died in a car crash near Lugo in May.", "DISASTER", "May", id="what they died in"),
        pytest.param("A driver was charged in a crash near Lugo in May.", "DISASTER", None, id="a charge comes later"),
        pytest.param("Rebels overran Lugo on Friday before retreating to Galda.", "RETREAT", "Friday", id="next step"),
        pytest.param(
            "Diaz left the party in May and sent a letter accusing Rau.", "ACCUSE", "May", id="a letter says so"
        ),
        pytest.param(
            "He recalled the 1987 pilgrimage, in which 90 people were trampled.", "LIFE", "1987", id="in which"
        ),
        pytest.param(
            "Riots began in Lugo on Friday, with students attacking policemen.", "ASSAULT", "Friday", id="with"
        ),
        pytest.param("Rau flew to Lugo on Friday to meet Diaz.", "CONSULT", "Friday", id="purpose of a journey"),
        pytest.param("Rau won in May in a vote that the Greens boycotted.", "ELECTION", "May", id="a vote"),
        pytest.param("Diaz left Lugo on Friday, hours before rebels shot Rau.", "ASSAULT", "Friday", id="hours before"),
        pytest.param("Diaz left Lugo on Friday, weeks before rebels shot Rau.", "ASSAULT", None, id="weeks before"),
        pytest.param("Rau signed a bill banning nets on Friday.", "LAW", "Friday", id="what a bill says"),
        pytest.param("Police stopped Rau from entering on Friday.", "COERCE", "Friday", id="what was prevented"),
        pytest.param(
            "Rau was hit by a car when he tried to cross on Friday.", "DISASTER", "Friday", id="what was tried"
        ),
        pytest.param(
            "A gunman killed two guards and shot Rau on Friday.", "ASSAULT", "Friday", id="day behind the last"
        ),
        pytest.param("Rau hired a clerk and later sued him on Friday.", "PERSONNEL", None, id="later"),
        pytest.param("Rau was born in Lugo and died on Friday.", "LIFE", None, id="no day of birth"),
        pytest.param("Mali said on Friday it would attack Niger.", "THREATEN", "Friday", id="a threat is said"),
        pytest.param("Rau won a seat in elections held in May.", "ELECTION", "May", id="an occasion that was held"),
    ],
)
def test_events_have_the_time_of_the_clause_around(nlp: Language, text: str, kind: EventType, day: str | None) -> None:
    told = [each for each in slots.EVENTS.read(nlp(text)) if each.type == kind]
    assert told
    assert all((each.timex is None) is (day is None) for each in told)
    assert all(each.timex is None or text[each.timex :].startswith(str(day)) for each in told)

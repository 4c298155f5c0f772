from __future__ import annotations

import pytest
from spacy.language import Language

from pipeline.components import slots
from pipeline.components.grammar import when
from pipeline.domain import TimeExpression


def times(nlp: Language, text: str) -> tuple[list[TimeExpression | None], dict[int, TimeExpression]]:
    """The time of the event in square brackets, by its last word."""
    start = text.index("[")
    doc = nlp(text.replace("[", "").replace("]", ""))
    by_token = {
        token.i: time for time in slots.EXPRESSIONS.read(doc) for token in doc if time.start <= token.idx < time.end
    }
    return [when.time_of(token, by_token) for token in doc if token.idx == start], by_token


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("On Monday the envoy [flew] to Oran.", "Monday", id="in front"),
        pytest.param("On Monday the envoy ate and [flew] to Oran.", "Monday", id="in front of the first verb"),
        pytest.param("The envoy ate on Monday and [flew] to Oran.", None, id="behind the first verb"),
        pytest.param("The envoy was [flown] on Monday by the army to Oran.", "Monday", id="passive with its agent"),
        pytest.param("Officials said on Friday that the envoy [fled] on Monday.", "Monday", id="not the speaker's"),
        pytest.param("The envoy is expected on Monday to [arrive].", "Monday", id="of the verb above an infinitive"),
        pytest.param("The [visit] to Oran took place on Monday.", "Monday", id="of the verb of a subject"),
        pytest.param("The [visit] to Oran angered unions on Monday.", None, id="of what else a subject does"),
        pytest.param("Riots began on Monday as the envoy [landed].", "Monday", id="of the clause above"),
        pytest.param("Riots began on Monday because the envoy [landed].", None, id="of a reason"),
        pytest.param("It was on Monday that the envoy [landed].", "Monday", id="cleft"),
        pytest.param("A bus [carrying] miners overturned on Monday.", "Monday", id="participle of a subject"),
        pytest.param("The envoy [left] before the vote on Monday.", None, id="bound"),
        pytest.param("The envoy has [lived] in Oran since Monday.", None, id="since"),
        pytest.param("The envoy [met] Ann Lee, winner of the 2015 prize.", None, id="describes a noun"),
    ],
)
def test_when_time_of_an_event(nlp: Language, text: str, expected: str | None) -> None:
    found, known = times(nlp, text)
    assert known
    assert [time and time.text for time in found] == [expected]

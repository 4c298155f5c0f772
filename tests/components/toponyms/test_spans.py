from __future__ import annotations

import pytest
from spacy.lang.en import English
from spacy.language import Language

from pipeline.components.toponyms.spans import Candidate, candidates


@pytest.fixture(scope="module")
def tokenizer() -> Language:
    """Tokens only: what is a candidate by its words alone."""
    return English()


def named(found: list[Candidate]) -> dict[str, str]:
    return {candidate.text: candidate.kind for candidate in found}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("It rained in Rio de Janeiro.", {"Rio de Janeiro": "listed"}, id="longest name with small words"),
        pytest.param("Near Yamoussoukro, Côte d'Ivoire", {"Côte d'Ivoire": "listed"}, id="elided article"),
        pytest.param("A South Korean ship", {"South Korean": "demonym"}, id="demonym of two words"),
        pytest.param("in Racine, Wis.", {"Racine": "listed", "Wis.": "abbreviation"}, id="state"),
        pytest.param("in Racine, WI", {"WI": "abbreviation"}, id="postal code behind a comma"),
        pytest.param("an EU-wide rule, a UK-based firm", {"UK": "abbreviation"}, id="country in front of a hyphen"),
        pytest.param("OSLO — Snow fell.", {"OSLO": "listed"}, id="dateline in capitals"),
    ],
)
def test_spans_has_the_candidate(tokenizer: Language, text: str, expected: dict[str, str]) -> None:
    assert expected.items() <= named(candidates(tokenizer(text))).items()


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        pytest.param("The White House said so.", "White House", id="seat of government"),
        pytest.param("A SWAT team came.", "SWAT", id="acronym"),
        pytest.param("The European Union agreed.", "European", id="union"),
        pytest.param("Two African-Americans won.", "African", id="people within another's name"),
        pytest.param("Three Native American chiefs came.", "American", id="last word of a people's name"),
        pytest.param("The Court sat.", "Court", id="institution by itself"),
        pytest.param("They went IN again.", "IN", id="postal code behind no name"),
        pytest.param("In March it snowed.", "March", id="common word"),
        pytest.param("in nice weather", "nice", id="no capital"),
    ],
)
def test_spans_has_no_such_candidate(tokenizer: Language, text: str, absent: str) -> None:
    assert absent not in named(candidates(tokenizer(text)))


def test_spans_of_the_same_characters_come_once_and_in_order(tokenizer: Language) -> None:
    found = candidates(tokenizer("New York, New York, and Los Angeles, Calif., and the U.S."))
    places = [(candidate.first, candidate.last) for candidate in found]
    assert len(places) == len(set(places))
    assert [first for first, _ in places] == sorted(first for first, _ in places)

from __future__ import annotations

import pytest
from spacy.language import Language

from pipeline import model
from pipeline.analysis import read
from pipeline.normalization import normalize


@pytest.fixture(scope="module")
def nlp() -> Language:
    return model.load()


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        pytest.param("SENATE REJECTS BUDGET DEAL", "Senate rejects budget deal", id="capitals"),
        pytest.param(
            "Strike Stops Trains In Lyon, Union Says", "Strike stops trains in Lyon, Union says", id="title case"
        ),
        pytest.param(
            "US WARNS NATO AND TEHRAN OVER BILL", "US warns NATO and Tehran over bill", id="acronym in capitals"
        ),
        pytest.param("GOP Senators Block Judge", "GOP senators block judge", id="acronym in title case"),
        pytest.param(
            "MINISTER OF PRAIA OUSTS BASTO\nThe premier met Basto there.",
            "Minister of Praia ousts Basto\nThe premier met Basto there.",
            id="as within the text",
        ),
        pytest.param(
            "Ana Lopes Flew to Oslo on Friday and left.", "Ana Lopes Flew to Oslo on Friday and left.", id="no headline"
        ),
        pytest.param("UN CHIEF AND KIM JONG UN MEET", "UN chief and Kim Jong Un meet", id="acronym and name"),
        pytest.param("Storm Flies Past Haiti", "Storm flies past Haiti", id="inflected"),
        pytest.param("— Foreign Minister Elsa Rojas", "— Foreign Minister Elsa Rojas", id="signature"),
        pytest.param("Statement by Minister Elsa Rojas:", "Statement by Minister Elsa Rojas:", id="heading"),
        pytest.param("IAEA UN EU", "IAEA UN EU", id="acronyms alone"),
    ],
)
def test_normalization_recases_headlines(nlp: Language, given: str, shown: str) -> None:
    assert normalize(given, nlp).text == shown


def test_normalization_joins_wrapped_lines(nlp: Language) -> None:
    lines = [
        "The envoy of the Bolivian senate, Ana",
        "Maria Lopes, flew on to the old",
        "capital of Peru with a son and the",
    ]
    wrapped = "\n".join([*lines, "father of her late husband.\n"])
    assert normalize(wrapped, nlp).text == wrapped.strip().replace("\n", " ") + "\n"
    listed = "Bread\nA jar of honey\nThe blue cup\nSoap\n"
    assert normalize(listed, nlp).text == listed


def test_normalization_keeps_offsets_of_the_given_text(nlp: Language) -> None:
    given = "Premier Ana Lopes flew to Nai\u00adrobi,\u200b Kenya\u2019s capi\u00adtal, on Friday."
    found = read(given, nlp)
    assert [place.text for place in found.places] == ["Nai\u00adrobi", "Kenya"]
    assert all(given[place.start : place.end] == place.text for place in found.places)


def test_normalization_leaves_other_texts_alone(nlp: Language) -> None:
    given = "The envoy left.\n\nShe flew to Oslo."
    assert normalize(given, nlp).text == given

from __future__ import annotations

import pytest

from pipeline.similarity import NearTexts, likeness, shingles

WIRE = "The harbour of Rijeka was closed on Monday after a crane fell on two moored trawlers, the coast guard said."
OTHER = "Voters in Malta chose a new parliament on Saturday, and the count went on until the next morning."
TEXTS = {"wire": WIRE, "other": OTHER, "roundup": f"{OTHER} {WIRE}", "short": "Ships left."}


@pytest.fixture
def near() -> NearTexts:
    found = NearTexts(TEXTS.__getitem__)
    for key, text in TEXTS.items():
        found.add(key, text)
    return found


def test_similarity_of_a_part_is_counted_from_both_sides() -> None:
    found = likeness("roundup", shingles(WIRE), shingles(TEXTS["roundup"]))
    assert found.share == 1
    assert 0.3 < found.other < 0.6


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(WIRE.upper(), id="case"),
        pytest.param(WIRE.replace(" ", "\n").replace(",", " –"), id="spaces and marks"),
    ],
)
def test_similarity_is_of_words_alone(near: NearTexts, text: str) -> None:
    assert near.like(text)[0] == ("wire", 1.0, 1.0)


def test_similarity_finds_edited_copies_and_no_others(near: NearTexts) -> None:
    edited = WIRE.replace("two moored trawlers", "three trawlers")
    assert [each.key for each in near.like(edited)] == ["wire", "roundup"]
    assert near.like("A bakery in Ghent won a prize for its rye bread this spring, to nobody's surprise.") == []


@pytest.mark.parametrize("text", ["", "…", "Ships"])
def test_similarity_of_hardly_any_words_is_none(near: NearTexts, text: str) -> None:
    assert near.like(text) == []


def test_similarity_forgets_what_is_discarded(near: NearTexts) -> None:
    near.discard("wire")
    near.discard("unknown")
    assert [each.key for each in near.like(WIRE)] == ["roundup"]

"""A tour of a region is told by its stops."""

from __future__ import annotations

from datetime import date

import pytest
from spacy.language import Language

from pipeline.analysis import read
from pipeline.assembly import assemble
from pipeline.domain import Article


@pytest.mark.parametrize(
    ("text", "journeys"),
    [
        pytest.param(
            "President Ana Ruiz arrived in Jordan on Monday. Ruiz is on a trip to the Middle East.",
            {("Jordan", 2)},
            id="a stop",
        ),
        pytest.param("President Ana Ruiz left on a trip to the Middle East.", {("Middle East", 1)}, id="no stop"),
        pytest.param(
            "President Ana Ruiz arrived in Jordan on Monday. Omar Said is on a trip to the Middle East.",
            {("Jordan", 1), ("Middle East", 1)},
            id="another mover",
        ),
    ],
)
def test_a_tour_of_a_region_is_told_by_its_stops(nlp: Language, text: str, journeys: set[tuple[str, int]]) -> None:
    found = assemble(Article("x", text, published=date(2018, 10, 19)), read(text, nlp)).movements
    assert {(each.destination.name, len(each.reports)) for each in found if each.destination} == journeys

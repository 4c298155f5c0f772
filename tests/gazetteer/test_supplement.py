"""The curated lists hold what they say."""

from __future__ import annotations

import pytest

from pipeline.gazetteer import countries, lookup
from pipeline.gazetteer.build.supplement import Addition, Supplement
from pipeline.lexicons import load

SUPPLEMENT = load("place_supplement", Supplement)


@pytest.mark.parametrize("place", SUPPLEMENT.places, ids=lambda place: place.name)
def test_supplement_rows_are_in_the_packed_file_at_their_position(place: Addition) -> None:
    assert place.source
    assert place.country is None or place.country in countries.by_code()
    for name in (place.name, *place.aliases):
        assert any(
            abs(entry.latitude - place.latitude) < 12 and abs(entry.longitude - place.longitude) < 12
            for entry in lookup.find(name)
            if entry.country == place.country
        ), name


def test_supplement_stands_in_order() -> None:
    names = [place.name.casefold() for place in SUPPLEMENT.places]
    assert names == sorted(names)

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from pipeline.corrections import Change, Correction, Entry, Target, overlay
from pipeline.domain import Extent
from pipeline.locations import relocate
from tests.pages.two_georgias import KEY, NAME, STATE, TEXT, analysis

HERE = Extent(TEXT.index(NAME), TEXT.index(NAME) + len(NAME), NAME)


def entry(trigger: Extent, *, undone: bool = False) -> Entry:
    made = Correction("a", Target("place", KEY, trigger), Change("located"), "Ada", datetime(2024, 1, 1, tzinfo=UTC))
    return Entry(1, made, undone=undone)


def test_relocated_moves_each_mention_and_what_happens_there() -> None:
    found = analysis()
    (state,) = found.places[0].alternatives
    to = replace(found.places[0], country=state.country, latitude=state.latitude, geonames_id=STATE, alternatives=())
    moved = relocate(found, HERE, to)
    assert {place.geonames_id for place in moved.places} == {STATE}
    assert [place.start for place in moved.places] == [place.start for place in found.places]
    assert moved.places[0].alternatives == found.places[0].alternatives
    assert moved.events[0].place
    assert moved.events[0].place.geonames_id == STATE
    assert moved.movements[0].destination == moved.events[0].place


def test_relocated_to_nowhere_leaves_the_words() -> None:
    moved = relocate(analysis(), HERE, None)
    assert {(place.name, place.latitude, place.country) for place in moved.places} == {(NAME, None, None)}


def test_overlay_lists_a_place_that_is_named_no_more() -> None:
    found = analysis()
    lost = entry(Extent(0, 3, "Ada"))
    assert overlay(found, [lost]) == (found, frozenset({1}))
    assert overlay(found, [entry(HERE, undone=True)]) == (found, frozenset())

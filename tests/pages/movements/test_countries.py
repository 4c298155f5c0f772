from __future__ import annotations

from pages.movements.arcs import Window
from pages.movements.countries import country_labels

IBERIA = Window(36, 44, -12, 4)


def test_countries_are_named_where_their_places_are() -> None:
    found = dict(country_labels(IBERIA, [], []))
    assert {"Spain", "Portugal", "France"} <= set(found)
    assert all(IBERIA.contains(point) for point in found.values())


def test_countries_already_on_the_map_are_not_named_twice() -> None:
    assert "Spain" not in dict(country_labels(IBERIA, [], ["Spain"]))


def test_countries_make_room_for_places() -> None:
    usual = dict(country_labels(IBERIA, [], []))["Portugal"]
    moved = dict(country_labels(IBERIA, [usual], [])).get("Portugal")
    assert moved != usual


def test_countries_are_not_named_on_a_map_of_the_world() -> None:
    assert country_labels(Window(-58, 78, -170, 190), [], []) == []


def test_countries_are_named_on_their_own_ground() -> None:
    """The middle of Russia's places is taken; a little below it lies Kazakhstan."""
    eurasia = Window(20, 75, 10, 160)
    free = dict(country_labels(eurasia, [], []))["Russia"]
    moved = dict(country_labels(eurasia, [free], [])).get("Russia")
    assert moved is None or moved[0] > free[0]

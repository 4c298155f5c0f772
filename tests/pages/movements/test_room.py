"""Words on the map run into no others, stand on no mark of something else, and stay on the map."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from pages.movements import figures, labels, spots
from pages.movements.arcs import Point, Window
from pages.movements.marks import drawn
from pages.movements.room import ABOVE, BELOW, BESIDE, Box, Room, clearance
from tests.pages.charts import checked
from tests.pages.rows import LISBON, RABAT, movement

movements_map = checked(figures.movements_map)

SHOWN = Window(0, 10, 0, 20)
ANYWHERE = (*ABOVE, *BELOW, *BESIDE)
DOT = spots.DOT_PX / 2


def room() -> Room:
    """A map of 400 by 200 pixels: 20 a degree."""
    return Room(SHOWN, 200, 2)


@pytest.mark.parametrize(
    ("point", "sides"),
    [
        pytest.param((5.2, 11), ["bottom center"], id="a name above them is in the way"),
        pytest.param((8, 10), ["top center"], id="far enough"),
    ],
)
def test_room_finds_the_first_side_that_is_free(point: Point, sides: list[str]) -> None:
    found = room()
    assert found.side((5, 10), "Lisbon", ("top center",), DOT) == "top center"
    assert [found.side(point, "Rabat", ("top center", "bottom center"), DOT)] == sides


def test_room_for_nothing_where_words_stand_on_every_side() -> None:
    found = room()
    assert all(found.side((5, 10), "a long name", (side,), DOT) for side in ("top center", "bottom center", *BESIDE))
    assert found.side((5, 10), "more", ("top center", "bottom center", *BESIDE), DOT) is None


def test_room_is_wanted_for_every_line() -> None:
    found = room()
    found.side((4, 10), "above", ("middle right",))
    assert found.side((5, 10), "one line", ("middle right",)) is not None
    other = room()
    other.side((4, 10), "above", ("middle right",))
    assert other.side((5, 10), "one<br>of three<br>lines", ("middle right",)) is None


@pytest.mark.parametrize(
    ("point", "side"), [((9.9, 10), "bottom center"), ((5, 0.1), "top right"), ((5, 19.9), "top left")]
)
def test_room_ends_at_the_edge_of_the_map(point: Point, side: str) -> None:
    assert room().side(point, "<b>Lisbon</b>", ANYWHERE) == side


def test_room_of_a_map_of_the_world_shows_more_than_its_degrees_say() -> None:
    world = Room(Window(-70, 80, -220, -40), 400, 1.6, mercator=False)
    assert world.shows((35.7, 139.7))
    assert world.shows((0, -41))
    assert not world.shows((0, -38))
    assert not world.shows((35.7, 20))
    assert not world.shows((85, -130))


def test_room_for_what_lies_beyond_the_edge_is_beyond_it_too() -> None:
    assert room().side((5, 21), "outside", ("middle left",)) is None
    assert room().side((5, 21), "outside", ("middle right",)) == "middle right"


def test_room_that_a_mark_takes_is_for_its_own_words_alone() -> None:
    found = room()
    found.keep_clear((5, 10), 10)
    assert found.side((5.9, 10), "above it", ("bottom center",)) is None
    assert found.side((5, 10), "its own", ("top center",)) == "top center"


def test_room_runs_on_across_the_date_line() -> None:
    pacific = Room(Window(0, 10, 170, 190), 200, 2)
    assert pacific.side((5, -179.9), "Taveuni", ("middle right",)) == "middle right"
    assert pacific.side((5, 180.2), "Taveuni", ("middle right",)) is None


def test_room_is_less_where_a_map_of_the_world_draws_the_north_together() -> None:
    """At 60 degrees the meridians stand three quarters as far apart as at the equator."""
    world = Room(Window(-60, 88, -90, 150), 300, 1.85, mercator=False)
    assert world.side((0, -22), "Reykjavik", ("top center",)) is not None
    assert world.side((0, 18), "Stockholm", ("top center",)) is not None
    assert world.side((62, -22), "Reykjavik", ("top center",)) is not None
    assert world.side((62, 18), "Stockholm", ("top center",)) is None


def boxes(figure: Any, shown: Window) -> list[Box]:
    """What all words on a map cover."""
    measured = Room(shown, 400, figures.ASPECT)
    return [
        measured._box((lat, lon), text, side, clearance(DOT if "markers" in trace.mode else 0))
        for trace in figure.data
        if trace.type == "scattergeo" and trace.text
        for lat, lon, text, side in zip(trace.lat, trace.lon, trace.text, trace.textposition, strict=True)
        if text
    ]


def test_map_of_near_places_and_many_movers_lets_no_words_overlap() -> None:
    near = [replace(RABAT, key=f"near{n}", name=f"Town number {n}", latitude=34 + n / 3) for n in range(8)]
    rows = [
        movement(id=f"{kind}{n}", origin=LISBON if kind == "way" else None, destination=place)
        for n, place in enumerate(near)
        for kind in ("way", "ring", "other")
    ]
    shown = figures.window_of(rows)
    found = boxes(movements_map(rows), shown)
    assert len(found) > 5
    assert not [one for at, one in enumerate(found) for other in found[at + 1 :] if one.meets(other)]


def test_movers_say_less_where_there_is_no_room_for_more() -> None:
    [ring] = drawn([movement(origin=None)])
    narrow = Room(Window(30, 40, -12, -2), 200, 1)
    [label] = labels.of_movers([ring], narrow, {}, terse=False)
    assert label.words.strip() == "Ana Costa"


def test_movers_that_go_by_themselves_are_said_once() -> None:
    marks = drawn([movement(vehicle="plane"), movement(id="m1", mover=replace(movement().mover, name="The plane"),
        origin=RABAT, destination=LISBON, vehicle="plane")])  # fmt: skip
    said = {label.words for label in labels.of_movers(marks, Room(figures.WORLD, 400, 2), {}, terse=False)}
    assert said <= {"Ana Costa · plane", "The plane"}
    assert said


def test_places_without_a_movement_are_named_too() -> None:
    found = spots.spots(drawn([movement()]), [RABAT, replace(RABAT, key="fez", name="Fez", longitude=-5.0)])
    assert sorted(spot.place.name for spot in found) == ["Fez", "Lisbon", "Rabat"]


def test_room_off_lines_is_where_only_its_own_line_is() -> None:
    found = room()
    found.keep_line("own", [(0, 10), (10, 10)], (0.1, 10))
    found.keep_line("other", [(5, 0), (5, 20)], (5, 19.9))
    assert found.side((5, 4), "on it", ("middle right",), own="own") is None
    assert found.side((7, 10), "its own", ("middle center",), own="own", bare=True) is None
    assert found.side((7, 10), "its own", ("middle center",), own="own") == "middle center"
    assert found.side((5, 15), "no choice", ("middle center",)) == "middle center"


def test_room_beyond_another_line_is_none() -> None:
    """A number there would be taken for that of the other line."""
    found = room()
    found.keep_line("own", [(5, 0), (5, 20)], (5, 19.9))
    found.keep_line("other", [(4.6, 0), (4.6, 20)], (4.6, 19.9))
    assert found.side((5, 10), "4.", ("bottom center", "top center"), 8, "own") == "top center"


def test_room_of_the_whole_world_ends_where_its_drawing_does() -> None:
    world = Window(-58, 78, -170, 190)
    tall = Room(world, 400, 1, mercator=False)
    assert tall.side((77, 10), "far north", ("top center", "bottom center")) == "bottom center"


def test_names_of_places_stand_on_two_lines_rather_than_on_an_arrow() -> None:
    """There is no room to the right for the whole name, and to the left is the arrow."""
    port = replace(RABAT, name="Novo-Redondo-da-Barra", latitude=5.0, longitude=16.0)
    place = spots.Spot(port, (5.0, 16.0), above=True)
    free = spots.named_where([place], room())
    assert free[place.point][0] == "<b>Novo-Redondo-da-Barra</b>"
    crossed = room()
    crossed.keep_line("way", [(0, 12), (10, 14)], (9.9, 14))
    words, side = spots.named_where([place], crossed)[place.point]
    assert words == "<b>Novo-Redondo-<br>da-Barra</b>"
    assert side.endswith(("right", "center"))


def test_room_between_words_side_by_side_is_more_than_nothing() -> None:
    found = room()
    found.side((5, 10), "Khasan", ("middle right",))
    assert found.side((5, 9.95), "5. 17 Sep", ("middle left",)) is None
    assert found.side((5, 9.7), "5. 17 Sep", ("middle left",)) == "middle left"

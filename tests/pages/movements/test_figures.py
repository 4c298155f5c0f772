from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from pages.movements import figures
from pages.movements.marks import drawn
from pipeline.index import PlacePoint
from pipeline.wording.palette import COLOURS, NEUTRAL
from tests.pages.charts import checked
from tests.pages.rows import LISBON, NOWHERE, RABAT, movement

movements_map = checked(figures.movements_map)

GAP = (None, None)


def lines(figure: Any) -> list[Any]:
    return [trace for trace in figure.data if trace.mode == "lines+markers"]


def rings(figure: Any) -> list[Any]:
    return [trace for trace in figure.data if trace.mode == "markers"]


def test_map_draws_an_arrow_from_origin_to_destination() -> None:
    [line] = lines(movements_map([movement()]))
    assert (line.lat[0], line.lon[0]) == pytest.approx((LISBON.latitude, LISBON.longitude))
    assert (line.lat[-2], line.lon[-2]) == pytest.approx((RABAT.latitude, RABAT.longitude))
    assert (line.lat[-1], line.lon[-1]) == GAP
    assert line.marker.symbol[-2] == "arrow"
    assert 90 < line.marker.angle[-2] < 180


@pytest.mark.parametrize(
    ("status", "dash"),
    [
        ("occurred", "solid"),
        ("ongoing", "solid"),
        ("planned", "dash"),
        ("hypothetical", "dot"),
        ("denied", "longdashdot"),
        ("cancelled", "longdashdot"),
    ],
)
def test_map_line_style_says_the_status(status: str, dash: str) -> None:
    [line] = lines(movements_map([movement(status=status)]))
    assert line.line.dash == dash
    assert ("x" in line.marker.symbol) is (dash == "longdashdot")


def test_map_unknown_origin_is_a_ring_at_the_destination_alone() -> None:
    figure = movements_map([movement(origin=None)])
    assert not lines(figure)
    [ring] = rings(figure)
    assert (list(ring.lat), list(ring.lon)) == ([RABAT.latitude], [RABAT.longitude])


@pytest.mark.parametrize("end", ["origin", "destination"])
def test_map_never_draws_an_unlocated_place(end: str) -> None:
    figure = movements_map([movement(**{end: NOWHERE})])
    points = [point for trace in figure.data for point in zip(trace.lat, trace.lon, strict=True)]
    assert points
    assert (0, 0) not in points
    assert not lines(figure)


def test_map_lists_what_it_cannot_draw() -> None:
    rows = [
        movement(id="drawn"),
        movement(id="lost", origin=None, destination=NOWHERE),
        movement(id="bare", origin=None),
    ]
    assert [mark.row.id for mark in drawn(rows)] == ["drawn", "bare"]
    assert [row.id for row in figures.off_map(rows)] == ["lost"]


def test_map_colour_is_that_of_the_event() -> None:
    rows = [movement(id="m0", type="ASSAULT"), movement(id="m1", origin=RABAT, destination=LISBON)]
    colours = {line.line.color for line in lines(movements_map(rows))}
    assert colours == {COLOURS["material conflict"], NEUTRAL}


def test_map_arrow_opens_its_movement_and_its_ends_open_their_places() -> None:
    [line] = lines(movements_map([movement()]))
    start, *way, end, _ = [tuple(each) for each in line.customdata]
    assert set(way) == {("movement", "m0")}
    assert (start, end) == (("place", LISBON.key), ("place", RABAT.key))
    assert len(line.customdata) == len(line.lat)


def test_map_without_movements_shows_the_world() -> None:
    figure = movements_map([])
    assert figure.layout.geo.lonaxis.range[1] - figure.layout.geo.lonaxis.range[0] == 360


def test_map_says_that_a_place_is_uncertain() -> None:
    unsure = figures.hover(movement(destination=NOWHERE, origin=None))
    assert "not certain" in unsure
    assert "not certain" not in figures.hover(movement())


def test_map_shows_names_as_text() -> None:
    assert "<img" not in figures.hover(movement(evidence="<img src=x>"))


def test_map_asks_this_server_for_its_base_map() -> None:
    assert str(figures.CONFIG["topojsonURL"]).startswith("/app/static/")


def test_map_draws_arrows_that_look_alike_in_one_trace() -> None:
    rows = [movement(id=f"m{number}", status="planned" if number % 2 else "occurred") for number in range(30)]
    assert len(lines(movements_map(rows))) == 2


def test_map_sends_no_more_than_it_says() -> None:
    places = [
        PlacePoint(f"name:{n}", f"Place {n}", None, n / 10, n / 10, 0.9) for n in range(1, figures.MOST_DRAWN + 6)
    ]
    rows = [movement(id=place.key, origin=None, destination=place) for place in places]
    [ring] = rings(movements_map(rows))
    assert len(ring.lat) == figures.MOST_DRAWN


def test_map_draws_many_movements_of_one_way_and_look_as_one_arrow_with_their_number() -> None:
    rows = [movement(id=f"m{number}", status="planned" if number % 3 else "occurred") for number in range(60)]
    marks = drawn(rows)
    assert sorted(len(mark.rows) for mark in marks) == [20, 40]
    assert {"20 movements", "40 movements"} >= set(movements_map(rows).data[-1].text) > set()
    assert all(mark.represents(row.id) for mark in marks for row in mark.rows)


def test_map_zooms_to_arrows_of_what_was_not_denied() -> None:
    far = PlacePoint("name:tokyo", "Tokyo", "JP", 35.68, 139.69, 0.9)
    denied = movement(id="far", origin=None, destination=far, status="denied")
    rows = [movement(), denied]
    geo = movements_map(rows).layout.geo
    assert geo.lonaxis.range[1] < 30
    assert [row.id for row in figures.outside(rows, figures.window_of(rows))] == ["far"]
    assert figures.outside(rows, figures.window_of(rows, everything=True)) == []


def test_map_zooms_out_to_what_is_selected() -> None:
    far = PlacePoint("name:tokyo", "Tokyo", "JP", 35.68, 139.69, 0.9)
    denied = movement(id="far", origin=None, destination=far, status="denied")
    rows = [movement(), denied]
    assert figures.outside(rows, figures.window_of(rows, "far")) == []


def test_map_for_a_phone_is_less_wide_and_says_less() -> None:
    wide, narrow = (movements_map([movement(origin=None)], narrow=narrow) for narrow in (False, True))
    assert wide.layout.geo.lonaxis.range[1] > narrow.layout.geo.lonaxis.range[1]
    assert [len(each.data[-1].text[0]) for each in (wide, narrow)] == [31, 14]


def test_map_is_detailed_near_and_light_far() -> None:
    far = PlacePoint("name:lima", "Lima", "PE", -12.05, -77.04, 0.9)
    near, world = (movements_map([movement(destination=end)]).layout.geo for end in (RABAT, far))
    assert (near.resolution, near.projection.type) == (50, "mercator")
    assert (world.resolution, world.projection.type) == (110, "natural earth")


def test_map_says_how_many_movements_it_leaves_out() -> None:
    ends = [replace(RABAT, key=str(number), latitude=number / 10) for number in range(figures.MOST_DRAWN + 7)]
    assert figures.left_out([movement(id=end.key, destination=end) for end in ends]) == 7
    assert figures.left_out([movement()]) == 0

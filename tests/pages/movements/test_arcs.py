from __future__ import annotations

from itertools import pairwise
from math import cos, radians

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pages.movements.arcs import Point, arc, bearing, lanes, window

LISBON, RABAT, TOKYO, HONOLULU = (38.72, -9.14), (34.02, -6.84), (35.68, 139.69), (21.31, -157.86)
NEXT_TO = 1e-9
points = st.tuples(st.floats(-80, 80), st.floats(-180, 180))


def test_arc_runs_from_start_to_end() -> None:
    line = arc(LISBON, RABAT)
    assert line[0] == pytest.approx(LISBON)
    assert line[-1] == pytest.approx(RABAT)


def test_arc_is_the_great_circle() -> None:
    """Between two points of 60 degrees north, half the world apart, the shortest way crosses the pole."""
    assert max(lat for lat, _ in arc((60, 0), (60, 179.9))) == pytest.approx(90, abs=1)


def test_arc_does_not_jump_at_the_date_line() -> None:
    line = arc(TOKYO, HONOLULU)
    assert max(abs(after[1] - before[1]) for before, after in pairwise(line)) < 10
    assert line[-1][1] == pytest.approx(HONOLULU[1] + 360)


@given(points, points)
def test_arc_stays_on_the_globe(start: Point, end: Point) -> None:
    assert all(-90 <= lat <= 90 for lat, _ in arc(start, end))


def test_lanes_leave_a_single_route_straight() -> None:
    assert lanes([(LISBON, RABAT), (LISBON, TOKYO)]) == [0, 0]


def test_lanes_fan_out_trips_between_two_places() -> None:
    there, back = (LISBON, RABAT), (RABAT, LISBON)
    lines = [arc(*route, lane) for route, lane in zip([there, there, back], lanes([there, there, back]), strict=True)]
    middles = {(round(line[16][0], 2), round(line[16][1], 2)) for line in lines}
    assert len(middles) == 3


@pytest.mark.parametrize(
    ("end", "degrees"),
    [((1.0, 0.0), 0), ((0.0, 1.0), 90), ((-1.0, 0.0), 180), ((0.0, -1.0), 270)],
)
def test_bearing_is_clockwise_from_north(end: Point, degrees: float) -> None:
    assert bearing((0.0, 0.0), end) == pytest.approx(degrees, abs=0.1)


def test_window_is_none_without_points() -> None:
    assert window([]) is None


def test_window_crosses_the_date_line_where_that_is_shorter() -> None:
    shown = window([TOKYO, HONOLULU])
    assert shown is not None
    assert shown.east - shown.west < 180


RUN_ON = [(-36.85, -185.2), (31.77, 35.2), (34.05, -118.2), (37.8, 237.7), (35.68, -220.31)]


@given(st.lists(st.tuples(st.floats(-80, 80), st.floats(-540, 540)), min_size=1, max_size=8))
@example(RUN_ON)
@example([(0.0, 0.0), (0.0, 37.0), (0.0, 124.0), (0.0, -62.0), (0.0, -149.0)])
def test_window_holds_all_points(found: list[Point]) -> None:
    shown = window(found)
    assert shown is not None
    for lat, lon in found:
        assert shown.south <= lat <= shown.north
        assert any(shown.west - NEXT_TO <= lon + turn <= shown.east + NEXT_TO for turn in range(-1080, 1081, 360))


def test_window_leaves_room_around_a_single_place() -> None:
    shown = window([LISBON])
    assert shown is not None
    assert shown.north - shown.south >= 5
    assert (shown.east - shown.west) * cos(radians(LISBON[0])) >= 5

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from pages.movements import areas, figures, spots
from pages.movements.marks import drawn
from pipeline.domain import DateSpan
from tests.pages.charts import checked
from tests.pages.rows import LISBON, NOWHERE, RABAT, movement

movements_map = checked(figures.movements_map)

PORTUGAL = replace(LISBON, key="2264397", name="Portugal", feature="PCLI")


def dots(figure: Any) -> Any:
    [trace] = [
        trace
        for trace in figure.data
        if trace.type == "scattergeo" and trace.mode == "markers+text" and trace.customdata
    ]
    return trace


def words(figure: Any) -> list[str]:
    return [said for trace in figure.data if trace.type != "choropleth" and trace.text for said in trace.text if said]


@pytest.mark.parametrize(("confidence", "symbol", "label"), [(0.3, "circle-open", "Rabat?"), (0.9, "circle", "Rabat")])
def test_place_that_is_not_certain_is_hollow_with_a_question_mark(confidence: float, symbol: str, label: str) -> None:
    trace = dots(movements_map([movement(destination=replace(RABAT, confidence=confidence))]))
    assert (trace.marker.symbol[1], trace.text[1]) == (symbol, f"<b>{label}</b>")
    assert trace.marker.symbol[0] == "circle"


def test_place_opens_when_clicked() -> None:
    trace = dots(movements_map([movement()]))
    assert [tuple(each) for each in trace.customdata] == [("place", LISBON.key), ("place", RABAT.key)]


def test_place_name_is_text() -> None:
    figure = movements_map([movement(destination=replace(RABAT, name="<img src=x>"))])
    assert not any("<img" in said for said in (*words(figure), *dots(figure).hovertext))


def test_country_is_an_area_that_no_arrow_runs_from() -> None:
    figure = movements_map([movement(origin=PORTUGAL)])
    [area] = [trace for trace in figure.data if trace.type == "choropleth"]
    assert list(area.locations) == ["PRT"]
    assert [tuple(each) for each in area.customdata] == [("place", PORTUGAL.key)]
    assert not [trace for trace in figure.data if trace.type == "scattergeo" and trace.mode == "lines+markers"]
    assert list(dots(figure).lat) == [RABAT.latitude]
    assert any("Ana Costa (from Portugal)" in said for said in words(figure))


def test_country_alone_is_listed_beside_its_area() -> None:
    rows = [movement(id="m0", origin=None, destination=PORTUGAL), movement(id="m1")]
    assert [row.id for row in areas.pathless(rows)] == ["m0"]
    assert figures.off_map(rows) == []
    shown = figures.window_of(rows[:1])
    assert all(map(shown.contains, [(38.7, -9.1), (41.1, -8.6), (37.0, -7.9)]))


def test_country_that_is_large_is_shown_whole() -> None:
    russia = replace(PORTUGAL, key="2017370", name="Russia", country="RU", latitude=60.0, longitude=100.0)
    shown = figures.window_of([movement(origin=None, destination=russia)])
    assert all(map(shown.contains, [(55.75, 37.6), (43.1, 131.9), (60.0, 30.3)]))


def test_country_without_an_area_is_a_dashed_ring_without_a_dot() -> None:
    kosovo = replace(PORTUGAL, key="831053", name="Kosovo", country="XK")
    figure = movements_map([movement(origin=kosovo)])
    [ring] = [trace for trace in figure.data if trace.mode == "lines"]
    assert ring.line.dash == "dash"
    assert list(dots(figure).marker.opacity) == [0, 1]


def test_area_of_the_selected_movement_is_pointed_out() -> None:
    rows = [movement(id="m0", origin=PORTUGAL), movement(id="m1", destination=replace(PORTUGAL, country="ES", key="x"))]
    figure = movements_map(rows, "m1")
    assert [list(trace.locations) for trace in figure.data if trace.type == "choropleth"] == [["PRT"], ["ESP"]]


def test_town_has_no_ring() -> None:
    assert not [trace for trace in movements_map([movement()]).data if trace.mode == "lines"]


def test_unlocated_places_are_listed_once() -> None:
    assert spots.unlocated([LISBON, NOWHERE, None, NOWHERE]) == [NOWHERE]


def test_map_says_that_a_named_origin_is_not_located_rather_than_unknown() -> None:
    assert any("origin Nowhere not located" in said for said in words(movements_map([movement(origin=NOWHERE)])))
    assert any("origin unknown" in said for said in words(movements_map([movement(origin=None)])))


def test_map_numbers_the_legs_of_an_itinerary() -> None:
    rows = [movement(id="m0"), movement(id="m1", origin=RABAT, destination=LISBON)]
    said = words(movements_map(rows, legs=("m1", "m0")))
    assert {"<b>1.</b> 8 Mar", "<b>2.</b> 8 Mar"} & set(said)


def test_map_counts_trips_between_two_places_that_are_too_many_to_name() -> None:
    rows = [movement(id=f"m{number}") for number in range(5)]
    said = words(movements_map(rows))
    assert said.count("5 trips") == 1
    assert "Ana Costa" not in said
    assert "Ana Costa" in words(movements_map(rows[:2]))


def test_map_keeps_to_the_part_of_the_world_that_it_is_asked_for() -> None:
    far = replace(RABAT, key="name:lima", name="Lima", latitude=-12.05, longitude=-77.04)
    rows = [movement(id="m0"), movement(id="m1", destination=far)]
    some, everything = movements_map(rows[:1], shown=figures.window_of(rows)), movements_map(rows)
    assert some.layout.geo.lonaxis.range == everything.layout.geo.lonaxis.range


def test_place_of_most_voices_keeps_its_name() -> None:
    near = replace(RABAT, key="name:sale", name="Sale", latitude=34.04, longitude=-6.8)
    rows = [movement(id="m0", destination=near), movement(id="m1", voices=4)]
    names = [text for text in dots(movements_map(rows)).text if text]
    assert names == ["<b>Lisbon</b>", "<b>Rabat</b>"]
    chosen = dots(movements_map(rows, near.key)).text
    assert ("<b>Sale</b>" in chosen, "<b>Rabat</b>" in chosen) == (True, False)


def test_selected_place_is_pointed_out() -> None:
    sizes = dots(movements_map([movement()], RABAT.key)).marker.size
    assert sizes[1] > sizes[0]


@pytest.mark.parametrize(
    ("fields", "is_point"),
    [
        pytest.param({"feature": "CONT", "country": None}, False, id="a continent"),
        pytest.param({"feature": "RGN", "country": None}, False, id="a region of several countries"),
        pytest.param({"feature": "RGN"}, True, id="a region of one country"),
        pytest.param({"feature": "SEA", "country": None}, True, id="a sea"),
    ],
)
def test_part_of_the_world_is_no_point(fields: dict[str, Any], *, is_point: bool) -> None:
    row = movement(origin=None, destination=replace(RABAT, **fields))
    assert bool(drawn([row])) is is_point
    assert (areas.pathless([row]) == [row]) is not is_point
    assert not figures.off_map([row])
    assert not spots.unlocated([row.destination])


def test_movers_of_one_name_at_one_place_are_said_once() -> None:
    rows = [movement(id=id_, origin=None, destination=RABAT) for id_ in ("planned", "done")]
    [label] = [said for said in words(movements_map(rows)) if "origin unknown" in said]
    assert label.count("origin unknown") == 1


def test_day_of_a_leg_is_one_that_is_known() -> None:
    week = DateSpan(date(2019, 3, 4), date(2019, 3, 10), "2019-03-04/2019-03-10")
    left = DateSpan(date(2019, 3, 6), date(2019, 3, 6), "2019-03-06")
    row = movement(id="leg", first=week.first, last=week.last, departure=left, arrival=week)
    assert "<b>1.</b> 6 Mar" in words(movements_map([row], legs=("leg",)))
    vague = replace(row, departure=None)
    assert "<b>1.</b>" in words(movements_map([vague], legs=("leg",)))

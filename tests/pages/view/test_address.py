from __future__ import annotations

from datetime import date
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.view.address import Layer, Panel, Selection, SelectionKind, Shown, View, read, write
from pages.view.sorting import Sort
from pages.view.zoom import Days, Middle, Zoom
from pipeline.index import Choice, Choices, EventFilter

CHOICES = Choices(
    types=("ACCUSE", "CONSULT"),
    statuses=("occurred", "planned"),
    entities=(Choice("person:ana-costa", "Ana Costa", "person"), Choice("country:MA", "Morocco", "country")),
    places=(Choice("name:rabat", "Rabat", "MA"),),
    articles=(Choice("a0", "A visit", ""),),
    first=date(2019, 1, 1),
    last=date(2019, 12, 31),
    sources=(Choice("name:her office", "her office", ""),),
    certainties=("CT+", "PS-"),
)


def some(values: tuple[str, ...]) -> st.SearchStrategy[frozenset[str]]:
    return st.frozensets(st.sampled_from(values))


views = st.builds(
    View,
    st.builds(
        EventFilter,
        first=st.none() | st.dates(date(1900, 1, 1), date(1950, 1, 1)),
        last=st.none() | st.dates(date(1950, 1, 1), date(2100, 1, 1)),
        undated=st.booleans(),
        types=some(CHOICES.types),
        entities=some(tuple(choice.key for choice in CHOICES.entities)),
        places=some(("name:rabat",)),
        statuses=some(CHOICES.statuses),
        articles=some(("a0",)),
        sources=some(("name:her office",)),
        certainties=some(("CT+", "PS-")),
        search=st.text(max_size=20).map(str.strip),
    ),
    st.none() | st.builds(Selection, st.sampled_from(get_args(SelectionKind)), st.text(min_size=1, max_size=9)),
    st.none() | st.dates(),
    some(("person:ana-costa",)),
    some(("plane", "foot")),
    layers=some(get_args(Layer)),
    panels=some(get_args(Panel)),
    shown=st.sampled_from(get_args(Shown)),
    everything=st.booleans(),
    narrow=st.booleans(),
    zooms=st.frozensets(
        st.sampled_from(
            [
                Zoom("timeline", Days(date(2019, 1, 1), date(2019, 3, 1))),
                Zoom("map", Middle(52.1, -21.0, 4.0)),
                Zoom("article-map", Middle(-33.75, 170.0, 0.5)),
            ]
        )
    ),
    part=st.none() | st.integers(1, 999_999),
    folds=st.frozensets(st.sampled_from(["00c0ffee", "12345678"])),
    sorts=st.frozensets(
        st.sampled_from([Sort("timeline-table", "Disagree on"), Sort("articles-table", "Words", down=True)])
    ),
)


@given(views)
def test_view_survives_the_address(view: View) -> None:
    assert read(write(view), CHOICES) == (view, ())


def test_view_default_leaves_the_address_empty() -> None:
    assert write(View()) == {}
    assert read({}, CHOICES) == (View(), ())


@pytest.mark.parametrize(
    ("parameters", "said"),
    [
        pytest.param({"from": ["soon"]}, "“from=soon”", id="no date"),
        pytest.param({"from": ["2019-02-30"]}, "“from=2019-02-30”", id="impossible date"),
        pytest.param({"type": ["DANCE"]}, "“type=DANCE”", id="unknown type"),
        pytest.param({"entity": ["person:nobody"]}, "“entity=person:nobody”", id="unknown entity"),
        pytest.param({"mover": ["person:nobody"]}, "“mover=person:nobody”", id="unknown mover"),
        pytest.param({"vehicle": ["broom"]}, "“vehicle=broom”", id="unknown vehicle"),
        pytest.param({"undated": ["maybe"]}, "“undated=maybe”", id="neither yes nor no"),
        pytest.param({"doubtful": ["no"]}, "“doubtful=no”", id="only yes"),
        pytest.param({"select": ["event:"]}, "“select=event:”", id="selection of nothing"),
        pytest.param({"select": ["cat:1"]}, "“select=cat:1”", id="unknown kind of selection"),
        pytest.param({"show": ["pie"]}, "“show=pie”", id="neither table nor both"),
        pytest.param({"map": ["some"]}, "“map=some”", id="only all"),
        pytest.param({"narrow": ["no"]}, "“narrow=no”", id="only as it is written"),
        pytest.param({"day": [""]}, "“day=”", id="empty day"),
        pytest.param({"utm_source": ["x"]}, "“utm_source”", id="unknown parameter"),
        pytest.param({"from": ["2019-05-01"], "to": ["2019-04-01"]}, "ends before it begins", id="backwards"),
    ],
)
def test_view_bad_parameter_is_dropped_with_a_sentence(parameters: dict[str, list[str]], said: str) -> None:
    view, problems = read(parameters, CHOICES)
    assert view == View()
    assert len(problems) == 1
    assert said in problems[0]


def test_view_good_values_stay_beside_bad_ones() -> None:
    view, problems = read({"type": ["CONSULT", "DANCE"], "q": ["treaty"]}, CHOICES)
    assert view.wanted == EventFilter(types=frozenset({"CONSULT"}), search="treaty")
    assert len(problems) == 1


@given(st.dictionaries(st.text(max_size=10), st.lists(st.text(max_size=300), max_size=3), max_size=5))
def test_view_any_address_can_be_read(parameters: dict[str, list[str]]) -> None:
    view, problems = read(parameters, CHOICES)
    assert read(write(view), CHOICES) == (view, ())
    assert all(len(problem) < 250 for problem in problems)


@pytest.mark.parametrize(
    "value",
    ["map:91:0:1", "map:0:0:nan", "map:0:0", "timeline:2019-03-01:2019-01-01", "timeline:0:0:1", "network:0:0:1", ""],
)
def test_a_zoom_that_no_chart_can_show_is_ignored(value: str) -> None:
    view, problems = read({"zoom": [value]}, CHOICES)
    assert view.zooms == frozenset()
    assert len(problems) == 1


def test_a_table_has_one_order() -> None:
    view, _ = read({"sort": ["timeline-table:Who", "timeline-table:-When"]}, CHOICES)
    assert view.sorts == {Sort("timeline-table", "When", down=True)}


def test_view_of_an_older_link_has_the_table_beside_the_chart() -> None:
    view, problems = read({"open": ["timeline-table", "many-articles"]}, CHOICES)
    assert (view.shown, *view.panels, *problems) == ("both", "many-articles")


@pytest.mark.parametrize("value", ["timeline-table", "timeline:When", "timeline-table:", "timeline-table:<b>"])
def test_an_order_that_no_table_has_is_ignored(value: str) -> None:
    view, problems = read({"sort": [value]}, CHOICES)
    assert view.sorts == frozenset()
    assert len(problems) == 1

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from pages.view.address import Selection
from pages.view.figure import Figure
from pages.widgets.chart import INK, chosen_by, named_by, period_of, spec, stretch_of


@pytest.mark.parametrize(
    ("data", "chosen"),
    [
        (["event", "e0"], Selection("event", "e0")),
        ({"0": "entity", "1": "person:ana-costa"}, Selection("entity", "person:ana-costa")),
        (["cat", "1"], None),
        (["event"], None),
        ([], None),
        (None, None),
    ],
)
def test_chart_click_selects_what_the_mark_names(data: Any, chosen: Selection | None) -> None:
    assert chosen_by(named_by(data)) == chosen


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        ("2020", "2020-01-01", "2020-12-31"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2020-02-08", "2020-02-08", "2020-02-08"),
    ],
)
def test_chart_click_on_a_count_names_its_period(period: str, first: str, last: str) -> None:
    assert period_of(named_by(["period", period])) == (date.fromisoformat(first), date.fromisoformat(last))
    assert period_of(named_by(["event", period])) is None


def test_chart_stretch_that_was_dragged_over_is_a_period() -> None:
    boxes = [{"xref": "x", "yref": "y", "x": ["2020-03-04 11:20:00.5", "2019-12-30"], "y": [3.0, 0.5]}]
    assert stretch_of(boxes) == (date(2019, 12, 30), date(2020, 3, 4))
    assert stretch_of([]) is None


def test_chart_reaches_streamlit_in_plain_values_with_its_theme() -> None:
    figure = Figure()
    figure.add("scatter", x=[date(2019, 3, 8), None], y=[1, 2])
    figure.lay_out(xaxis={"type": "date", "tickfont": {"size": 9}})
    found = spec(figure).to_dict()
    assert found["data"] == [{"type": "scatter", "x": ["2019-03-08", None], "y": [1, 2]}]
    assert found["layout"]["xaxis"] == {"type": "date", "tickfont": {"size": 9, "color": INK}}
    assert found["layout"]["template"]["layout"]

from __future__ import annotations

from datetime import date

import pytest

from pages.timeline import counts
from pipeline.index import EventBin
from tests.pages.charts import checked

binned = checked(counts.binned)


def test_binned_counts_every_dated_event_once() -> None:
    bins = [
        EventBin("2019-03", "CONSULT", "occurred", 5),
        EventBin("2019-03", "CONSULT", "ongoing", 2),
        EventBin("2019-04", "ASSAULT", "planned", 3),
        EventBin(None, "ASSAULT", "planned", 7),
    ]
    figure = binned(bins)
    assert sum(sum(trace.y) for trace in figure.data) == 10
    assert {trace.name for trace in figure.data} == {"verbal cooperation, filled", "material conflict, hatched"}


@pytest.mark.parametrize(
    ("last", "unit"), [("2019-02-01", "day"), ("2021-01-01", "month"), ("2060-01-01", "year")]
)  # fmt: skip
def test_unit_grows_with_the_period(last: str, unit: str) -> None:
    assert counts.unit(date(2019, 1, 1), date.fromisoformat(last)) == unit

from __future__ import annotations

from datetime import date

import pytest

from pages.timeline import counts
from pipeline.index import EventBins
from tests.pages.charts import checked

binned = checked(counts.binned)


def test_binned_counts_every_dated_event_once() -> None:
    bins = [
        EventBins("CONSULT", "occurred", ("2019-03",), (5,)),
        EventBins("CONSULT", "ongoing", ("2019-03",), (2,)),
        EventBins("ASSAULT", "planned", ("2019-04", None), (3, 7)),
        EventBins("LAW", "denied", (None,), (4,)),
    ]
    figure = binned(bins)
    assert sum(sum(trace.y) for trace in figure.data) == 10
    assert {trace.name for trace in figure.data} == {"verbal cooperation, filled", "material conflict, hatched"}


@pytest.mark.parametrize(
    ("last", "unit"), [("2019-02-01", "day"), ("2021-01-01", "month"), ("2060-01-01", "year")]
)  # fmt: skip
def test_unit_grows_with_the_period(last: str, unit: str) -> None:
    assert counts.unit(date(2019, 1, 1), date.fromisoformat(last)) == unit

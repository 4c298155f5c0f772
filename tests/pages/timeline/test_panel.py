from __future__ import annotations

from datetime import date

from pages.timeline.panel import of_period
from pipeline.index import EventFilter
from tests.pages.rows import event

DAY, OTHER = date(2019, 3, 8), date(2019, 3, 9)
NO_DAY = {"first": None, "last": None, "edtf": None}


def test_view_of_one_day_leaves_out_what_was_reported_on_others() -> None:
    told, then, later = event(first=DAY, last=DAY), event(**NO_DAY, reported=DAY), event(**NO_DAY, reported=OTHER)
    assert of_period([told, then, later], EventFilter(first=DAY, last=DAY)) == [told, then]
    assert of_period([told, then, later], EventFilter(first=DAY, last=OTHER)) == [told, then, later]
    assert of_period([told, then, later], EventFilter()) == [told, then, later]

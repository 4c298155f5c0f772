"""What the pages show of a filter: events and movements as stories, or as each article tells them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from pages.view import data, state, stories
from pages.view.by_story import ShownRows, is_wanted, rows_by_story
from pages.view.stories import Stories
from pipeline import settings
from pipeline.index import EventFilter, EventRow, MovementRow, Totals


@dataclass(frozen=True, slots=True)
class Happenings:
    """``together``: what several articles tell of one event is one row; ``totals`` count rows then, ``apart`` what each
    article tells. ``shown_as`` gives the id of the row that stands for an event or movement. ``compared``: all articles
    were, by the time that these rows were read.
    """

    events: tuple[EventRow, ...]
    movements: tuple[MovementRow, ...]
    totals: Totals
    apart: Totals
    together: bool = False
    shown_as: Mapping[str, str] = field(default_factory=dict)
    compared: bool = True

    @property
    def is_fewer(self) -> bool:
        """Whether some rows stand for what several articles tell."""
        return (self.totals.events, self.totals.movements) != (self.apart.events, self.apart.movements)

    def shown_row(self, id_: str) -> str:
        """The row that stands for an event or movement."""
        return self.shown_as.get(id_, id_)


def happenings(wanted: EventFilter) -> Happenings:
    """As stories if the reader wants them, all rows are here and articles are linked."""
    compared = stories.is_complete()
    found, linked = data.filtered_rows(wanted), _stories_to_show()
    totals = found.counts.totals
    whole = totals.events == len(found.events) and totals.movements == len(found.movements)
    if not (linked and whole):
        return Happenings(found.events, found.movements, totals, totals, compared=compared)
    one = _rows_by_story(linked, settings.store_url(), data.index().revision, wanted)
    counted = replace(totals, events=len(one.events), movements=len(one.movements))
    return Happenings(
        one.events, one.movements, counted, totals, together=True, shown_as=one.shown_as, compared=compared
    )


def count_happenings(wanted: EventFilter) -> Happenings:
    """Totals for pages without rows: rows are read only where several articles are shown as one story."""
    compared = stories.is_complete()
    if _stories_to_show():
        return happenings(wanted)
    totals = data.totals(wanted)
    return Happenings((), (), totals, totals, compared=compared)


def _stories_to_show() -> Stories | None:
    """The stories to show; None where there are none, or the reader wants what each article tells."""
    linked = stories.latest() if state.shows_stories() else None
    return linked if linked and linked.by_id else None


@lru_cache(maxsize=16)
def _rows_by_story(linked: Stories, url: str, revision: int, wanted: EventFilter) -> ShownRows:
    """Kept by the stories and the state of the index that it follows from."""
    found = data.filtered_rows(wanted)
    one = rows_by_story(found.events, found.movements, linked.by_id)
    events = tuple(row for row in one.events if is_wanted(row, wanted))
    return replace(one, events=events, movements=tuple(row for row in one.movements if is_wanted(row, wanted)))

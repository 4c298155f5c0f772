"""The timeline chart: single events, or counts where there are more than can be drawn; the Overview shows it too."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from pages.timeline import counts, figures
from pages.timeline.rows import dated_events, is_bound
from pages.view import data, state
from pages.view.figure import Figure
from pages.view.kept import kept
from pages.widgets import chart, listing
from pipeline.index import EventFilter, EventRow
from pipeline.index.questions.events import bins
from pipeline.wording import titles

CROWDED = "{} would crowd the days on which they stand; choose a shorter period to see them, or open the table."


def draw(events: Sequence[EventRow], total: int, selected: str | None) -> None:
    """``total`` is how many events match, of which ``events`` are the first."""
    shown = dated_of(events, state.wanted())
    if is_counted(events, total):
        known, wanted = data.choices(), state.wanted()
        unit = counts.unit(wanted.first or known.first, wanted.last or known.last)
        figure = counts.binned(data.answers(bins, wanted, unit))
        chart.show(scrolled(figure), "timeline-counts", counts.counts_caption(total, unit))
    elif shown:
        figure = figures.timeline(shown, selected, state.current().lanes, narrow=state.is_narrow())
        chart.show(scrolled(figure), "timeline", figures.description(shown))
        if crowded := figures.crowded(shown, state.current().lanes):
            st.caption(CROWDED.format(titles.count(crowded, "more event")))


def scrolled(figure: Figure) -> Figure:
    """On a narrow page, a phone's, a finger on the chart scrolls the page and drags nothing."""
    found = figure.copy()
    if state.is_narrow():
        found.lay_out(dragmode=False)
    return found


def is_counted(events: Sequence[EventRow], total: int) -> bool:
    """Whether there are too many to be drawn singly."""
    return total > len(events)


def list_undrawn(events: Sequence[EventRow], total: int, most: int = listing.MOST_LISTED) -> None:
    """List what the chart does not show; beside a single day only when asked."""
    found = undrawn(events, total)
    if found and is_one_day(state.wanted()):
        label, key = (
            f"{titles.count(len(found), 'event')} without a day of their own",
            state.panel_key("timeless-events"),
        )
        with st.expander(label, key=key, on_change="rerun"):
            listing.undated(found, most=most)
    else:
        listing.undated(found, most=most)


def is_one_day(wanted: EventFilter) -> bool:
    return wanted.first is not None and wanted.first == wanted.last


@kept
def dated_of(events: Sequence[EventRow], wanted: EventFilter) -> list[EventRow]:
    """What is drawn singly."""
    return dated_events(of_period(events, wanted))


def of_period(events: Sequence[EventRow], wanted: EventFilter) -> list[EventRow]:
    """What is drawn of a period: of one day only what is told of that day, or was reported on it."""
    if not is_one_day(wanted):
        return list(events)
    return [event for event in events if not is_bound(event) or event.reported == wanted.first]


def undrawn(events: Sequence[EventRow], total: int) -> list[EventRow]:
    """Events without a day that the chart does not show; counts leave out those that were reported on some day too."""
    drawn = () if is_counted(events, total) else dated_of(events, state.wanted())
    seen = {event.id for event in drawn}
    return [event for event in events if is_bound(event) and event.id not in seen]

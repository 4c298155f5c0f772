"""The timeline chart: single events, or counts where there are more than can be drawn; the Overview shows it too."""

from __future__ import annotations

from collections.abc import Sequence

from pages.timeline import counts, figures
from pages.timeline.rows import dated, is_bound
from pages.view import data, state
from pages.widgets import chart
from pipeline.index import EventRow


def draw(events: Sequence[EventRow], total: int, selected: str | None) -> None:
    """``total`` is how many events match, of which ``events`` are the first."""
    shown = dated(events)
    if is_counted(events, total):
        known, wanted = data.choices(), state.wanted()
        unit = counts.unit(wanted.first or known.first, wanted.last or known.last)
        figure = counts.binned(data.event_bins(wanted, unit))
        chart.show(figure, "timeline-counts", counts.counted(total, unit))
    elif shown:
        chart.show(figures.timeline(shown, selected, state.current().lanes), "timeline", figures.description(shown))


def is_counted(events: Sequence[EventRow], total: int) -> bool:
    """Whether there are too many to be drawn singly."""
    return total > len(events)


def undrawn(events: Sequence[EventRow], total: int) -> list[EventRow]:
    """Events without a day, which the chart cannot show; counts leave out those that were reported on some day too."""
    return [event for event in events if is_bound(event) and (is_counted(events, total) or not event.reported)]

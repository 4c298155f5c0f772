"""The events and movements of an article in the order of its text: the list beside it, and what comes next. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

from pages.articles.layers import label_of
from pages.view.address import Selection
from pipeline.domain import Analysis, Event, Movement
from pipeline.wording import palette


@dataclass(frozen=True, slots=True)
class Finding:
    """An event or movement, and where its first word stands."""

    selection: Selection
    at: int
    title: str
    colour: str


def findings(analysis: Analysis) -> list[Finding]:
    """A movement stands before the event that it is."""
    return sorted(_findings(analysis), key=lambda found: (found.at, found.selection.kind != "movement", found.title))


def _findings(analysis: Analysis) -> Iterator[Finding]:
    every: tuple[Event | Movement, ...] = (*analysis.movements, *analysis.events)
    types = {event.id: event.type for event in analysis.events}
    for each in every:
        if each.reports:
            at = min(report.trigger.start for report in each.reports)
            if isinstance(each, Movement):
                colour = palette.colour(types.get(each.event or ""))
                yield Finding(Selection("movement", each.id), at, f"Movement: {label_of(each)}", colour)
            else:
                yield Finding(Selection("event", each.id), at, label_of(each), palette.colour(each.type))


def finding_after(listed: Sequence[Finding], stands: Selection | None, number: int, step: int) -> Finding | None:
    """The one a step from where one stands; from its ``number`` if it is there no more. None beyond either end."""
    here = next((at for at, each in enumerate(listed) if each.selection == stands), None)
    to = here + step if here is not None else number + min(step, 0)
    return listed[to] if 0 <= to < len(listed) else None


def list_of(listed: Sequence[Finding], selected: Selection | None, address: Callable[[Selection], str]) -> str:
    """A link each; the selected one is marked."""
    items = "".join(item(each, address(each.selection), each.selection == selected) for each in listed)
    return f"<nav class='dl-findings' aria-label='Events and movements'><ol>{items}</ol></nav>"


def item(found: Finding, address: str, current: bool) -> str:
    here = " aria-current='true'" if current else ""
    return f"<li style='--mark:{found.colour}'><a href=\"{escape(address)}\"{here}>{escape(found.title)}</a></li>"

"""Rows of single articles as rows of what really happened: one a story, as all its reports together tell it. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from pages.language.certainty import is_doubtful
from pipeline.domain import Place
from pipeline.index import EventFilter, EventRow, Happening, MovementRow, PlacePoint

if TYPE_CHECKING:
    from pipeline.stories import LinkedStory

Row = TypeVar("Row", EventRow, MovementRow)


@dataclass(frozen=True, slots=True)
class ShownRows:
    """Rows as pages show them; ``shown_as`` gives the id of the row that stands for an event or movement."""

    events: tuple[EventRow, ...]
    movements: tuple[MovementRow, ...]
    shown_as: Mapping[str, str]


def rows_by_story(
    events: Sequence[EventRow], movements: Sequence[MovementRow], stories: Mapping[str, LinkedStory]
) -> ShownRows:
    """One row a story that several articles tell, in the place of its first; the others as they are."""
    of_events, of_movements = group_by_story(events, stories), group_by_story(movements, stories)
    shown_as = {row.id: most_typical(group, stories).id for group in of_events for row in group}
    shown_as |= {row.id: most_typical(group, stories).id for group in of_movements for row in group}
    return ShownRows(
        tuple(_event(group, stories) for group in of_events),
        tuple(_movement(group, stories, shown_as) for group in of_movements),
        shown_as,
    )


def is_wanted(row: Happening, wanted: EventFilter) -> bool:
    """Whether what several articles tell has the wanted status and may fall in the period, whatever one of them says.

    "Planned for September" of one article is no reason to show what happened on the 13th up to the 12th, or as planned.
    """
    if row.articles == 1:
        return True
    begins_too_late = bool(wanted.last and row.first and row.first > wanted.last)
    ends_too_early = bool(wanted.first and row.latest and row.latest < wanted.first)
    status = not wanted.statuses or row.status in wanted.statuses
    return status and not (begins_too_late or ends_too_early)


def group_by_story(rows: Iterable[Row], stories: Mapping[str, LinkedStory]) -> list[list[Row]]:
    groups: dict[str, list[Row]] = {}
    for row in rows:
        linked = stories.get(row.id)
        groups.setdefault(f"story {linked.story.id}" if linked else row.id, []).append(row)
    return list(groups.values())


def most_typical(group: Sequence[Row], stories: Mapping[str, LinkedStory]) -> Row:
    """The row that is most like the whole story: of its status and place; of equals that of most reports."""
    linked = stories.get(group[0].id)
    if linked is None:
        return group[0]
    story = linked.story
    place = story.place.name if story.place else None

    def likeness(row: Row) -> tuple[bool, bool, bool, int, str]:
        return not is_doubtful(row), row.status == story.status, _end(row) == place, row.reports, row.id

    return max(group, key=likeness)


def _end(row: Happening) -> str | None:
    """Where it was, or led to."""
    place = row.destination if isinstance(row, MovementRow) else row.place
    return place.name if place else None


def _event(group: Sequence[EventRow], stories: Mapping[str, LinkedStory]) -> EventRow:
    row = most_typical(group, stories)
    linked = stories.get(row.id)
    if linked is None:
        return row
    when = linked.story.when
    return replace(
        _summed(row, group, linked),
        first=when.first if when else None,
        last=when.last if when else None,
        edtf=when.edtf if when else None,
        place=_point(linked.story.place, [each.place for each in group]),
    )


def _movement(
    group: Sequence[MovementRow], stories: Mapping[str, LinkedStory], shown_as: Mapping[str, str]
) -> MovementRow:
    row = most_typical(group, stories)
    linked = stories.get(row.id)
    event = shown_as.get(row.event, row.event) if row.event else None
    if linked is None:
        return replace(row, event=event)
    story = linked.story
    days = [day for span in (story.departure, story.arrival) if span for day in (span.first, span.last) if day]
    return replace(
        _summed(row, group, linked),
        event=event,
        origin=_point(story.origin, [each.origin for each in group]),
        destination=_point(story.place, [each.destination for each in group]),
        departure=story.departure,
        arrival=story.arrival,
        first=min(days, default=None),
        last=max(days, default=None),
        vehicle=story.vehicle,
    )


def _summed(row: Row, group: Sequence[Row], linked: LinkedStory) -> Row:
    """The row with what counts over all: reports, articles, voices; how sure; where they disagree."""
    return replace(
        row,
        status=linked.story.status,
        reports=sum(each.reports for each in group),
        confidence=max(each.confidence for each in group),
        reported=min((each.reported for each in group if each.reported), default=None),
        articles=len(linked.story.articles),
        voices=len(linked.voices.independent),
        disputed=tuple(conflict.field for conflict in linked.story.conflicts),
    )


def _point(place: Place | None, known: Iterable[PlacePoint | None]) -> PlacePoint | None:
    """The place of a story as one of its rows has it; None where no row that matches the filters has it."""
    return next((each for each in known if each and place and each.name == place.name), None)

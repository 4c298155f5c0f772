"""An analysis in words for whoever wants to know why: each event and movement with what it was read by. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from pipeline.domain import Analysis, DateSpan, Event, Movement, Participant, Report

UNKNOWN = "?"


def lines(analysis: Analysis) -> Iterator[str]:
    """The article's id and title, then title, status, date, sentence and reasons of each event and movement."""
    yield f"# {analysis.article.id} {analysis.article.title or ''}".rstrip()
    for event in analysis.events:
        yield from as_lines(event, event_title(event), [DateSpan(event.first, event.last, event.edtf)])
    for movement in analysis.movements:
        yield from as_lines(movement, movement_title(movement), [movement.departure, movement.arrival])


def as_lines(found: Event | Movement, title: str, dates: Sequence[DateSpan | None]) -> Iterator[str]:
    first = found.reports[0]
    yield ""
    yield title
    yield f"  status      {found.status} ({first.factuality}), confidence {found.confidence:g}"
    yield f"  date        {date_in_words(dates, found.reports)}"
    yield f"  sentence    {' '.join(first.evidence.text.split())}"
    yield f"  trigger     {first.trigger.text}"
    for reason in found.why or ("not recorded",):
        yield f"  why         {reason}"


def event_title(event: Event) -> str:
    """ "CONSULT visit: Ana Costa -> Morocco in Rabat"."""
    kind = f"{event.type} {event.mode}" if event.mode else event.type
    to = f" -> {party_names(event.recipients)}" if event.recipients else ""
    where = f" in {event.place.name}" if event.place else ""
    return f"{kind}: {party_names(event.actors)}{to}{where}"


def movement_title(movement: Movement) -> str:
    """ "MOVE: Ana Costa, Lisbon -> ? by plane"."""
    ends = [place.name if place else UNKNOWN for place in (movement.origin, movement.destination)]
    by = f" by {movement.vehicle}" if movement.vehicle else ""
    return f"MOVE: {movement.mover.name}, {' -> '.join(ends)}{by}"


def party_names(who: Sequence[Participant]) -> str:
    return ", ".join(each.name for each in who) or UNKNOWN


def date_in_words(dates: Sequence[DateSpan | None], reports: Sequence[Report]) -> str:
    """ "2021-05-04"; "none, reported 2021-05-05"."""
    known = [found for found in map(spelled, dates) if found]
    if known:
        return ", ".join(known)
    days = sorted({report.reported.isoformat() for report in reports if report.reported})
    return f"none, reported {', '.join(days)}" if days else "none"


def spelled(span: DateSpan | None) -> str:
    """The date as EDTF, or its first and last day; nothing where neither is known."""
    if span is None:
        return ""
    is_known = span.first or span.last
    return span.edtf or (f"{day(span.first)}/{day(span.last)}" if is_known else "")


def day(known: date | None) -> str:
    return known.isoformat() if known else ".."

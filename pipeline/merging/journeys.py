"""A visit and the journey to it are one thing: their reports stand together, and so does how far it has come."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from pipeline.domain import DateSpan, Event, Movement
from pipeline.merging.context import UNKNOWN_DATE, most_specific


def with_journeys(events: Sequence[Event], movements: Sequence[Movement]) -> tuple[Event, ...]:
    """Each visit with all the reports of its journey, and the status of it: no visit is planned whose visitor is on
    the way. Visits that one journey tells of become one, under the id of the first.
    """
    journeys = {movement.event: movement for movement in movements if movement.event}
    visits: dict[int, list[str]] = defaultdict(list)
    for event in events:
        if event.mode == "visit" and event.id not in journeys:
            for report in event.reports:
                visits[report.trigger.start].append(event.id)
    told = (report.trigger.start for movement in journeys.values() for report in movement.reports)
    absorbed = {id_ for trigger in told for id_ in visits.get(trigger, ())}
    return tuple(
        on_the_way(event, journeys[event.id]) if event.mode == "visit" and event.id in journeys else event
        for event in events
        if event.id not in absorbed
    )


def on_the_way(visit: Event, journey: Movement) -> Event:
    told = {report.trigger.start for report in visit.reports}
    more = [report for report in journey.reports if report.trigger.start not in told]
    own = DateSpan(visit.first, visit.last, visit.edtf)
    date = most_specific([None if own == UNKNOWN_DATE else own, journey.arrival]) or UNKNOWN_DATE
    return replace(
        visit,
        first=date.first,
        last=date.last,
        edtf=date.edtf,
        status=journey.status,
        reports=tuple(sorted([*visit.reports, *more], key=lambda report: report.trigger.start)),
        why=tuple(dict.fromkeys([*visit.why, *journey.why])),
    )

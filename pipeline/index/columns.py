"""What values of the domain are in columns: places, dates, certainty, keys that join them over articles. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from pipeline.domain import DateSpan, Event, Factuality, Movement, Place, Report, Timex
from pipeline.merging import event_order
from pipeline.merging.events import CERTAINTY
from pipeline.search_terms import fold_case

SPECIFICS, CERTAINTIES = 5, 100

Row = dict[str, Any]


def place_key(place: Place) -> str:
    """What joins a place over articles: its GeoNames id, or its name where it is unresolved."""
    return f"name:{fold_case(place.name)}" if place.geonames_id is None else str(place.geonames_id)


def event_rank(event: Event) -> int:
    """Smaller is surer, in hundredths, then more certain, then more specific."""
    factuality, generality, _ = event_order(event)
    return doubt(event) * CERTAINTIES + factuality * SPECIFICS + generality


def movement_rank(movement: Movement) -> int:
    """Smaller is surer, in hundredths, then more certain."""
    return doubt(movement) * CERTAINTIES + CERTAINTY.index(strongest(movement.reports))


def doubt(found: Event | Movement) -> int:
    """How far from sure, in hundredths."""
    return round(100 * (1 - found.confidence))


def strongest(reports: Iterable[Report]) -> Factuality:
    """The factuality of the most certain report."""
    return min((report.factuality for report in reports), key=CERTAINTY.index, default="UU")


def day_reported(found: Event | Movement) -> date | None:
    """The closest bound of the reports that say what the whole is taken for.

    What occurred was so on the first day that it was reported; what is planned still was on the last.
    """
    days = [report.reported for report in found.reports if report.reported and report.status == found.status]
    days = days or [report.reported for report in found.reports if report.reported]
    return (max if found.status == "planned" else min)(days, default=None)


def movement_span(movement: Movement) -> tuple[date | None, date | None]:
    """First and last day of a movement: from its own dates, or from those of its reports."""
    spans: list[DateSpan | Report] = [span for span in (movement.departure, movement.arrival) if span]
    spans = spans or [report for report in movement.reports if report.first or report.last]
    firsts, lasts = {span.first for span in spans}, {span.last for span in spans}
    return earliest(firsts), latest_day(lasts)


def earliest(days: Collection[date | None]) -> date | None:
    """None as soon as one is open."""
    return None if None in days else min((day for day in days if day), default=None)


def latest_day(days: Collection[date | None]) -> date | None:
    """None as soon as one is open."""
    return None if None in days else max((day for day in days if day), default=None)


def place(found: Place | None) -> Row | None:
    if found is None:
        return None
    return {
        "key": place_key(found),
        "name": found.name,
        "country": found.country,
        "latitude": found.latitude,
        "longitude": found.longitude,
        "confidence": found.confidence,
        "feature": found.feature,
    }


def span(found: DateSpan | Timex | None) -> Row | None:
    if found is None or (found.first, found.last, found.edtf) == (None, None, None):
        return None
    return {"first": found.first, "last": found.last, "edtf": found.edtf}


def judgement(told: Event | Movement) -> Row:
    """How sure it is, by what it was recognised, the day that bounds its date, and what its reports add."""
    return {
        "confidence": told.confidence,
        "why": told.why,
        "reported": day_reported(told),
        "evidence": told.reports[0].evidence.text if told.reports else "",
        "reports": len(told.reports),
    }

"""What values of the domain are in columns: places, dates, certainty, keys that join them over articles. Pure."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from pipeline.domain import DateSpan, Event, Movement, Place, Report, Timex
from pipeline.merging import event_order
from pipeline.merging.events import CERTAINTY

Row = dict[str, Any]
SPECIFICS = 5


def folded(text: str) -> str:
    """Text as searches compare it: without case and accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))


def place_key(place: Place) -> str:
    """What joins a place over articles: its GeoNames id, or its name where it is unresolved."""
    return f"name:{folded(place.name)}" if place.geonames_id is None else str(place.geonames_id)


def place_columns(prefix: str, place: Place | None) -> Row:
    return {
        f"{prefix}_key": place_key(place) if place else None,
        f"{prefix}_name": place.name if place else None,
        f"{prefix}_country": place.country if place else None,
        f"{prefix}_latitude": place.latitude if place else None,
        f"{prefix}_longitude": place.longitude if place else None,
        f"{prefix}_confidence": place.confidence if place else None,
        f"{prefix}_feature": place.feature if place else None,
    }


def span_columns(prefix: str, span: DateSpan | Timex | None) -> Row:
    return {
        f"{prefix}_first": span.first if span else None,
        f"{prefix}_last": span.last if span else None,
        f"{prefix}_edtf": span.edtf if span else None,
    }


def event_rank(event: Event) -> int:
    """Smaller is more certain, then more specific."""
    factuality, generality, _ = event_order(event)
    return factuality * SPECIFICS + generality


def certainty(reports: Iterable[Report]) -> int:
    """Smaller is more certain: that of the strongest report."""
    return min((CERTAINTY.index(report.factuality) for report in reports), default=len(CERTAINTY))


def movement_span(movement: Movement) -> tuple[date | None, date | None]:
    """First and last day of a movement: from its own dates, or from those of its reports."""
    spans: list[DateSpan | Report] = [span for span in (movement.departure, movement.arrival) if span]
    spans = spans or [report for report in movement.reports if report.first or report.last]
    firsts, lasts = {span.first for span in spans}, {span.last for span in spans}
    return earliest(firsts), latest(lasts)


def earliest(days: Collection[date | None]) -> date | None:
    """None as soon as one is open."""
    return None if None in days else min((day for day in days if day), default=None)


def latest(days: Collection[date | None]) -> date | None:
    """None as soon as one is open."""
    return None if None in days else max((day for day in days if day), default=None)

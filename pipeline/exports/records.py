"""An event or movement as one flat record of plain values: the columns of every table. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from pipeline.domain import DateSpan
from pipeline.exports.excerpt import Excerpt, ExportedRow, StoryRow
from pipeline.index import EventRow, Happening, MovementRow, PlacePoint, ReportRow
from pipeline.wording import titles
from pipeline.wording.dates import when

COLUMNS: dict[str, type] = {
    "kind": str,
    "id": str,
    "title": str,
    "type": str,
    "mode": str,
    "who": str,
    "to_whom": str,
    "place": str,
    "country": str,
    "latitude": float,
    "longitude": float,
    "origin": str,
    "origin_country": str,
    "origin_latitude": float,
    "origin_longitude": float,
    "departure": str,
    "arrival": str,
    "vehicle": str,
    "purpose": str,
    "first_day": date,
    "last_day": date,
    "edtf": str,
    "reported": date,
    "date_in_words": str,
    "status": str,
    "certainty": str,
    "confidence": float,
    "sentence": str,
    "source": str,
    "reports": int,
    "outlet": str,
    "outlet_grade": str,
    "report_grade": str,
    "article": str,
    "article_id": str,
    "published": date,
    "link": str,
    "card": str,
    "story": str,
    "story_articles": int,
    "story_voices": int,
    "disagree_on": str,
}
"""``place`` of a movement is its destination; ``confidence`` is empty where it was not estimated,
``story`` where only one article tells of it: rows of one story have the same. ``outlet_grade`` (A-F) and
``report_grade`` (1-6) are those of analysts; F and 6 until one gives them."""


def record(excerpt: Excerpt, told: ExportedRow) -> dict[str, Any]:
    """All ``COLUMNS``; what the text does not say is None."""
    row = told.row
    own = _event(row) if isinstance(row, EventRow) else _movement(row)
    first = told.reports[0] if told.reports else None
    grade = excerpt.grade(told)
    shared = {
        "kind": told.kind,
        "id": row.id,
        "title": title(row),
        "first_day": row.first,
        "last_day": row.last,
        "reported": row.reported,
        "date_in_words": date_in_words(row),
        "status": row.status,
        "confidence": None if row.confidence == 1 else round(row.confidence, 4),
        "sentence": first.evidence.text if first else row.evidence,
        "source": sources(told.reports) or None,
        "reports": row.reports,
        "outlet": row.outlet,
        "outlet_grade": grade.outlet,
        "report_grade": grade.report,
        "article": row.title,
        "article_id": row.article,
        "published": told.article.published,
        "link": told.article.url,
        "card": excerpt.link(told),
    }
    found = own | shared | _story(told)
    return {column: found.get(column) for column in COLUMNS}


def _story(told: ExportedRow) -> dict[str, Any]:
    story = told.story
    if story is None:
        return {}
    return {
        "story": story.id,
        "story_articles": story.articles,
        "story_voices": story.voices,
        "disagree_on": ", ".join(story.disputed) or None,
    }


def story_records(excerpt: Excerpt) -> list[dict[str, Any]]:
    """A record for each story that several articles tell, in the order of their first rows."""
    tellings: dict[str, list[ExportedRow]] = {}
    for told in excerpt.told:
        if told.story:
            tellings.setdefault(told.story.id, []).append(told)
    return [
        _story(same[0]) | _story_record(excerpt, same[0].story, same) for same in tellings.values() if same[0].story
    ]


def _story_record(excerpt: Excerpt, story: StoryRow, same: Sequence[ExportedRow]) -> dict[str, Any]:
    told = same[0]
    graded = dict.fromkeys(f"{each.article.outlet or 'outlet unknown'} {excerpt.grade(each)}" for each in same)
    return {
        "title": title(told.row),
        "first_day": story.first,
        "last_day": story.last,
        "place": story.place,
        "status": story.status,
        "grades": "; ".join(graded),
        "card": excerpt.link(told),
    }


def title(row: Happening) -> str:
    return titles.event_title(row) if isinstance(row, EventRow) else titles.movement_title(row)


def date_in_words(row: Happening) -> str:
    return titles.event_date(row) if isinstance(row, EventRow) else titles.movement_date(row)


def sources(reports: tuple[ReportRow, ...]) -> str:
    """Everyone to whom a report is attributed, once; the outlet itself is no source."""
    return ", ".join(dict.fromkeys(source.name for report in reports for source in report.sources if source.name))


def edtf(span: DateSpan | None) -> str | None:
    """A vague date as EDTF: "2023-09-10/..", which has an open end."""
    if span is None:
        return None
    if span.edtf:
        return span.edtf
    first, last = (day.isoformat() if day else ".." for day in (span.first, span.last))
    return first if first == last else f"{first}/{last}"


def _event(row: EventRow) -> dict[str, Any]:
    return {
        "type": row.type,
        "mode": row.mode,
        "who": titles.party_names(row.actors) or None,
        "to_whom": titles.party_names(row.recipients) or None,
        **_at("", row.place),
        "edtf": row.edtf,
        "certainty": row.factuality,
    }


def _movement(row: MovementRow) -> dict[str, Any]:
    return {
        "type": row.type,
        "who": row.mover.name,
        **_at("", row.destination),
        **_at("origin", row.origin),
        "departure": edtf(row.departure),
        "arrival": edtf(row.arrival),
        "vehicle": row.vehicle,
        "purpose": row.purpose,
    }


def _at(prefix: str, place: PlacePoint | None) -> dict[str, Any]:
    if place is None:
        return {}
    fields = {"country": place.country, "latitude": place.latitude, "longitude": place.longitude}
    named = {f"{prefix}_{field}" if prefix else field: value for field, value in fields.items()}
    return {prefix or "place": place.name, **named}


def report_record(excerpt: Excerpt, told: ExportedRow, report: ReportRow) -> dict[str, Any]:
    """One sentence of an event or movement."""
    grade = excerpt.grade(told)
    return {
        "of": told.row.id,
        "title": title(told.row),
        "sentence": report.evidence.text,
        "word": report.trigger.text,
        "source": ", ".join(dict.fromkeys(titles.source(each) for each in report.sources)) or None,
        "status": report.status,
        "certainty": report.factuality,
        "date_in_words": when(report.first, report.last, report.edtf),
        "outlet": report.outlet,
        "outlet_grade": grade.outlet,
        "report_grade": grade.report,
        "article": report.title,
        "article_id": report.article,
        "start": report.evidence.start,
        "end": report.evidence.end,
        "link": told.article.url,
    }

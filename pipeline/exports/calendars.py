"""iCalendar (RFC 5545): what is planned is tentative, what was called off or denied is cancelled. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from pipeline.domain import Status
from pipeline.exports.excerpt import Excerpt, ExportedRow
from pipeline.exports.records import date_in_words, record, title
from pipeline.index import EventRow
from pipeline.wording.titles import STATUSES

STATES: dict[Status, str] = {
    "occurred": "CONFIRMED",
    "ongoing": "CONFIRMED",
    "planned": "TENTATIVE",
    "hypothetical": "TENTATIVE",
    "cancelled": "CANCELLED",
    "denied": "CANCELLED",
}
OCTETS = 74
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f]")


def as_ics(excerpt: Excerpt) -> bytes:
    """All-day entries that keep nobody's time; the undated have no place in a calendar."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Dateline//Export//EN", "CALSCALE:GREGORIAN"]
    for told in excerpt.told:
        if told.row.first or told.row.last:
            lines += _entry(excerpt, told)
    return "".join(map(_fold, [*lines, "END:VCALENDAR"])).encode("utf-8", "replace")


def _entry(excerpt: Excerpt, told: ExportedRow) -> Iterator[str]:
    """The days it can have been; one that is open on one side stands at its known day."""
    row, found = told.row, record(excerpt, told)
    first = row.first or row.last
    yield "BEGIN:VEVENT"
    yield f"UID:{told.kind}-{row.id}@dateline"
    yield f"DTSTAMP:{excerpt.made:%Y%m%dT%H%M%SZ}"
    if first:
        yield f"DTSTART;VALUE=DATE:{first.isoformat().replace('-', '')}"
    if row.first and row.last and row.last.year < 9999:
        yield f"DTEND;VALUE=DATE:{(row.last + timedelta(days=1)).isoformat().replace('-', '')}"
    yield f"SUMMARY:{_escaped(f'{title(row)} ({STATUSES[row.status].lower()})')}"
    said = [found["sentence"], f"When: {date_in_words(row)}", f"Source: {found['source'] or 'the article itself'}"]
    grade = excerpt.grade(told)
    said.append(f"Grade: {grade} ({grade.words()})")
    yield f"DESCRIPTION:{_escaped(chr(10).join(said))}"
    place = row.place if isinstance(row, EventRow) else row.destination
    if place:
        yield f"LOCATION:{_escaped(place.name)}"
    yield f"CATEGORIES:{_escaped(row.type or 'movement')}"
    yield f"STATUS:{STATES[row.status]}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _escaped(text: str) -> str:
    clean = _CONTROLS.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n"))
    return clean.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _fold(line: str) -> str:
    """Lines of at most 75 octets, cut between characters."""
    pieces, length = [""], 0
    for letter in line:
        octets = len(letter.encode("utf-8", "replace"))
        if length + octets > OCTETS:
            pieces.append(" ")
            length = 1
        pieces[-1] += letter
        length += octets
    return "\r\n".join(pieces) + "\r\n"

"""TimelineJS 3, JSON: https://timeline.knightlab.com/docs/json-format.html. Pure."""

from __future__ import annotations

import json
from datetime import date
from html import escape
from typing import Any

from pipeline.exports.excerpt import Excerpt, ExportedRow
from pipeline.exports.records import date_in_words, record, sources, title
from pipeline.index import EventRow
from pipeline.wording.palette import quad
from pipeline.wording.titles import STATUSES


def as_timeline(excerpt: Excerpt) -> bytes:
    """A slide for each dated event or movement, grouped by quad class. Its texts are HTML, so all is escaped."""
    slides = [_slide(excerpt, told) for told in excerpt.told if told.row.first or told.row.last]
    words = "; ".join(excerpt.scope.filters())
    heading = {"headline": escape(excerpt.scope.title), "text": escape(" ".join((words, excerpt.cut())).strip())}
    made = {"title": {"text": heading}, "events": slides}
    return json.dumps(made, ensure_ascii=False, indent=1).encode("utf-8", "replace")


def _slide(excerpt: Excerpt, told: ExportedRow) -> dict[str, Any]:
    """An event that is open on one side stands at its known day; how it is dated is said in words."""
    row = told.row
    first, last = row.first or row.last, row.last
    found = record(excerpt, told)
    said = sources(told.reports) or row.outlet or "the article itself"
    grade = excerpt.grade(told)
    slide = {
        "unique_id": f"{told.kind}-{row.id}",
        "group": quad(row.type) if isinstance(row, EventRow) else "movements",
        "display_date": escape(date_in_words(row)),
        "start_date": _day(first) if first else None,
        "text": {
            "headline": escape(f"{title(row)} ({STATUSES[row.status].lower()})"),
            "text": f"<p>{escape(found['sentence'])}</p><p>{escape(f'According to {said}')}</p>"
            f"<p>{escape(f'Grade {grade} ({grade.words()})')}</p>",
        },
    }
    return slide | {"end_date": _day(last)} if last and last != first else slide


def _day(day: date) -> dict[str, int]:
    return {"year": day.year, "month": day.month, "day": day.day}

"""Entries of a live blog: the time that stands over each, with the day that its mark-up names."""

from __future__ import annotations

from selectolax.lexbor import LexborNode

from pipeline.readers.page_dates import long_day
from pipeline.readers.written_days import written_day

FEWEST = 2


def spelled_out(root: LexborNode) -> dict[int, str]:
    """What to read for the ``<time>`` elements of entries: "1.00am" with its day, which only its mark-up has.

    Only where a page has several, on more than one day or with bare times of day.
    """
    times = [(time, written_day(str(time.attributes.get("datetime") or ""))) for time in root.css("time[datetime]")]
    dated = [(time, day) for time, day in times if day is not None]
    if len(dated) < FEWEST:
        return {}
    return {
        time.mem_id: f"{long_day(day)}, {' '.join(time.text().split())}"
        for time, day in dated
        if written_day(time.text()) is None
    }

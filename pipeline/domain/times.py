"""Time expressions and the days that they can mean."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from pipeline.domain.extents import Extent

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Tense = Literal["past", "present", "future"]
Bound = Literal["after", "before", "by", "since", "until"]


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A date as precise as the text allows: "May 2024" is its whole month. ``None`` is an open or unknown end."""

    first: date | None
    last: date | None
    edtf: str | None


@dataclass(frozen=True, slots=True)
class TimeExpression(Extent):
    """A time expression as recognised, before any reference day: what pass two needs to resolve it, and no more.

    ``value`` is an underspecified TIMEX3 value ("XXXX-09-11", "XXXX-WXX-1") or an operation on a reference that
    ``pipeline.dates`` alone reads and writes. ``sentence`` is the offset of its sentence. ``tense`` is that of the
    clause that governs it. ``bound`` is set where what it dates has an open side ("since 2014"), ``opens_range``
    where that goes on to the end of the next expression ("from May 1 to 3").
    """

    type: TimexType
    value: str
    mod: str | None
    tense: Tense | None
    sentence: int
    bound: Bound | None = None
    opens_range: bool = False


@dataclass(frozen=True, slots=True)
class Timex(Extent):
    """A resolved time expression: TIMEX3 value and mod, EDTF, and the first and last day it can mean."""

    type: TimexType
    value: str
    mod: str | None = None
    edtf: str | None = None
    first: date | None = None
    last: date | None = None

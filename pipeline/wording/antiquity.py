"""Dates before Christ in words, from their EDTF, which counts 1 BC as the year 0. Pure."""

from __future__ import annotations

import calendar
import re

SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}

_DATE = re.compile(r"Y?(?P<year>-?\d+)(?:-(?P<part>2[1-4])|-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>\d\d))?)?")
_OLD = re.compile(r"Y?-\d|0000")


def before_christ(edtf: str) -> str | None:
    """ "44 BC", "490–480 BC", "3rd century BC", "from 195 BC on"; None if the date is of our era."""
    first, _, last = edtf.rstrip("~").partition("/")
    if not is_old(first) and not (first == ".." and is_old(last)):
        return None
    if first == "..":
        return f"until {single_date(last)}"
    if last == "..":
        return f"from {single_date(first)} on"
    return named_years(first, last) or (f"{single_date(first)} – {single_date(last)}" if last else single_date(first))


def is_old(edtf: str) -> bool:
    return _OLD.match(edtf) is not None


def single_date(edtf: str) -> str:
    """One date: "spring 331 BC", "15 March 44 BC", "AD 14"."""
    match = _DATE.fullmatch(edtf)
    if match is None:
        return edtf
    parts = [match["day"] and str(int(match["day"])), match["month"] and calendar.month_name[int(match["month"])]]
    return " ".join(filter(None, [*parts, SEASONS.get(match["part"] or ""), year(int(match["year"]))]))


def year(number: int) -> str:
    return f"{1 - number} BC" if number <= 0 else f"AD {number}"


def named_years(first: str, last: str) -> str | None:
    """Years that have a name or share their era: "3rd century BC", "430s BC", "490–480 BC"."""
    bounds = [_DATE.fullmatch(edtf) for edtf in (first, last)]
    if not all(match and not match["month"] and int(match["year"]) <= 0 for match in bounds):
        return None
    oldest, latest = (1 - int(match["year"]) for match in bounds if match)
    if oldest % 100 == 0 and latest == oldest - 99:
        return f"{ordinal(oldest // 100)} century BC"
    if oldest % 10 == 9 and latest == oldest - 9:
        return f"{latest}s BC"
    return f"{oldest}–{latest} BC"


def ordinal(number: int) -> str:
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"

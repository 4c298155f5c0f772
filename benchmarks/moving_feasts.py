"""Write lexicons/moving_feasts.toml: the days of feasts of the Chinese, Hebrew, Hindu, Islamic and Persian calendars.

Run as ``python -m benchmarks.moving_feasts``. The days are those of ``convertdate`` (Hebrew, Persian), ``hijridate``
(Islamic, as Saudi Arabia reckons) and ``lunardate`` (Chinese). No library that is kept up knows the Hindu feasts and
Qingming: their lists stay as the package ``holidays`` 0.109 gave them, which cannot be pinned because it wants an older
python-dateutil than pandas brings. The tests hold them against the moon and the sun.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from convertdate import hebrew, persian
from hijridate import Hijri
from lunardate import LunarDate

import pipeline.lexicons
from pipeline.dates.holidays import MovingFeasts
from pipeline.lexicons import load

YEARS = range(1980, 2051)
CHINESE = {"dragon-boat": (5, 5), "lunar-new-year": (1, 1), "mid-autumn": (8, 15)}
HEBREW = {
    "hanukkah": (hebrew.KISLEV, 25),
    "passover": (hebrew.NISAN, 15),
    "purim": (hebrew.ADAR, 14),
    "rosh-hashanah": (hebrew.TISHRI, 1),
    "shavuot": (hebrew.SIVAN, 6),
    "sukkot": (hebrew.TISHRI, 15),
    "yom-kippur": (hebrew.TISHRI, 10),
}
ISLAMIC = {
    "ashura": (1, 10),
    "eid-al-adha": (12, 10),
    "eid-al-fitr": (10, 1),
    "hijri-new-year": (1, 1),
    "mawlid": (3, 12),
    "ramadan": (9, 1),
}
KEPT = ("diwali", "dussehra", "holi", "qingming", "raksha-bandhan")
HEADER = f"""# Days of feasts of other calendars, {YEARS[0]} to {YEARS[-1]}.
# Written by benchmarks/moving_feasts.py, which names its sources.
# A year of the Gregorian calendar may hold a feast of Islam twice.

[days]
"""


def chinese(month: int, day: int) -> Iterator[date]:
    yield from (LunarDate(year, month, day).to_solar_date() for year in YEARS)


def hebrew_days(month: int, day: int) -> Iterator[date]:
    """In a leap year Purim is in the second Adar."""
    for year in range(YEARS[0] + 3760, YEARS[-1] + 3762):
        is_late = month == hebrew.ADAR and hebrew.leap(year)
        yield date(*hebrew.to_gregorian(year, month + is_late, day))


def islamic(month: int, day: int) -> Iterator[date]:
    yield from (Hijri(year, month, day).to_gregorian() for year in range(1399, 1474))


def nowruz() -> Iterator[date]:
    yield from (date(*persian.to_gregorian(year - 621, 1, 1)) for year in YEARS)


def reckoned() -> dict[str, tuple[date, ...]]:
    """The days of each feast that a calendar of the libraries has."""
    found = {
        **{name: chinese(*day) for name, day in CHINESE.items()},
        **{name: hebrew_days(*day) for name, day in HEBREW.items()},
        **{name: islamic(*day) for name, day in ISLAMIC.items()},
        "nowruz": nowruz(),
    }
    return {name: tuple(day for day in days if day.year in YEARS) for name, days in found.items()}


def main() -> None:
    lists: MovingFeasts = load("moving_feasts", MovingFeasts)
    days = reckoned() | {name: lists.days[name] for name in KEPT}
    lines = [f"{name} = [{', '.join(map(str, found))}]" for name, found in sorted(days.items())]
    target = Path(str(pipeline.lexicons.__file__)).with_name("moving_feasts.toml")
    target.write_text(HEADER + "\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()

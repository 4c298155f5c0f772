"""Write lexicons/moving_feasts.toml: the days of feasts of the Chinese, Hebrew, Hindu, Islamic and Persian calendars.

Run as ``python -m benchmarks.moving_feasts`` in an environment that also has ``holidays==0.109``, which no pin of the
project names because it wants an older python-dateutil than pandas brings. The feasts of Islam are those of Saudi
Arabia, the day after the evening on which the moon was seen or is reckoned to be; Nowruz is that of Iran.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from holidays.calendars.chinese import _ChineseLunisolar
from holidays.calendars.hebrew import _HebrewLunisolar
from holidays.calendars.hindu import _HinduLunisolar
from holidays.calendars.islamic import _IslamicLunar
from holidays.calendars.persian import _Persian

import pipeline.lexicons

YEARS = range(1980, 2051)
FEASTS: dict[Any, tuple[str, ...]] = {
    _ChineseLunisolar(): ("dragon_boat", "lunar_new_year", "mid_autumn", "qingming"),
    _HebrewLunisolar(): ("hanukkah", "passover", "purim", "rosh_hashanah", "shavuot", "sukkot", "yom_kippur"),
    _HinduLunisolar(): ("diwali_india", "dussehra", "holi", "raksha_bandhan"),
    _IslamicLunar(): ("ashura", "eid_al_adha", "eid_al_fitr", "hijri_new_year", "mawlid", "ramadan_beginning"),
    _Persian(): ("new_year",),
}
KEYS = {"diwali_india": "diwali", "new_year": "nowruz", "ramadan_beginning": "ramadan"}
HEADER = f"""# Days of feasts of other calendars, {YEARS[0]} to {YEARS[-1]}. Written by benchmarks/moving_feasts.py
# from the Python package holidays (MIT licence). A year of the Gregorian calendar may hold a feast of Islam twice.

[days]
"""


def days(calendar: Any, feast: str, year: int) -> Iterator[date]:
    """The days of a feast in a year; none where the calendar does not reach."""
    find = getattr(calendar, f"{feast}_date", None) or getattr(calendar, f"{feast}_dates")
    found = find(year)
    for item in found if isinstance(found, Iterable) and not isinstance(found, tuple) else [found]:
        day = item[0] if isinstance(item, tuple) else item
        if isinstance(day, date) and day.year == year:
            yield day


def line(calendar: Any, feast: str) -> str:
    found = sorted(day for year in YEARS for day in days(calendar, feast, year))
    return f"{KEYS.get(feast, feast).replace('_', '-')} = [{', '.join(map(str, found))}]"


def main() -> None:
    lines = sorted(line(calendar, feast) for calendar, feasts in FEASTS.items() for feast in feasts)
    target = Path(str(pipeline.lexicons.__file__)).with_name("moving_feasts.toml")
    target.write_text(HEADER + "\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()

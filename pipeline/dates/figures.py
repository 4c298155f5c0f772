"""Dates written out in names and figures: what level one of the grammar makes of them."""

from __future__ import annotations

import re

from pipeline.dates.lexing import PIVOT
from pipeline.dates.patterns import Draft, Phrase
from pipeline.dates.vocabulary import KINDS, Atom, context

MODERN = range(1900, 2040)


def full_year(digits: str) -> int:
    """Four digits from four or two: "’82" is 1982."""
    figure = int(re.sub(r"\D", "", digits))
    if figure >= 100:
        return figure
    return figure + (2000 if figure < PIVOT else 1900)


def year_of(phrase: Phrase, name: str = "y") -> int:
    data = phrase.data(name)
    return data if isinstance(data, int) else full_year(data)


def ordinal_day(phrase: Phrase, name: str = "d") -> int:
    data = phrase.data(name)
    return data if isinstance(data, int) else int(re.sub(r"\D", "", data))


def day_value(phrase: Phrase, day: str = "d") -> str:
    year = f"{year_of(phrase):04}" if phrase.has("y") else "XXXX"
    value = f"{year}-{phrase.data('m'):02}-{ordinal_day(phrase, day):02}"
    return f"{value} @{phrase.data('w')}" if phrase.has("w") else value


def day(phrase: Phrase) -> list[Atom]:
    if not 1 <= ordinal_day(phrase) <= 31:
        return []
    return phrase.atom("DAY", Draft("DATE", day_value(phrase)))


def days(phrase: Phrase) -> list[Atom]:
    """Two days of one month: "June 18-19", "from 18 to 19 October 1912"."""
    if counts_things(phrase):
        return []
    first, last = phrase.named["joint"].start, phrase.named["joint"].end
    while phrase.text[first - 1].isspace():
        first -= 1
    while phrase.text[last].isspace():
        last += 1
    return [
        Atom(KINDS["DAY"], phrase.start, first, Draft("DATE", day_value(phrase))),
        Atom(KINDS["DAY"], last, phrase.end, Draft("DATE", day_value(phrase, "d2"))),
    ]


def counts_things(phrase: Phrase) -> bool:
    """Whether the second figure belongs to a noun: "on May 5 and 12 people died"."""
    if (
        phrase.word("joint") not in ("and", "or")
        or phrase.has("y")
        or phrase.named["m"].start > phrase.named["d"].start
    ):
        return False
    after = phrase.after()
    return after[:1].islower() and after not in context().year_cues | {"at", "on"}


def month(phrase: Phrase) -> list[Atom]:
    year = f"{year_of(phrase):04}" if phrase.has("y") else "XXXX"
    return phrase.atom("MONTH", Draft("DATE", f"{year}-{phrase.data('m'):02}"))


def bare_month(phrase: Phrase) -> list[Atom]:
    """A month alone; May only where a month is expected, as it is a name and a modal too."""
    if phrase.word("m") == "may" and phrase.before() not in context().year_cues | {"last", "next", "this"}:
        return []
    return month(phrase)


def months(phrase: Phrase) -> list[Atom]:
    """Two months of one year: "between April and June 1942"."""
    year = f"{year_of(phrase):04}" if phrase.has("y") else "XXXX"
    first, last = phrase.named["m1"], phrase.named["m"]
    return [
        Atom(KINDS["MONTH"], first.start, first.end, Draft("DATE", f"{year}-{first.data:02}")),
        Atom(KINDS["MONTH"], last.start, phrase.end, Draft("DATE", f"{year}-{last.data:02}")),
    ]


def years(phrase: Phrase) -> list[Atom]:
    """Two years: "1939-1945", "1939-45"."""
    first, last = phrase.named["y"], phrase.named["y2"]
    second = phrase.data("y2") if phrase.data("y2") >= 1000 else first.data // 100 * 100 + phrase.data("y2")
    if second <= first.data:
        return []
    return [
        Atom(KINDS["YEAR"], first.start, first.end, Draft("DATE", f"{first.data:04}")),
        Atom(KINDS["YEAR"], last.start, last.end, Draft("DATE", f"{second:04}")),
    ]


def year(phrase: Phrase) -> list[Atom]:
    """A bare year, unless the figure counts something."""
    value = year_of(phrase)
    before, after = phrase.before().strip("(`'\"“‘"), phrase.after()
    if phrase.text[max(0, phrase.start - 1)] in "$€£.,#":
        return []
    if before in context().quantifiers or after.rstrip(",.;:") in context().counted:
        return []
    if before not in context().year_cues and value not in MODERN and phrase.text[phrase.start - 1] != "(":
        return []
    return phrase.atom("YEAR", Draft("DATE", f"{value:04}"))


def short_year(phrase: Phrase) -> list[Atom]:
    return phrase.atom("YEAR", Draft("DATE", f"{year_of(phrase):04}"))


def era_year(phrase: Phrase) -> list[Atom]:
    value = phrase.data("y")
    if not isinstance(value, int):
        return []
    prefix = "BC" if phrase.data("era") == "BC" else ""
    return phrase.atom("YEAR", Draft("DATE", f"{prefix}{value:04}"))


def decade(phrase: Phrase) -> list[Atom]:
    """ "the 1990s", "the '90s": three digits."""
    return phrase.atom("DECADE", Draft("DATE", str(full_year(phrase.data("e")))[:3]))


def century(phrase: Phrase) -> list[Atom]:
    if phrase.data("u") != "CE":
        return []
    value = f"{ordinal_day(phrase, 'o') - 1:02}"
    return phrase.atom("CENTURY", Draft("DATE", f"BC{value}" if phrase.data("era") == "BC" else value))


def season(phrase: Phrase) -> list[Atom]:
    year = f"{year_of(phrase):04}" if phrase.has("y") else "XXXX"
    return phrase.atom("SEASON", Draft("DATE", f"{year}-{phrase.data('s')}"))


def bare_season(phrase: Phrase) -> list[Atom]:
    """A season alone, unless it is part of a name ("Arab Spring", "Winter Palace")."""
    atom = phrase.named["s"]
    if phrase.text[atom.start].isupper() and (phrase.after()[:1].isupper() or phrase.before()[:1].isupper()):
        return []
    return season(phrase)


def iso(phrase: Phrase) -> list[Atom]:
    value = phrase.data("x")
    kind = "TIME" if "T" in value else "DAY"
    return phrase.atom(kind, Draft("TIME" if "T" in value else "DATE", value))


def numeric(phrase: Phrase) -> list[Atom]:
    """Figures whose order the document or the publication date must tell: both readings, month first."""
    one, two, last = re.split(r"[/.]", phrase.data("x"))
    year = full_year(last)
    readings = [
        f"{year:04}-{m:02}-{d:02}"
        for m, d in ((int(one), int(two)), (int(two), int(one)))
        if 1 <= m <= 12 and 1 <= d <= 31
    ]
    if not readings or ("." in phrase.data("x") and len(last) != 4):
        return []
    return phrase.atom("DAY", Draft("DATE", "|".join(dict.fromkeys(readings))))


def quarter(phrase: Phrase) -> list[Atom]:
    year = f"{year_of(phrase):04}" if phrase.has("y") else "XXXX"
    return phrase.atom("QUARTER", Draft("DATE", f"{year}-{phrase.data('q')}"))


def fiscal_year(phrase: Phrase) -> list[Atom]:
    year = full_year(phrase.data("x")) if phrase.has("x") else year_of(phrase)
    return phrase.atom("YEAR", Draft("DATE", f"FY{year:04}"))


def weekday(phrase: Phrase) -> list[Atom]:
    return phrase.atom("DAY", Draft("DATE", f"XXXX-WXX-{phrase.data('w')}"))


def deictic(phrase: Phrase) -> list[Atom]:
    return phrase.atom("DAY", Draft("DATE", f"now {phrase.data('x'):+}D"))


def feast(phrase: Phrase) -> list[Atom]:
    year = f"{year_of(phrase):04}" if phrase.has("y") else "XXXX"
    return phrase.atom("DAY", Draft("DATE", f"{year} ~{phrase.data('h')}"))

"""Dates written out in names and figures: what level one of the grammar makes of them."""

from __future__ import annotations

import re

from pipeline.dates.lexing import PIVOT
from pipeline.dates.patterns import Draft, Phrase
from pipeline.dates.vocabulary import KINDS, Atom, context, words

UNIT_KINDS = frozenset({KINDS["unit"], KINDS["units"]})
AFTER_ARTICLE = re.compile(r"(?:\bthe (?:early|late|mid)[ -]+|0[’']?s (?:and|or|to) )$", re.IGNORECASE)
MODERN = range(1900, 2040)


def full_year(digits: str) -> int:
    """Four digits from four or two: "’82" is 1982."""
    figure = int(re.sub(r"\D", "", digits))
    if figure >= 100:
        return figure
    return figure + (2000 if figure < PIVOT else 1900)


def year_of(phrase: Phrase) -> str:
    """The year of a phrase as a TIMEX3 value, XXXX if it names none."""
    data = phrase.data("y")
    if phrase.has("y") and phrase.named["y"].kind == KINDS["ERA_YEAR"]:
        return str(data)
    return "XXXX" if data is None else f"{data if isinstance(data, int) else full_year(data):04}"


def ordinal_day(phrase: Phrase, name: str = "d") -> int:
    data = phrase.data(name)
    return data if isinstance(data, int) else int(re.sub(r"\D", "", data))


def day_value(phrase: Phrase, day: str = "d") -> str:
    value = f"{year_of(phrase)}-{phrase.data('m'):02}-{ordinal_day(phrase, day):02}"
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
    return phrase.atom("MONTH", Draft("DATE", f"{year_of(phrase)}-{phrase.data('m'):02}"))


def bare_month(phrase: Phrase) -> list[Atom]:
    """A month alone; May only where a month is expected, and March not where it is a walk ("the Long March")."""
    if phrase.word("m") == "may" and phrase.before() not in context().month_cues:
        return []
    if phrase.word("m") == "march" and is_walk(phrase):
        return []
    return month(phrase)


def is_walk(phrase: Phrase) -> bool:
    before = phrase.text[: phrase.start].rstrip()[-1:]
    word = phrase.text[max(0, phrase.start - 24) : phrase.start].split()[-1:]
    named = bool(word) and word[0][:1].isupper() and not phrase.opens_sentence()
    return named or phrase.before() == "the" or before in '"“' or phrase.after() in ("of", "to", "on", "through")


def months(phrase: Phrase) -> list[Atom]:
    """Two months of one year: "between April and June 1942"."""
    first, last = phrase.named["m1"], phrase.named["m"]
    return [
        Atom(KINDS["MONTH"], first.start, first.end, Draft("DATE", f"{year_of(phrase)}-{first.data:02}")),
        Atom(KINDS["MONTH"], last.start, phrase.end, Draft("DATE", f"{year_of(phrase)}-{last.data:02}")),
    ]


def whole_year(phrase: Phrase) -> list[Atom]:
    if any(atom.kind in UNIT_KINDS and atom.data != "Y" for atom in phrase.atoms):
        return []
    return phrase.atom("YEAR", Draft("DATE", year_of(phrase)))


def day_only(phrase: Phrase) -> list[Atom]:
    """ "on the 5th", if no noun follows that it belongs to."""
    if phrase.after()[:1].isalpha() and phrase.after() not in context().after_day:
        return []
    return phrase.atom("DAY", Draft("DATE", f"XXXX-XX-{ordinal_day(phrase):02}"))


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
    value = phrase.data("y")
    before, after = phrase.before().strip("(`'\"“‘"), phrase.after()
    if phrase.text[max(0, phrase.start - 1)] in "$€£.,#":
        return []
    if before in context().quantifiers or after.rstrip(",.;:") in context().counted:
        return []
    if before not in context().year_cues and value not in MODERN and phrase.text[phrase.start - 1] != "(":
        return []
    return phrase.atom("YEAR", Draft("DATE", f"{value:04}"))


def era_years(phrase: Phrase) -> list[Atom]:
    """Two years of one era: "499-493 BC"."""
    first, last, joint = phrase.data("y"), phrase.data("y2"), phrase.named["joint"]
    if not (isinstance(first, int) and isinstance(last, int)):
        return []
    return [
        Atom(KINDS["ERA_YEAR"], phrase.named["y"].start, phrase.named["y"].end, era_value(phrase, first)),
        Atom(joint.kind, joint.start, joint.end, joint.data),
        Atom(KINDS["ERA_YEAR"], phrase.named["y2"].start, phrase.end, era_value(phrase, last)),
    ]


def era_year(phrase: Phrase) -> list[Atom]:
    value = phrase.data("y")
    return phrase.atom("ERA_YEAR", era_value(phrase, value)) if isinstance(value, int) else []


def era_value(phrase: Phrase, year: int) -> str:
    return f"{'BC' if phrase.data('era') == 'BC' else ''}{year:04}"


def decade(phrase: Phrase) -> list[Atom]:
    """ "the 1990s", "the '90s": three digits."""
    if is_count(phrase):
        return []
    decade = f"{full_year(phrase.data('e')):04}"[:3]
    return phrase.atom("DECADE", Draft("DATE", f"BC{decade}" if phrase.data("era") == "BC" else decade))


def is_count(phrase: Phrase) -> bool:
    """ "in her early 20s", "the low 50s": two figures without apostrophe are years only after the article."""
    figures = phrase.word("e")
    if not figures[0].isdigit() or len(figures.rstrip("’'s")) > 2 or phrase.word("article"):
        return False
    return AFTER_ARTICLE.search(phrase.text[max(0, phrase.start - 20) : phrase.start]) is None


def century(phrase: Phrase) -> list[Atom]:
    if phrase.data("u") != "CE":
        return []
    value = f"{ordinal_day(phrase, 'o') - 1:02}"
    return phrase.atom("CENTURY", Draft("DATE", f"BC{value}" if phrase.data("era") == "BC" else value))


def season(phrase: Phrase) -> list[Atom]:
    return phrase.atom("SEASON", Draft("DATE", f"{year_of(phrase)}-{phrase.data('s')}"))


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
    return phrase.atom("QUARTER", Draft("DATE", f"{year_of(phrase)}-{phrase.data('q')}"))


def fiscal_year(phrase: Phrase) -> list[Atom]:
    year = full_year(phrase.data("x")) if phrase.has("x") else year_of(phrase)
    return phrase.atom("YEAR", Draft("DATE", f"FY{year:04}" if isinstance(year, int) else f"FY{year}"))


def weekday(phrase: Phrase) -> list[Atom]:
    return phrase.atom("DAY", Draft("DATE", f"XXXX-WXX-{phrase.data('w')}"))


def deictic(phrase: Phrase) -> list[Atom]:
    return phrase.atom("DAY", Draft("DATE", f"now {phrase.data('x'):+}D"))


def feast(phrase: Phrase) -> list[Atom]:
    """A feast, unless it is part of a name ("Easter Island") or of another calendar ("Chinese New Year")."""
    before = phrase.text[max(0, phrase.start - 24) : phrase.start].split(" ")[-2:-1]
    named = bool(before) and before[0][:1].isupper() and before[0].lower() not in words()
    if named or (phrase.after()[:1].isupper() and not phrase.has("y")):
        return []
    return phrase.atom("DAY", Draft("DATE", f"{year_of(phrase)} ~{phrase.data('h')}"))

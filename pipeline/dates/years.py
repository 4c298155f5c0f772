"""Years, decades and centuries, and what only looks like them (level one of the grammar)."""

from __future__ import annotations

import re

from pipeline.dates.lexing import PIVOT
from pipeline.dates.patterns import Draft, Phrase
from pipeline.dates.vocabulary import KINDS, Atom, context

UNIT_KINDS = frozenset({KINDS["unit"], KINDS["units"]})
AFTER_ARTICLE = re.compile(r"(?:\bthe (?:early|late|mid)[ -]+|0[’']?s (?:and|or|to) )$", re.IGNORECASE)
NUMBER_OF_THING = re.compile(r"(?<![^\W\d_])(?!(?:mid|pre|post|early|late)-)[^\W\d_]+-$|(?<!\d)\d{3}-$", re.IGNORECASE)
NAME = re.compile(r"^(?:\s[A-Z][\w’'-]*){1,3}")
ADDRESS = 40
"""Characters after the number of a house in which the name of its street ends."""
MODERN = range(1900, 2040)
OLDEST = {"AD": 2200, "BC": 999_999}
BRACKETS = "(`'\"“‘"


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


def whole_year(phrase: Phrase) -> list[Atom]:
    if any(atom.kind in UNIT_KINDS and atom.data != "Y" for atom in phrase.atoms):
        return []
    return phrase.atom("YEAR", Draft("DATE", year_of(phrase)))


def short_year(phrase: Phrase) -> list[Atom]:
    """ "in '98"; not "Office '98"."""
    return [] if phrase.follows_name() else whole_year(phrase)


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
    """A bare year, unless the figure counts something or is the number of something."""
    value = phrase.data("y")
    if is_number_of_thing(phrase) or counts_things(phrase) or is_house(phrase):
        return []
    known = phrase.before().strip(BRACKETS) in context().year_cues or phrase.text[phrase.start - 1] == "("
    return phrase.atom("YEAR", Draft("DATE", f"{value:04}")) if known or value in MODERN else []


def is_number_of_thing(phrase: Phrase) -> bool:
    """ "Resolution 1973", "Room 1984", "a T-1990 tank", "555-1990", "$1999"."""
    if phrase.text[max(0, phrase.start - 1)] in "$€£.,#":
        return True
    if NUMBER_OF_THING.search(phrase.text, max(0, phrase.start - 12), phrase.start):
        return True
    return phrase.before().strip(BRACKETS) in context().numbered or ends_name(phrase)


def ends_name(phrase: Phrase) -> bool:
    """The figure in the name of a plan, a contest, an act, a product or a ship: "Vision 2040", "MV Skua 1990"."""
    last, first = phrase.before_written(), phrase.before_written(2)
    if not last[:1].isupper():
        return False
    leading = phrase.before_written(3) if first[:1].isupper() and first.lower() not in context().vessels else first
    is_product = leading in ("a", "an") and not phrase.after()[:1].islower()
    is_ship = leading.lower() in context().vessels
    return last.strip(BRACKETS).lower() in context().numbered_names or is_product or is_ship


def counts_things(phrase: Phrase) -> bool:
    """ "about 2000", "1950 shells", not "the 2008 strikes", and not "the flood in 1998 killed"."""
    before, after = phrase.before().strip(BRACKETS), phrase.after().rstrip(",.;:")
    if before in context().quantifiers:
        return True
    if before == "in" and after in context().tolls:
        return False
    return before not in context().possessors and after in context().counted


def is_house(phrase: Phrase) -> bool:
    """ "1920 Oak Street"."""
    words = NAME.findall(phrase.text[phrase.end : phrase.end + ADDRESS])[:1]
    return bool(words) and not context().streets.isdisjoint(words[0].lower().split())


def era_years(phrase: Phrase) -> list[Atom]:
    """Two years of one era: "499-493 BC"."""
    first, last, joint = era_value(phrase, "y"), era_value(phrase, "y2"), phrase.named["joint"]
    if first is None or last is None:
        return []
    return [
        Atom(KINDS["ERA_YEAR"], phrase.named["y"].start, phrase.named["y"].end, first),
        Atom(joint.kind, joint.start, joint.end, joint.data),
        Atom(KINDS["ERA_YEAR"], phrase.named["y2"].start, phrase.end, last),
    ]


def era_year(phrase: Phrase) -> list[Atom]:
    """ "44 BC", "AD 122"; not "the 44 BC Ferries workers"."""
    value = era_value(phrase, "y")
    led = phrase.word("era") not in context().provinces or phrase.before() in context().year_cues
    if value is None or not (led or not phrase.after()[:1].isupper()):
        return []
    return phrase.atom("ERA_YEAR", value)


def year_of_our_lord(phrase: Phrase) -> list[Atom]:
    """ "AD 122"."""
    return era_year(phrase) if phrase.data("era") == "AD" else []


def era_value(phrase: Phrase, name: str) -> str | None:
    """The year of an era as a TIMEX3 value; None if the figure is no whole number, or the word one of another sense."""
    year = float(phrase.data(name))
    if (
        phrase.text[phrase.named["era"].start].islower()
        or not year.is_integer()
        or not 0 < year <= OLDEST[phrase.data("era")]
    ):
        return None
    return f"{'BC' if phrase.data('era') == 'BC' else ''}{int(year):04}"


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
    """ "the 19th century", "the second millennium BC"."""
    value = century_value(phrase, "o")
    return phrase.atom("CENTURY", Draft("DATE", value)) if value else []


def centuries(phrase: Phrase) -> list[Atom]:
    """Two centuries: "the 3rd and 2nd centuries BC"."""
    first, last = century_value(phrase, "o"), century_value(phrase, "o2")
    if first is None or last is None:
        return []
    joint = phrase.named["joint"]
    return [
        Atom(KINDS["CENTURY"], phrase.start, phrase.named["o"].end, Draft("DATE", first)),
        joint,
        Atom(KINDS["CENTURY"], phrase.named["o2"].start, phrase.end, Draft("DATE", last)),
    ]


def century_value(phrase: Phrase, name: str) -> str | None:
    figures = {"CE": 2, "ML": 1}.get(phrase.data("u"))
    if figures is None or (figures == 1 and phrase.data("era") != "BC"):
        return None
    return f"{'BC' if phrase.data('era') == 'BC' else ''}{ordinal_day(phrase, name) - 1:0{figures}}"


def fiscal_year(phrase: Phrase) -> list[Atom]:
    year = full_year(phrase.data("x")) if phrase.has("x") else year_of(phrase)
    return phrase.atom("YEAR", Draft("DATE", f"FY{year:04}" if isinstance(year, int) else f"FY{year}"))

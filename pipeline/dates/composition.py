"""Dates made of other dates: "the end of last year", "the evening of Friday, September 8" (levels three to five)."""

from __future__ import annotations

from pipeline.dates.calendars import BLANKS
from pipeline.dates.patterns import Draft, Phrase
from pipeline.dates.spans import PRECISION, Span, unit_code
from pipeline.dates.vocabulary import KINDS, Atom, context, word_kinds

SIGNS = {
    "last": "-1",
    "past": "-1",
    "previous": "-1",
    "next": "+1",
    "following": "+1",
    "coming": "+1",
    "this": "+0",
    "that": "+0",
}
NARRATIVE = frozenset({"following", "previous", "that", "same"})
EDGES = {
    "beginning": "START",
    "end": "END",
    "close": "END",
    "middle": "MID",
    "rest": None,
    "early": "START",
    "late": "END",
}
CLIPS = {"earlier": " <", "later": " >"}
EDGE_KINDS = frozenset(KINDS[name] for name in ("beginning", "end", "close", "middle", "rest", "half"))
DIRECTIONS = {"-1": "<", "+1": ">", "+0": "="}


def reference(phrase: Phrase) -> str:
    """Whether a relative date counts from the day of writing or from the date before it in the story."""
    word = phrase.data("rel")
    return "ref" if word in NARRATIVE or (phrase.has("the") and word == "next") else "now"


def relative_unit(phrase: Phrase) -> list[Atom]:
    unit, word = unit_code(phrase), phrase.data("rel")
    if unit not in PRECISION:
        return []
    if is_stretch_before(phrase, unit, word):
        return phrase.atom("SET", Draft("DURATION", f"{Span(1, unit).value()} now <"))
    if is_lasting(phrase, unit, word):
        side = ">" if SIGNS[word] == "+1" else "<"
        return phrase.atom("SET", Draft("DURATION", f"{Span(1, unit).value()} now {side}"))
    return phrase.atom(PRECISION[unit], Draft("DATE", f"{reference(phrase)} {SIGNS[word]}{unit}"))


def is_stretch_before(phrase: Phrase, unit: str, word: str) -> bool:
    """ "the past week", "the last century"; not "this past Friday"."""
    past = word == "past" and unit != "WE" and not phrase.has("this")
    return past or (word == "last" and unit in ("DE", "CE"))


def is_lasting(phrase: Phrase, unit: str, word: str) -> bool:
    """ "over the next month": all of it; not "in the following month", which a story tells."""
    is_told = phrase.before() == "in" and word in NARRATIVE
    long = phrase.has("the") and unit in ("W", "M", "Y", "DE", "CE")
    return long and phrase.before() in context().lasting and not is_told


def same_unit(phrase: Phrase) -> list[Atom]:
    unit = unit_code(phrase)
    return phrase.atom(PRECISION[unit], Draft("DATE", f"ref +0{unit}")) if unit in PRECISION else []


def the_unit(phrase: Phrase) -> list[Atom]:
    """ "the day", "the year": the one the story is in."""
    unit = unit_code(phrase)
    if unit == "WE":
        return phrase.atom("WEEKEND", Draft("DATE", "XXXX-WXX-WE"))
    if unit not in ("D", "M", "Y") or is_idiom(phrase) or opens_clause(phrase):
        return []
    is_reported = phrase.has("whole") or phrase.before() == "for"
    start = "full" if is_reported and unit == "Y" else "here"
    return phrase.atom(PRECISION[unit], Draft("DATE", f"{start} +0{unit}"))


def opens_clause(phrase: Phrase) -> bool:
    """Whether a clause that says which follows: "the day when drones do this", "the day the war ended"."""
    after = phrase.after().lower()
    return after in context().clause_openers or (phrase.data("u") in ("D", None) and after in context().possessors)


def is_idiom(phrase: Phrase) -> bool:
    """ "carried the day", "order of the day", "Man of the Year"."""
    if phrase.before() == "of":
        before = phrase.text[max(0, phrase.start - 40) : phrase.start].split()[-2:-1]
        return not before or word_kinds().get(before[0].lower(), ("", None))[0] not in EDGE_KINDS
    return phrase.before() in context().day_idioms


def previous_unit(phrase: Phrase) -> list[Atom]:
    """ "the year previous"."""
    unit = unit_code(phrase)
    return phrase.atom(PRECISION[unit], Draft("DATE", f"ref -1{unit}")) if unit in PRECISION else []


def relative_name(phrase: Phrase) -> list[Atom]:
    """ "last September", "next Friday", "this spring"."""
    named = phrase.named["x"]
    value = named.data.value if isinstance(named.data, Draft) else f"XXXX-{named.data}"
    bare = phrase.data("rel") in ("following", "past") and not phrase.has("the")
    if not value.startswith("XXXX-") or bare:
        return []
    kind = named.kind if isinstance(named.data, Draft) else KINDS["SEASON"]
    step = DIRECTIONS[SIGNS[phrase.data("rel")]] + value.split()[0]
    return [Atom(kind, phrase.start, phrase.end, Draft("DATE", f"{reference(phrase)} {step}"))]


def month_of_year(phrase: Phrase) -> list[Atom]:
    """ "October of next year", "July 10 of that year"."""
    inner, outer = phrase.data("m").value, phrase.data("y").value
    if not inner.startswith("XXXX-") or "W" in inner:
        return []
    kind = phrase.named["m"].kind
    return [Atom(kind, phrase.start, phrase.end, Draft("DATE", f"{outer} /{inner.split()[0][5:]}"))]


def ordinal(phrase: Phrase) -> int:
    if phrase.has("last"):
        return -1
    data = phrase.data("o")
    return data if isinstance(data, int) else int("".join(filter(str.isdigit, data)))


def outer_value(phrase: Phrase) -> str:
    """What the part lies in: a date that is named, or "the year", "the month" of the story."""
    return f"here +0{phrase.data('outer')}" if phrase.has("outer") else str(phrase.data("x").value)


def nth_unit_of(phrase: Phrase) -> list[Atom]:
    """ "the third quarter of 2009", "the last week of March"."""
    unit, outer, nth = unit_code(phrase), outer_value(phrase), ordinal(phrase)
    if unit == "Q":
        return phrase.atom("QUARTER", Draft("DATE", f"{outer} /Q{nth if nth > 0 else 4}"))
    return phrase.atom(PRECISION[unit], Draft("DATE", f"{outer} #{nth}{unit}")) if unit in PRECISION else []


def nth_weekday_of(phrase: Phrase) -> list[Atom]:
    """ "the first Tuesday in November", "the last Friday of May 2019"."""
    weekday = phrase.data("w").value
    if not weekday.startswith("XXXX-WXX-"):
        return []
    return phrase.atom("DAY", Draft("DATE", f"{phrase.data('x').value} #{ordinal(phrase)}K{weekday[9]}"))


def nth_half_of(phrase: Phrase) -> list[Atom]:
    nth = ordinal(phrase)
    return (
        phrase.atom("HALF", Draft("DATE", f"{outer_value(phrase)} /H{nth if nth > 0 else 2}")) if abs(nth) < 3 else []
    )


def first_span_of(phrase: Phrase) -> list[Atom]:
    """ "the first ten months of 1944": a length of time."""
    length: Span = phrase.data("s")
    if length.amount == 1 and not phrase.has("x"):
        return []
    return phrase.atom("SET", Draft("DURATION", length.value(), length.mod))


def edge_of(phrase: Phrase) -> list[Atom]:
    """ "the end of last year", "early August", "late in 1941"."""
    inner = phrase.named["x"]
    mod = EDGES[phrase.data("edge")]
    return [Atom(inner.kind, phrase.start, phrase.end, inner.data._replace(mod=mod or inner.data.mod))]


def edge_of_unit(phrase: Phrase) -> list[Atom]:
    """ "the end of the week", "the middle of the decade": those now, or of the story."""
    unit = unit_code(phrase)
    if unit not in PRECISION:
        return []
    mod = EDGES[phrase.data("edge")]
    return phrase.atom(PRECISION[unit], Draft("DATE", f"here +0{unit}", mod))


def part_of_unit(phrase: Phrase) -> list[Atom]:
    """ "later in the week", "early in the month"."""
    unit, side = unit_code(phrase), str(phrase.atoms[0].data)
    if unit not in PRECISION:
        return []
    return phrase.atom(PRECISION[unit], Draft("DATE", f"here +0{unit}{CLIPS.get(side, '')}", EDGES.get(side)))


def clipped(phrase: Phrase) -> list[Atom]:
    """ "earlier this week", "later that month": the part of it on one side of the day of reference."""
    inner = phrase.named["x"]
    side = "<" if phrase.has("earlier") else ">"
    value = inner.data.value
    if inner.kind != KINDS["DAY"] and value.split()[0] in ("now", "ref"):
        value = f"{value} {side}"
    return [Atom(inner.kind, phrase.start, phrase.end, inner.data._replace(value=value))]


def day_neighbour(phrase: Phrase) -> list[Atom]:
    """ "the day before yesterday", "the day after Christmas"."""
    step = "-1D" if phrase.has("before") else "+1D"
    return phrase.atom("DAY", Draft("DATE", f"{phrase.data('x').value} {step}")) if phrase.data("u") == "D" else []


def eve(phrase: Phrase) -> list[Atom]:
    """ "the eve of 3 May"."""
    return phrase.atom("DAY", Draft("DATE", f"{phrase.data('x').value} -1D"))


def neighbour(phrase: Phrase) -> list[Atom]:
    """ "the day before", "the year after"; unknown if from an event ("the day after the vote").

    None in "late in the day after falling".
    """
    unit = unit_code(phrase)
    if unit not in PRECISION or (unit == "D" and phrase.before() == "in"):
        return []
    step = f"ref {'-1' if phrase.has('before') else '+1'}{unit}"
    value = BLANKS.get(unit, "XXXX-XX-XX") if phrase.after()[:1].isalpha() else step
    return phrase.atom(PRECISION[unit], Draft("DATE", value))

"""Dates written out in names and figures: what level one of the grammar makes of them."""

from __future__ import annotations

import re

from pipeline.dates.named_days import event_on
from pipeline.dates.patterns import Draft, Phrase
from pipeline.dates.vocabulary import KINDS, Atom, context, word_kinds
from pipeline.dates.years import full_year, ordinal_day, year_of

NEAR = 30
TITLE_BEFORE = re.compile(r"\b[Tt]he (?P<name>[A-Z]\w+) on\s$")
TITLE_AFTER = re.compile(r"\s(?P<night>Night\s(?=[A-Z]))?(?P<word>[A-Z]\w+)")


def day_value(phrase: Phrase, day: str = "d") -> str:
    value = f"{year_of(phrase)}-{phrase.data('m'):02}-{ordinal_day(phrase, day):02}"
    if not phrase.has("y") and (event := event_on(phrase, phrase.data("m"), ordinal_day(phrase, day))):
        return event
    return f"{value} @{phrase.data('w')}" if phrase.has("w") else value


def day(phrase: Phrase) -> list[Atom]:
    """A day of a month; the article in "the Oct. 3 fire" is not its own."""
    if not 1 <= ordinal_day(phrase) <= 31:
        return []
    draft = Draft("DATE", day_value(phrase))
    if phrase.has("article") and phrase.named["m"].start < phrase.named["d"].start:
        return [phrase.named["article"], Atom(KINDS["DAY"], phrase.named["m"].start, phrase.end, draft)]
    return phrase.atom("DAY", draft)


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
    expected = phrase.before() in context().month_cues or dates_a_fixture(phrase) or is_measured(phrase)
    return month(phrase) if expected or not is_other_word(phrase) else []


def is_other_word(phrase: Phrase) -> bool:
    """Whether a month's name may be a verb, a walk or a forename."""
    word = phrase.word("m")
    is_verb_or_walk = word == "may" or (word == "march" and is_walk(phrase))
    return is_verb_or_walk or is_forename(phrase)


def dates_a_fixture(phrase: Phrase) -> bool:
    """ "the May deadline", "its May general election"; not "the May government"."""
    if phrase.before() not in context().possessors | {"a"}:
        return False
    return not context().fixtures.isdisjoint(word.lower().strip(".,;:") for word in phrase.words_after(2))


def is_measured(phrase: Phrase) -> bool:
    """ "May retail sales rose": what is counted month by month."""
    counted = context().statistics | context().results
    return not phrase.follows_name() and not counted.isdisjoint(word.strip(".,;:") for word in phrase.words_after(2))


def is_walk(phrase: Phrase) -> bool:
    """ "the Long March", "the March on Rome"; not "the March deadline"."""
    quoted = phrase.text[: phrase.start].rstrip()[-1:] in ('"', "“")
    alone = phrase.before() == "the" and not phrase.text[phrase.end : phrase.end + 2].strip(" -").isalnum()
    has_goal = phrase.after() in context().march_to
    return quoted or alone or has_goal or phrase.follows_name()


def is_forename(phrase: Phrase) -> bool:
    """ "April Moss left": a month with a name after it, where no month is expected."""
    after = phrase.after()
    named = after[:1].isupper() and not after.isupper() and after.lower().rstrip(",.") not in word_kinds()
    return named and phrase.before() not in context().possessors | {"a"}


def months(phrase: Phrase) -> list[Atom]:
    """Two months of one year: "between April and June 1942"."""
    first, last = phrase.named["m1"], phrase.named["m"]
    return [
        Atom(KINDS["MONTH"], first.start, first.end, Draft("DATE", f"{year_of(phrase)}-{first.data:02}")),
        Atom(KINDS["MONTH"], last.start, phrase.end, Draft("DATE", f"{year_of(phrase)}-{last.data:02}")),
    ]


def day_only(phrase: Phrase) -> list[Atom]:
    """ "on the 5th", if no noun follows that it belongs to."""
    if phrase.after()[:1].isalpha() and phrase.after() not in context().after_day:
        return []
    return phrase.atom("DAY", Draft("DATE", f"XXXX-XX-{ordinal_day(phrase):02}"))


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
    one, two, last = re.split(r"[/.-]", phrase.data("x"))
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


def weekday(phrase: Phrase) -> list[Atom]:
    """A weekday, unless it is part of a name ("Bloody Sunday", "the Sunday Times")."""
    if is_name_of_weekday(phrase):
        return []
    return phrase.atom("DAY", Draft("DATE", f"XXXX-WXX-{phrase.data('w')}"))


def is_name_of_weekday(phrase: Phrase) -> bool:
    before, after = phrase.before(), phrase.after()
    if is_title_of_weekday(phrase):
        return True
    if before == "the":
        return after[:1].isupper() and after.lower() not in word_kinds()
    known = f"{before} {phrase.word('w')}" in context().named_weekdays
    return phrase.before_written()[:1].isupper() and (known or before in context().naming_adjectives)


def is_title_of_weekday(phrase: Phrase) -> bool:
    """A paper or programme: "the Sunday Times", "the Mail on Sunday", "Saturday Night Live"."""
    paper = TITLE_BEFORE.search(phrase.text, max(0, phrase.start - NEAR), phrase.start)
    if paper is not None and paper["name"].lower() in context().on_sundays:
        return True
    follows = TITLE_AFTER.match(phrase.text, phrase.end)
    return follows is not None and (bool(follows["night"]) or follows["word"].lower() in context().titled_weekdays)


def deictic(phrase: Phrase) -> list[Atom]:
    """ "today", unless it is the title of a programme or a paper."""
    if phrase.is_title():
        return []
    return generic(phrase) or phrase.atom("DAY", Draft("DATE", f"now {phrase.data('x'):+}D"))


def generic(phrase: Phrase) -> list[Atom]:
    """A day that stands for its time: "the engineers of tomorrow", "more today than then"."""
    compared = phrase.after() == "than" or phrase.before() == "than"
    if phrase.data("x") == 0 and compared:
        return phrase.atom("REF", Draft("DATE", "PRESENT_REF"))
    noun = phrase.before_written(2)
    of_many = phrase.before() == "of" and noun.endswith("s") and noun.lower() not in context().of_a_day
    if of_many and phrase.data("x") >= 0:
        return phrase.atom("REF", Draft("DATE", "FUTURE_REF" if phrase.data("x") else "PRESENT_REF"))
    return []


def feast(phrase: Phrase) -> list[Atom]:
    """A feast or a day with a name, unless it is part of another name ("Easter Island")."""
    before = phrase.text[max(0, phrase.start - 24) : phrase.start].split(" ")[-2:-1]
    named = (
        bool(before) and before[0][:1].isupper() and before[0][-1].isalnum() and before[0].lower() not in word_kinds()
    )
    if named or (phrase.after()[:1].isupper() and not phrase.has("y")):
        return []
    rule = phrase.data("h")
    value = rule if rule.startswith("XXXX") else f"{year_of(phrase)} ~{rule}"
    return phrase.atom("DAY", Draft("DATE", value))

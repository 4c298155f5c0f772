"""Times of day: clock times with zones, parts of the day, and the days they belong to."""

from __future__ import annotations

from pipeline.dates.composition import EDGES, SIGNS, reference
from pipeline.dates.patterns import Draft, Phrase
from pipeline.dates.vocabulary import KINDS, Atom, context

HOURS = {"early": "MO", "late": "NI"}


def part_of(phrase: Phrase) -> list[Atom]:
    """ "the evening of Friday, September 8", "Friday morning", "yesterday evening"."""
    mod = EDGES[phrase.data("edge")] if phrase.has("edge") else None
    return phrase.atom("TIME", Draft("TIME", f"{phrase.data('x').value} T{phrase.data('p')}", mod))


def hours_of(phrase: Phrase) -> list[Atom]:
    """ "the early hours of Wednesday" are its morning, the late hours its night."""
    length, part = phrase.data("s"), HOURS.get(phrase.data("edge"))
    if length.unit != "TH" or length.amount is not None or part is None:
        return []
    return phrase.atom("TIME", Draft("TIME", f"{phrase.data('x').value} T{part}"))


def relative_part(phrase: Phrase) -> list[Atom]:
    """ "this morning", "that night", "last night", "the next morning"."""
    word = phrase.data("rel")
    if phrase.text[phrase.named["p"].start].isupper() and phrase.text[phrase.named["p"].end - 1].islower():
        return []
    return phrase.atom("TIME", Draft("TIME", f"{reference(phrase)} {SIGNS[word]}D T{phrase.data('p')}"))


def same_part(phrase: Phrase) -> list[Atom]:
    return phrase.atom("TIME", Draft("TIME", f"ref +0D T{phrase.data('p')}"))


def part_before(phrase: Phrase) -> list[Atom]:
    """ "the night before"; not "the night before the vote"."""
    if phrase.after()[:1].isalpha():
        return []
    return phrase.atom("TIME", Draft("TIME", f"ref -1D T{phrase.data('p')}"))


def tonight(phrase: Phrase) -> list[Atom]:
    if phrase.is_title():
        return []
    return phrase.atom("TIME", Draft("TIME", f"now +0D T{phrase.data('p')}"))


def bare_part(phrase: Phrase) -> list[Atom]:
    atom = phrase.named["p"]
    if (phrase.text[atom.start].isupper() and not phrase.opens_sentence()) or phrase.before() in context().greetings:
        return []
    if phrase.word("p") == "overnight":
        return phrase.atom("TIME", Draft("TIME", "night TNI"))
    start = "day" if phrase.has("the") else "day?"
    return phrase.atom("TIME", Draft("TIME", f"{start} T{phrase.data('p')}"))


def running_time(phrase: Phrase) -> list[Atom]:
    """ "won in 2:41:09": hours, minutes and seconds, unless they are a time of day ("at 14:30:25", "9:00:00 a.m.")."""
    parts = phrase.data("c").split(":")
    if len(parts) < 3 or phrase.before() == "at" or phrase.after().lower().startswith(("am", "pm", "a.m", "p.m")):
        return []
    hours, minutes, seconds = (int(part) for part in parts)
    return phrase.atom("SET", Draft("DURATION", f"PT{hours}H{minutes}M{seconds}S"))


def clock(phrase: Phrase) -> list[Atom]:
    figures = phrase.data("c")
    figures = (
        figures
        if isinstance(figures, str)
        else f"{figures:04}"
        if phrase.named["c"].kind == KINDS["year"]
        else f"{figures}:00"
    )
    figures = figures.replace(".", ":")
    hour, minute = figures.split(":")[:2] if ":" in figures else (figures[:2], figures[2:])
    if phrase.has("half"):
        hour = str(int(hour) % 12 + phrase.data("half"))
    if int(hour) > 24 or int(minute) > 59:
        return []
    mod = "APPROX" if phrase.has("about") else None
    return phrase.atom("CLOCK", Draft("TIME", f"day T{int(hour):02}:{minute}{phrase.data('z') or ''}", mod))


def clock_of_day(phrase: Phrase) -> list[Atom]:
    time = phrase.data("t").value.rpartition(" ")[2]
    return phrase.atom("TIME", Draft("TIME", f"{phrase.data('x').value} {time}", phrase.data("t").mod))

"""Plain words for codes, and the titles of events and movements: words first, codes second. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TypeVar

from pipeline.domain import (
    Basis,
    DateSpan,
    Event,
    EventType,
    Factuality,
    Manner,
    Movement,
    Participant,
    PloverMode,
    Status,
    Vehicle,
)
from pipeline.index import DyadRow, EventRow, MovementRow, Participation, ReportRow, SourceRow, Times
from pipeline.wording.dates import NO_DATE, long_day, when

T = TypeVar("T")
TITLE_LENGTH = 40

TYPES: dict[EventType, str] = {
    "AGREE": "Agreement",
    "CONSULT": "Talks",
    "SUPPORT": "Support",
    "CONCEDE": "Concession",
    "COOPERATE": "Cooperation",
    "AID": "Aid",
    "RETREAT": "Retreat",
    "REQUEST": "Request",
    "ACCUSE": "Accusation",
    "REJECT": "Rejection",
    "THREATEN": "Threat",
    "PROTEST": "Protest",
    "SANCTION": "Sanctions",
    "MOBILIZE": "Mobilization",
    "COERCE": "Coercion",
    "ASSAULT": "Attack",
    "LIFE": "Life and death",
    "DISASTER": "Disaster or accident",
    "JUSTICE": "Court and justice",
    "ELECTION": "Election",
    "PERSONNEL": "Appointment or departure",
    "BUSINESS": "Business",
    "LAW": "Law",
    "STATEMENT": "Statement",
}
MODES: dict[PloverMode, str] = {
    "visit": "Visit",
    "third-party": "Mediation",
    "multilateral": "Multilateral talks",
    "phone": "Phone call",
}
STATUSES: dict[Status, str] = {
    "occurred": "Occurred",
    "ongoing": "Under way",
    "planned": "Planned",
    "hypothetical": "Hypothetical",
    "cancelled": "Cancelled",
    "denied": "Denied",
}
FACTUALITY: dict[Factuality, str] = {
    "CT+": "certain",
    "PR+": "probable",
    "PS+": "possible",
    "UU": "not committed to",
    "PS-": "possibly not",
    "PR-": "probably not",
    "CT-": "certainly not",
}
BASES: dict[Basis, str] = {
    "given": "given by an analyst or a source",
    "metadata": "from the file",
    "dateline": "from the dateline",
    "inferred": "inferred from the text",
    "unknown": "unknown",
}
DISPUTED = {
    "when": "the day",
    "departure": "the day of departure",
    "arrival": "the day of arrival",
    "place": "the place",
    "status": "whether it happened",
}
"""What articles that tell of one event can contradict each other on."""
MANNERS: dict[Manner, str] = {"direct": "quoted", "mixed": "quoted in part", "indirect": "paraphrased"}
NOBODY = "someone"
QUOTED = 44
"""Letters of a sentence in a title."""


def type_in_words(type_: EventType, mode: PloverMode | None) -> str:
    """ "Visit", "Sanctions"."""
    return MODES[mode] if mode else TYPES[type_]


def type_with_code(type_: EventType, mode: PloverMode | None) -> str:
    """ "Visit (CONSULT, visit)"."""
    codes = f"{type_}, {mode}" if mode else type_
    return f"{type_in_words(type_, mode)} ({codes})"


def party_names(who: Iterable[Participation | Participant]) -> str:
    return ", ".join(dict.fromkeys(each.name for each in who))


def who_to_whom(event: EventRow | Event) -> str:
    """ "Ana Costa → Morocco"; whoever the text leaves out is left out."""
    actors, recipients = party_names(event.actors), party_names(event.recipients)
    if recipients:
        return f"{actors or NOBODY} → {recipients}"
    return actors


def pair(row: DyadRow) -> str:
    """ "Ana Costa → Morocco"; "Ana Costa ↔ Rui Dias" for what they do together."""
    return f"{row.actor.name} {'↔' if row.mutual else '→'} {row.recipient.name}"


def event_title(event: EventRow | Event) -> str:
    who = who_to_whom(event)
    return f"{type_in_words(event.type, event.mode)}: {who}" if who else type_in_words(event.type, event.mode)


def telling_title(event: EventRow) -> str:
    """ "Disaster or accident: “A fire broke out in…”": where nobody takes part, the sentence says what it is."""
    if who_to_whom(event):
        return event_title(event)
    return f"{event_title(event)}: “{shortened(' '.join(event.evidence.split()), QUOTED)}”"


def event_date(event: EventRow | Event) -> str:
    """When it is; where no day is told, that and the day on which it was reported."""
    words = when(event.first, event.last, event.edtf)
    reported = event.reported if isinstance(event, EventRow) else None
    return f"no day told, reported {long_day(reported)}" if reported and words == NO_DATE else words


def route(movement: MovementRow | Movement) -> str:
    """ "Lisbon → Rabat"; an unknown end is said to be unknown."""
    origin = movement.origin.name if movement.origin else None
    destination = movement.destination.name if movement.destination else None
    if origin and destination:
        return f"{origin} → {destination}"
    if destination:
        return f"to {destination}, origin unknown"
    return f"from {origin}, destination unknown" if origin else "whereabouts unknown"


def movement_title(movement: MovementRow | Movement) -> str:
    by = vehicle(movement)
    means = " on foot" if by == "foot" else f" by {by}" if by else ""
    return f"{movement.mover.name}: {route(movement)}{means}"


def vehicle(movement: MovementRow | Movement) -> Vehicle | None:
    """By what somebody moves; None for what itself moves: "the plane" is not said to go by plane."""
    named = movement.mover.name.casefold().split()
    return movement.vehicle if movement.vehicle not in named else None


def movement_date(movement: MovementRow) -> str:
    """Departure and arrival as far as they are known."""
    left, arrived = movement.departure, movement.arrival
    said = []
    if left:
        said.append(f"departure {when(left.first, left.last, left.edtf)}")
    if arrived:
        said.append(f"arrival {when(arrived.first, arrived.last, arrived.edtf)}")
    return "; ".join(said) or when(movement.first, movement.last)


def source(who: SourceRow) -> str:
    return who.name or "an unnamed source"


def according_to(report: ReportRow) -> str:
    """Who says so: the sources of the report, or the outlet itself."""
    if report.sources:
        return ", ".join(dict.fromkeys(source(each) for each in report.sources))
    return report.outlet or "the article itself"


def count(number: int, one: str, many: str | None = None) -> str:
    """ "1 event", "1,204 events"."""
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"


def statement_counts(found: Iterable[Times]) -> str:
    """ "said 3, denied 1"."""
    return ", ".join(f"{each.name} {each.times}" for each in found)


def shortened(text: str, limit: int) -> str:
    """At most ``limit`` characters, cut at a word where one ends in the second half of these."""
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    end = cut.rfind(" ")
    return f"{cut[:end] if end >= limit / 2 else cut}…"


def span(date: DateSpan | None) -> str:
    return when(date.first, date.last, date.edtf) if date else when(None, None)


def told_apart(name: str, told_in: str) -> str:
    """ "a spokesman (in “Ferry runs aground”)": whom no name tells apart is told apart by the article."""
    return f"{name} (in “{shortened(told_in, TITLE_LENGTH)}”)" if told_in else name


def distinct(names: Mapping[T, str]) -> dict[T, str]:
    """With a number behind each name but the first of those that are alike: a list tells its entries apart by name."""
    seen: Counter[str] = Counter()
    told = {}
    for each, name in names.items():
        seen[name] += 1
        told[each] = name if seen[name] == 1 else f"{name} ({seen[name]})"
    return told

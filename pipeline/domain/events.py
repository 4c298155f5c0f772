"""Events: as one sentence tells of them, and as an article does."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from pipeline.domain.extents import Extent
from pipeline.domain.factuality import Factuality, Status
from pipeline.domain.places import Place
from pipeline.domain.reports import Argument, Participant, Report

EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
    "LIFE", "DISASTER", "JUSTICE", "ELECTION", "PERSONNEL", "BUSINESS", "LAW", "STATEMENT",
]  # fmt: skip
IMPERSONAL_TYPES: frozenset[EventType] = frozenset({"AGREE", "CONCEDE", "SUPPORT"})
"""What may be told in the passive of nobody, where a day or place is told: "a deal was reached on Monday"."""
Dating = Literal["told", "follows", "reacts", "since", "by"]
"""By words of the own clause; as of the day that the narrative has reached; as on that day of the news, or on the day
of a clause with "after" or "since", or later; on the day on which somebody says so, or before."""
PloverMode = Literal["visit", "third-party", "multilateral", "phone"]


@dataclass(frozen=True, slots=True)
class EventMention:
    """One sentence's telling of an event, before dates are resolved and reports are merged.

    ``timex`` and ``place`` are start offsets of a time expression and a place of the same article. ``why`` names the
    lexicon entries and cues that gave type, parties, status and date ("verbs.arrest", "status.planned:will").
    ``happening`` is the class of what happens where nobody does it: "blast" and "explosion" are one. ``dating`` says
    how ``timex`` dates it, ``lapse`` how far from that date it lies, or from one that the text does not tell: "-P2D"
    is two days before.
    """

    type: EventType
    mode: PloverMode | None
    trigger: Extent
    evidence: Extent
    actors: tuple[Argument, ...]
    recipients: tuple[Argument, ...]
    timex: int | None
    place: int | None
    status: Status
    factuality: Factuality
    why: tuple[str, ...] = ()
    happening: str | None = None
    dating: Dating = "told"
    lapse: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, is planned or is claimed, with all its reports.

    ``confidence`` is the probability that it is rightly read, 0 to 1; 1 is never fitted, and means "not estimated".
    ``why`` are the entries and cues of all its mentions.
    """

    id: str
    type: EventType
    mode: PloverMode | None
    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    first: date | None
    last: date | None
    edtf: str | None
    place: Place | None
    status: Status
    factuality: Factuality
    reports: tuple[Report, ...]
    confidence: float = 1.0
    why: tuple[str, ...] = ()

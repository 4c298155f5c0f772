"""What the index answers: frozen rows, ready to be drawn."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pipeline.domain import (
    DateSpan,
    EntityKind,
    EventType,
    Factuality,
    MentionForm,
    PloverMode,
    Status,
    Vehicle,
)


def latest(first: date | None, last: date | None, status: Status, reported: date | None) -> date | None:
    """The last day that it can be: as the text tells, or that of its report if it is over and told since a day."""
    if last or not first or not reported or status != "occurred":
        return last
    return reported if first <= reported else None


@dataclass(frozen=True, slots=True)
class Totals:
    """How much matches the filter: ``people`` mentioned in it and distinct ``sources`` quoted in it.

    ``doubtful`` is how many events and movements match but for being less certain than the threshold.
    """

    articles: int
    events: int
    people: int
    movements: int
    sources: int
    doubtful: int = 0


@dataclass(frozen=True, slots=True)
class Participation:
    """Who takes part in an event; ``key`` is ``None`` where the text names no known entity."""

    key: str | None
    name: str


@dataclass(frozen=True, slots=True)
class PlacePoint:
    """Where something is. Degrees, WGS 84; ``None`` where the name could not be resolved.

    ``feature`` is a GeoNames feature code: "PPLC" is a capital, "PCLI" a whole country.
    """

    key: str
    name: str
    country: str | None
    latitude: float | None
    longitude: float | None
    confidence: float
    feature: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HappeningRow:
    """What an event and a movement of an article have alike; ``first`` and ``last`` span all its dates.

    ``evidence`` is the sentence of its first report, ``reports`` how many there are. ``confidence`` is 0 to 1, and 1
    where it is not estimated. ``reported`` is a day that bounds its date: what occurred is not after it, what is
    planned not before it.

    Where a row stands for what several articles tell of one event, ``voices`` counts those that do so independently,
    and ``disputed`` names what they disagree on.
    """

    id: str
    article: str
    title: str | None
    outlet: str | None
    first: date | None
    last: date | None
    status: Status
    evidence: str
    reports: int
    confidence: float = 1.0
    why: tuple[str, ...] = ()
    reported: date | None = None
    articles: int = 1
    voices: int = 1
    disputed: tuple[str, ...] = ()

    @property
    def latest(self) -> date | None:
        return latest(self.first, self.last, self.status, self.reported)


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow(HappeningRow):
    """An event of an article."""

    type: EventType
    mode: PloverMode | None
    edtf: str | None
    factuality: Factuality
    place: PlacePoint | None
    actors: tuple[Participation, ...]
    recipients: tuple[Participation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MovementRow(HappeningRow):
    """A movement; what the text does not say is ``None``.

    ``type`` is that of the ``event`` it is; ``start`` is where its evidence begins in the text of its article.
    """

    event: str | None
    type: EventType | None
    mover: Participation
    origin: PlacePoint | None
    destination: PlacePoint | None
    departure: DateSpan | None
    arrival: DateSpan | None
    vehicle: Vehicle | None
    purpose: str | None
    start: int


Happening = EventRow | MovementRow


@dataclass(frozen=True, slots=True)
class EventBins:
    """How many events of a type and status begin in each period; where that is open, they end in it.

    Periods are ISO prefixes ("2023", "2023-07", "2023-07-14") in the order of time; ``None``, the last: without a date.
    """

    type: EventType
    status: Status
    periods: tuple[str | None, ...]
    events: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class EntityRow:
    """An entity counted once over all articles, by its key. ``mentions`` = names + nominals + pronouns; ``told_in`` is
    the title of the only article that knows it, if no name tells it apart.
    """

    key: str
    kind: EntityKind
    name: str
    country: str | None
    aliases: tuple[str, ...]
    mentions: int
    names: int
    nominals: int
    pronouns: int
    articles: int
    told_in: str = ""


@dataclass(frozen=True, slots=True)
class Counts:
    """Totals, and the entities most mentioned."""

    totals: Totals
    entities: tuple[EntityRow, ...]


@dataclass(frozen=True, slots=True)
class MentionRow:
    """A mention of an entity: offsets in the text of its article."""

    article: str
    start: int
    end: int
    text: str
    form: MentionForm


@dataclass(frozen=True, slots=True)
class DyadRow:
    """Who does what to whom: events of one type between two participants. ``key`` names the pair, for all types.

    ``mutual``: both do it together ("held talks"), in no order. ``settled`` of the ``events`` occurred or are under
    way; the others are planned, hypothetical, cancelled or denied.
    """

    key: str
    actor: Participation
    recipient: Participation
    mutual: bool
    type: EventType
    events: int
    settled: int

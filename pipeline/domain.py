"""The words of Dateline as data: what a text says, and what is concluded from it.

Offsets count characters of the article's text as it was given. Everything here is frozen and built of standard
types, so that it travels between processes, into JSON and back.

Two layers. A ``Reading`` is what parsing the text gives, and depends on nothing but the text. An ``Analysis`` is what
follows from a reading once the publication date is known, guessed or unknown; it is derived without parsing again.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Literal

ID_LENGTH = 16

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Tense = Literal["past", "present", "future"]
Bound = Literal["after", "before", "by", "since", "until"]
Basis = Literal["given", "metadata", "dateline", "inferred", "unknown"]
EntityKind = Literal["person", "organization", "country", "place", "group", "facility", "vehicle", "other"]
MentionForm = Literal["name", "nominal", "pronoun"]
PlaceRole = Literal["name", "demonym", "within_name"]
Manner = Literal["direct", "indirect", "mixed"]
Factuality = Literal["CT+", "PR+", "PS+", "UU", "PS-", "PR-", "CT-"]
Status = Literal["occurred", "ongoing", "planned", "hypothetical", "cancelled", "denied"]
Vehicle = Literal["train", "plane", "ship", "car", "bus", "helicopter", "foot"]
EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
    "LIFE", "DISASTER", "JUSTICE", "ELECTION", "PERSONNEL", "BUSINESS", "LAW", "STATEMENT",
]  # fmt: skip
Dating = Literal["told", "follows", "reacts", "since", "by"]
"""By words of the own clause; as of the day that the narrative has reached; as on that day of the news, or on the day
of a clause with "after" or "since", or later; on the day on which somebody says so, or before."""
PloverMode = Literal["visit", "third-party", "multilateral", "phone"]


def article_id(text: str) -> str:
    """The id of an article: the same text is the same article, wherever it comes from."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:ID_LENGTH]


@dataclass(frozen=True, slots=True)
class Article:
    """A text, where it comes from, and the days between which it can have been published."""

    id: str
    text: str
    title: str | None = None
    published: date | None = None
    published_basis: Basis = "unknown"
    published_candidates: tuple[date, ...] = ()
    published_reasons: tuple[str, ...] = ()
    received: date | None = None
    outlet: str | None = None
    url: str | None = None
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Extent:
    """A stretch of the text: its first character, the one after its last, and what stands there."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A date as precise as the text allows: "May 2024" is its whole month. ``None`` is an open or unknown end."""

    first: date | None
    last: date | None
    edtf: str | None


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time expression as recognised, before any reference day: what pass two needs to resolve it, and no more.

    ``value`` is an underspecified TIMEX3 value ("XXXX-09-11", "XXXX-WXX-1") or an operation on a reference that
    ``pipeline.dates`` alone reads and writes. ``sentence`` is the offset of its sentence. ``tense`` is that of the
    clause that governs it. ``bound`` is set where what it dates has an open side ("since 2014"), ``opens_range``
    where that goes on to the end of the next expression ("from May 1 to 3").
    """

    start: int
    end: int
    text: str
    type: TimexType
    value: str
    mod: str | None
    tense: Tense | None
    sentence: int
    bound: Bound | None = None
    opens_range: bool = False


@dataclass(frozen=True, slots=True)
class Timex:
    """A resolved time expression: TIMEX3 value and mod, EDTF, and the first and last day it can mean."""

    start: int
    end: int
    text: str
    type: TimexType
    value: str
    mod: str | None = None
    edtf: str | None = None
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class PlaceCandidate:
    """A gazetteer entry that a name may mean. Latitude and longitude in degrees, WGS 84."""

    name: str
    country: str | None
    admin1: str | None
    feature: str | None
    latitude: float
    longitude: float
    geonames_id: int | None
    confidence: float


@dataclass(frozen=True, slots=True)
class Place:
    """A toponym and what it resolves to: ``None`` where it does not. ``country`` is ISO 3166 alpha-2."""

    start: int
    end: int
    text: str
    name: str
    country: str | None
    admin1: str | None
    feature: str | None
    latitude: float | None
    longitude: float | None
    geonames_id: int | None
    confidence: float
    alternatives: tuple[PlaceCandidate, ...] = ()
    role: PlaceRole = "name"


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of the text that names an entity."""

    start: int
    end: int
    text: str
    form: MentionForm


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, organization, country, place, group ... of an article, with all its mentions.

    ``key`` joins it across articles ("person:kim-jong-un"); ``id`` names it within its article. ``country`` is the
    ISO 3166 code of the country it belongs to, as far as the text or the lexicons say.
    """

    id: str
    key: str
    kind: EntityKind
    name: str
    aliases: tuple[str, ...]
    country: str | None
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """Who a statement is attributed to; ``entity`` is an entity id of the article, where one is named there."""

    start: int
    end: int
    text: str
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says what: source, cue and content (PolNeAR's terms).

    ``timex`` is the start offset of the time expression that tells when it was said; None where none does.
    """

    id: str
    source: Source | None
    cue: Extent
    content: Extent
    manner: Manner
    timex: int | None = None


@dataclass(frozen=True, slots=True)
class Predicate:
    """A verb or event noun with its factuality as the article leaves it (FactBank's values)."""

    start: int
    end: int
    text: str
    factuality: Factuality


@dataclass(frozen=True, slots=True)
class Argument:
    """A participant as the sentence words it. ``head`` is the offset of its syntactic head, which names the entity."""

    start: int
    end: int
    text: str
    head: int


@dataclass(frozen=True, slots=True)
class EventMention:
    """One sentence's telling of an event, before dates are resolved and reports are merged.

    ``timex`` and ``place`` are start offsets of a time expression and a place of the same article. ``why`` names the
    lexicon entries and cues that gave type, parties, status and date ("verbs.arrest", "status.planned:will").
    ``happening`` is the class of what happens where nobody does it: "blast" and "explosion" are one. ``dating`` says
    how ``timex`` dates it.
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


@dataclass(frozen=True, slots=True)
class MovementMention:
    """One sentence's telling of a movement; offsets as in ``EventMention``.

    ``departure`` and ``arrival`` are start offsets of time expressions. ``arrives``: its words say of themselves that
    the destination is reached ("arrived in", "visited", "met in"), as "travelled to" does not.
    """

    mover: Argument
    trigger: Extent
    evidence: Extent
    origin: int | None
    destination: int | None
    departure: int | None
    arrival: int | None
    vehicle: Vehicle | None
    purpose: str | None
    status: Status
    factuality: Factuality
    arrives: bool = False
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """All that parsing an article gives, and nothing that depends on its publication date."""

    sentences: tuple[tuple[int, int], ...]
    expressions: tuple[TimeExpression, ...]
    places: tuple[Place, ...]
    entities: tuple[Entity, ...]
    attributions: tuple[Attribution, ...]
    predicates: tuple[Predicate, ...]
    events: tuple[EventMention, ...]
    movements: tuple[MovementMention, ...]


@dataclass(frozen=True, slots=True)
class Participant:
    """An actor or recipient of an event: the words of the text, and the entity where one is known."""

    start: int
    end: int
    text: str
    entity: str | None
    name: str


@dataclass(frozen=True, slots=True)
class Report:
    """One sentence of one article that tells of an event. ``attributions`` are ids; none means the outlet itself.

    ``reported`` is the day on which it was said or published: what occurred is not after it, what is planned not
    before it. It is a bound, and never a date of the event.
    """

    evidence: Extent
    trigger: Extent
    attributions: tuple[str, ...]
    status: Status
    factuality: Factuality
    first: date | None
    last: date | None
    edtf: str | None
    reported: date | None = None


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


@dataclass(frozen=True, slots=True)
class Mover:
    """Who or what changes place; ``entity`` is an entity id of the article, where one is known."""

    entity: str | None
    name: str


@dataclass(frozen=True, slots=True)
class Movement:
    """Someone or something changing place. What the text does not say is ``None``; the rest as in ``Event``."""

    id: str
    event: str | None
    mover: Mover
    origin: Place | None
    destination: Place | None
    departure: DateSpan | None
    arrival: DateSpan | None
    vehicle: Vehicle | None
    purpose: str | None
    status: Status
    reports: tuple[Report, ...]
    confidence: float = 1.0
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Analysis:
    """What Dateline takes from one article: the analysis format, which ``pipeline.analysis`` writes as JSON."""

    article: Article
    timexes: tuple[Timex, ...]
    places: tuple[Place, ...]
    entities: tuple[Entity, ...]
    attributions: tuple[Attribution, ...]
    predicates: tuple[Predicate, ...]
    events: tuple[Event, ...]
    movements: tuple[Movement, ...]

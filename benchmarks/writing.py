"""Made-up articles with their analyses, as tests of linking and benchmarks of size need them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import count
from typing import Self

from pipeline.domain import (
    Analysis,
    Article,
    Attribution,
    DateSpan,
    Entity,
    EntityKind,
    Event,
    EventType,
    Extent,
    Mention,
    Movement,
    Mover,
    Participant,
    Place,
    Report,
    Source,
    Status,
)

UNDATED = DateSpan(None, None, None)
SAID = "said"


@dataclass(frozen=True, slots=True)
class MadeEvent:
    """An event as a made-up sentence tells it; ``kind`` is that of all who take part."""

    type: EventType
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    when: DateSpan | None = None
    where: Place | None = None
    status: Status = "occurred"
    source: str | None = None
    kind: EntityKind = "person"


@dataclass(frozen=True, slots=True)
class MadeMovement:
    """A movement as a made-up sentence tells it; ``kind`` is the mover's."""

    mover: str
    origin: Place | None = None
    destination: Place | None = None
    departure: DateSpan | None = None
    arrival: DateSpan | None = None
    status: Status = "occurred"
    kind: EntityKind = "person"


@dataclass
class Writing:
    """An article that grows by a sentence an event; names are known across articles, "the ..." are descriptions."""

    id: str
    text: str = ""
    title: str | None = None
    published: date | None = None
    outlet: str | None = None
    url: str | None = None

    def __post_init__(self) -> None:
        self.sentences: list[tuple[int, int]] = []
        self.kinds: dict[str, EntityKind] = {}
        self.mentions: dict[str, list[Mention]] = {}
        self.attributions: list[Attribution] = []
        self.events: list[Event] = []
        self.movements: list[Movement] = []
        self.numbers = count()

    def tell(self, sentence: str, trigger: str, told: MadeEvent) -> Self:
        """A sentence that tells of an event."""
        at = self.write(sentence)
        days = told.when or UNDATED
        self.events.append(
            Event(
                id=f"e{self.id}-{next(self.numbers)}",
                type=told.type,
                mode=None,
                actors=tuple(self.participant(at, name, told.kind) for name in told.actors),
                recipients=tuple(self.participant(at, name, told.kind) for name in told.recipients),
                first=days.first,
                last=days.last,
                edtf=days.edtf,
                place=told.where,
                status=told.status,
                factuality="CT+",
                reports=(self.report(at, trigger, told.status, days, told.source),),
                confidence=0.8,
                why=(f"type: family '{trigger}'",),
            )
        )
        return self

    def move(self, sentence: str, trigger: str, journey: MadeMovement) -> Self:
        """A sentence that tells of a movement."""
        at = self.write(sentence)
        who = self.participant(at, journey.mover, journey.kind)
        days = journey.arrival or journey.departure or UNDATED
        self.movements.append(
            Movement(
                id=f"m{self.id}-{next(self.numbers)}",
                event=None,
                mover=Mover(who.entity, who.name),
                origin=journey.origin,
                destination=journey.destination,
                departure=journey.departure,
                arrival=journey.arrival,
                vehicle=None,
                purpose=None,
                status=journey.status,
                reports=(self.report(at, trigger, journey.status, days, None),),
                confidence=0.7,
            )
        )
        return self

    def write(self, sentence: str) -> Extent:
        start = len(self.text)
        self.text += f"{sentence}\n"
        self.sentences.append((start, start + len(sentence)))
        return Extent(start, start + len(sentence), sentence)

    def participant(self, sentence: Extent, name: str, kind: EntityKind) -> Participant:
        """A participant where the sentence names it; at its beginning where it has a pronoun for it."""
        start = sentence.start + max(sentence.text.find(name), 0)
        self.kinds.setdefault(name, kind)
        self.mentions.setdefault(name, []).append(Mention(start, start + len(name), name, "name"))
        return Participant(start, start + len(name), name, self.entity_id(name), name)

    def entity_id(self, name: str) -> str:
        return f"{self.id:_>8}{name}"

    def report(self, at: Extent, trigger: str, status: Status, days: DateSpan, source: str | None) -> Report:
        start = at.start + at.text.index(trigger)
        said = (self.attribution(at, source),) if source else ()
        extent = Extent(start, start + len(trigger), trigger)
        return Report(at, extent, said, status, "CT+", days.first, days.last, days.edtf, self.published)

    def attribution(self, at: Extent, source: str) -> str:
        """The cue is "said" where that stands, or else the sentence."""
        name = f"{self.id}-{next(self.numbers)}"
        start = at.start + at.text.find(SAID)
        cue = at if start < at.start else Extent(start, start + len(SAID), SAID)
        self.attributions.append(Attribution(name, Source(at.start, at.start + 1, source), cue, at, "indirect"))
        return name

    def entities(self) -> tuple[Entity, ...]:
        return tuple(self.entity(name, tuple(mentions)) for name, mentions in self.mentions.items())

    def entity(self, name: str, mentions: tuple[Mention, ...]) -> Entity:
        kind, identity, slug = self.kinds[name], self.entity_id(name), "-".join(name.lower().split())
        key = f"{kind}:{slug}-{identity[:8]}" if name.startswith("the ") else f"{kind}:{slug}"
        return Entity(identity, key, kind, name, (), None, mentions)

    def done(self) -> Analysis:
        article = Article(self.id, self.text, self.title, self.published, "given", outlet=self.outlet, url=self.url)
        told = (tuple(self.attributions), (), tuple(self.events), tuple(self.movements))
        return Analysis(article, (), (), self.entities(), *told)

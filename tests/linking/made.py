"""Analyses as linking needs them, of a few words each."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from itertools import count
from random import Random

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
from pipeline.linking import Dossier
from pipeline.linking.accounts import Account

DAY = date(2021, 6, 14)
COMMON = (
    "the",
    "of",
    "and",
    "to",
    "in",
    "is",
    "you",
    "that",
    "it",
    "he",
    "was",
    "for",
    "on",
    "are",
    "as",
    "with",
    "his",
)


def filler(seed: str) -> str:
    """A line of words that tell nothing, in an order of its own: no two articles are copies by it."""
    return " ".join(Random(seed).choices(COMMON, k=80)) + "\n"


def place(name: str, country: str = "PE", feature: str = "PPL") -> Place:
    return Place(0, 1, name, name, country, None, feature, 0.0, 0.0, sum(map(ord, name)), 0.9)


def span(first: str, last: str | None = None) -> DateSpan:
    return DateSpan(date.fromisoformat(first), date.fromisoformat(last or first), f"{first}/{last}" if last else first)


@dataclass
class Writing:
    """An article that grows by what it tells; names of two words are people, "The ..." are descriptions."""

    id: str
    text: str = ""
    title: str | None = None
    published: date | None = DAY
    outlet: str | None = None
    url: str | None = None

    def __post_init__(self) -> None:
        self.entities: dict[str, Entity] = {}
        self.attributions: list[Attribution] = []
        self.events: list[Event] = []
        self.movements: list[Movement] = []
        self.numbers = count()

    def participant(self, name: str, kind: EntityKind = "person") -> Participant:
        identity = f"{self.id:_>8}{name}"
        slug = "-".join(name.lower().split())
        key = f"{kind}:{slug}-{identity[:8]}" if name.startswith("the ") else f"{kind}:{slug}"
        found = Entity(identity, key, kind, name, (), None, (Mention(0, len(name), name, "name"),))
        return Participant(0, len(name), name, self.entities.setdefault(name, found).id, name)

    def report(self, sentence: str, trigger: str, status: Status, when: DateSpan | None, source: str | None) -> Report:
        start = len(self.text)
        self.text += f"{sentence}\n"
        at = start + sentence.index(trigger)
        said: tuple[str, ...] = ()
        if source is not None:
            extent = Extent(start, start + 1, sentence[:1])
            said = (f"{self.id}-{next(self.numbers)}",)
            self.attributions.append(
                Attribution(said[0], Source(start, start + 1, source), extent, extent, "indirect"),
            )
        days = when or DateSpan(None, None, None)
        return Report(
            Extent(start, start + len(sentence), sentence),
            Extent(at, at + len(trigger), trigger),
            said,
            status,
            "CT+",
            days.first,
            days.last,
            days.edtf,
            self.published,
        )

    def tell(
        self,
        sentence: str,
        trigger: str,
        type_: EventType,
        actors: tuple[str, ...] = (),
        recipients: tuple[str, ...] = (),
        when: DateSpan | None = None,
        where: Place | None = None,
        status: Status = "occurred",
        source: str | None = None,
        kind: EntityKind = "person",
    ) -> Writing:
        days = when or DateSpan(None, None, None)
        self.events.append(
            Event(
                f"e{next(self.numbers)}",
                type_,
                None,
                tuple(self.participant(name, kind) for name in actors),
                tuple(self.participant(name, kind) for name in recipients),
                days.first,
                days.last,
                days.edtf,
                where,
                status,
                "CT+",
                (self.report(sentence, trigger, status, when, source),),
                0.8,
                (f"type: family '{trigger}'",),
            )
        )
        return self

    def move(
        self,
        sentence: str,
        trigger: str,
        mover: str,
        origin: Place | None = None,
        destination: Place | None = None,
        departure: DateSpan | None = None,
        arrival: DateSpan | None = None,
        status: Status = "occurred",
    ) -> Writing:
        who = self.participant(mover)
        told = self.report(sentence, trigger, status, arrival or departure, None)
        self.movements.append(
            Movement(
                f"m{next(self.numbers)}",
                None,
                Mover(who.entity, who.name),
                origin,
                destination,
                departure,
                arrival,
                None,
                None,
                status,
                (told,),
                0.7,
            )
        )
        return self

    def done(self) -> Analysis:
        article = Article(self.id, self.text, self.title, self.published, "given", outlet=self.outlet, url=self.url)
        entities = tuple(self.entities.values())
        told = (tuple(self.attributions), (), tuple(self.events), tuple(self.movements))
        return Analysis(article, (), (), entities, *told)

    def dossier(self) -> Dossier:
        return Dossier.of(self.done())

    def accounts(self) -> tuple[Account, ...]:
        return self.dossier().accounts


def renamed(writing: Analysis, name: str) -> Analysis:
    """The same article under another id."""
    return replace(writing, article=replace(writing.article, id=name))

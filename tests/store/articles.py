"""Articles made of plain sentences, with the reading that a parser would give of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.assembly import assemble
from pipeline.domain import (
    Analysis,
    Argument,
    Article,
    Attribution,
    Basis,
    Entity,
    EventMention,
    EventType,
    Extent,
    Factuality,
    Mention,
    MovementMention,
    Place,
    Reading,
    Source,
    Status,
    TimeExpression,
    article_id,
)

GEONAMES = {"Lima": ("PE", 3936456), "Quito": ("EC", 3652462), "Oslo": ("NO", 3143244)}


@dataclass(frozen=True)
class Telling:
    """ "Berg said on 2024-05-07 Ruiz met Silva in Lima on 2024-05-06."; with an ``origin``, of a movement too."""

    actor: str = "Ruiz"
    verb: str = "met"
    recipient: str = ""
    place: str = "Lima"
    origin: str = ""
    day: str = "2024-05-06"
    source: str = ""
    type: EventType = "CONSULT"
    status: Status = "occurred"
    factuality: Factuality = "CT+"
    said: str = ""


class Writing:
    """A text that grows, and what is read in it on the way."""

    def __init__(self) -> None:
        self.text = ""
        self.sentences: list[tuple[int, int]] = []
        self.expressions: list[TimeExpression] = []
        self.places: list[Place] = []
        self.mentions: dict[str, list[Mention]] = {}
        self.attributions: list[Attribution] = []
        self.events: list[EventMention] = []
        self.movements: list[MovementMention] = []

    def write(self, words: str) -> Extent:
        start = len(self.text)
        self.text += words
        return Extent(start, len(self.text), words)

    def name(self, name: str) -> Argument:
        at = self.write(name)
        self.mentions.setdefault(name, []).append(Mention(at.start, at.end, at.text, "name"))
        return Argument(at.start, at.end, at.text, at.start)

    def place(self, preposition: str, name: str) -> int | None:
        if not name:
            return None
        self.write(f" {preposition} ")
        at = self.write(name)
        country, identity = GEONAMES.get(name, (None, None))
        degrees = None if identity is None else identity / 100_000
        self.places.append(
            Place(
                at.start,
                at.end,
                name,
                name,
                country,
                None,
                "PPLA",
                degrees,
                degrees,
                identity,
                0.9 if identity else 0.2,
            )
        )
        return at.start

    def day(self, value: str, sentence: int) -> int | None:
        if not value:
            return None
        self.write(" on ")
        at = self.write(value)
        self.expressions.append(TimeExpression(at.start, at.end, value, "DATE", value, None, "past", sentence))
        return at.start

    def tell(self, told: Telling) -> None:
        start = len(self.text)
        said = self.say(told.source) if told.source else None
        when = self.day(told.said, start)
        self.write(" " if said else "")
        content = len(self.text)
        actor = self.name(told.actor)
        self.write(" ")
        trigger = self.write(told.verb)
        recipients = (self.recipient(told.recipient),) if told.recipient else ()
        origin = self.place("from", told.origin)
        place = self.place("in", told.place)
        day = self.day(told.day, start)
        self.write(".")
        evidence = Extent(start, len(self.text), self.text[start:])
        self.sentences.append((start, len(self.text)))
        self.write("\n")
        if said:
            extent = Extent(content, evidence.end, self.text[content : evidence.end])
            self.attributions.append(Attribution(f"said{content}", said[0], said[1], extent, "indirect", when))
        known = told.status, told.factuality
        self.events.append(
            EventMention(
                told.type, "visit" if told.origin else None, trigger, evidence, (actor,), recipients, day, place, *known
            )
        )
        if told.origin:
            self.movements.append(
                MovementMention(actor, trigger, evidence, origin, place, None, day, "plane", None, *known)
            )

    def recipient(self, name: str) -> Argument:
        self.write(" ")
        return self.name(name)

    def say(self, source: str) -> tuple[Source, Extent]:
        named = self.name(source)
        self.write(" ")
        cue = self.write("said")
        return Source(named.start, named.end, named.text, source), cue

    def reading(self) -> Reading:
        entities = (
            Entity(name, f"person:{name.lower()}", "person", name, (), None, tuple(mentions))
            for name, mentions in self.mentions.items()
        )
        return Reading(
            sentences=tuple(self.sentences),
            expressions=tuple(self.expressions),
            places=tuple(self.places),
            entities=tuple(entities),
            attributions=tuple(self.attributions),
            predicates=(),
            events=tuple(self.events),
            movements=tuple(self.movements),
        )


def article(
    tellings: Sequence[Telling],
    *,
    published: date | None = date(2024, 5, 8),
    basis: Basis = "given",
    title: str | None = None,
    outlet: str | None = None,
    received: date | None = None,
) -> tuple[Reading, Analysis]:
    writing = Writing()
    for told in tellings:
        writing.tell(told)
    given = Article(
        id=article_id(writing.text),
        text=writing.text,
        title=title,
        published=published,
        published_basis=basis if published else "unknown",
        received=received,
        outlet=outlet,
    )
    return writing.reading(), assemble(given, writing.reading())

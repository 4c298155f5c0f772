"""A store of made-up articles, of any size: deterministic, with a few names in most events and many names in few."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import islice
from random import Random
from typing import get_args

from sqlalchemy import Table, insert

from pipeline.domain import (
    Analysis,
    Article,
    Attribution,
    DateSpan,
    Entity,
    Event,
    EventType,
    Extent,
    Mention,
    Movement,
    Mover,
    Participant,
    Place,
    Reading,
    Report,
    Source,
    Status,
    article_id,
)
from pipeline.store import writes
from pipeline.store.columns import Row
from pipeline.store.connect import connect

EVENTS_AN_ARTICLE, BATCH = 20, 500
PEOPLE, PLACES, OUTLETS = 4000, 1500, 60
FIRST_DAY, DAYS = date(2010, 1, 1), 5000
TYPES, STATUSES = get_args(EventType), get_args(Status)
A_MOVEMENT, UNDATED, WITHOUT_PLACE, ATTRIBUTED = 0.1, 0.2, 0.4, 0.5


def fill(url: str, events: int) -> None:
    """Make a store of that many events, about a tenth of them movements, in one transaction."""
    engine = connect(url)
    rest = articles(events)
    with engine.begin() as connection:
        writes.begin(connection)
        while batch := list(islice(rest, BATCH)):
            together: dict[Table, list[Row]] = {}
            for reading, analysis in batch:
                for table, rows in writes.all_rows(reading, analysis):
                    together.setdefault(table, []).extend(rows)
            for table, rows in together.items():
                connection.execute(insert(table), rows)
    engine.dispose()


def articles(events: int) -> Iterator[tuple[Reading, Analysis]]:
    chance = Random(events)
    for number in range(events // EVENTS_AN_ARTICLE):
        writing = Writing(number, chance)
        for _ in range(EVENTS_AN_ARTICLE):
            writing.tell()
        yield writing.done()


def frequent(chance: Random, most: int) -> int:
    """A number below ``most``, the small ones by far the most often."""
    return int(most * chance.random() ** 3)


@dataclass
class Writing:
    """An article that grows by a sentence an event."""

    number: int
    chance: Random
    text: str = ""
    sentences: list[tuple[int, int]] = field(default_factory=list)
    mentions: dict[str, list[Mention]] = field(default_factory=dict)
    attributions: list[Attribution] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    movements: list[Movement] = field(default_factory=list)

    def write(self, words: str) -> Extent:
        start = len(self.text)
        self.text += words
        return Extent(start, len(self.text), words)

    def name(self) -> Participant:
        at = self.write(f"Person{frequent(self.chance, PEOPLE)}")
        self.mentions.setdefault(at.text, []).append(Mention(at.start, at.end, at.text, "name"))
        return Participant(at.start, at.end, at.text, at.text, at.text)

    def tell(self) -> None:
        start = len(self.text)
        said = self.say() if self.chance.random() < ATTRIBUTED else ()
        actor = self.name()
        trigger = self.write(f" article{self.number} met ")
        recipient = self.name()
        place = self.place() if self.chance.random() > WITHOUT_PLACE else None
        self.write(".\n")
        evidence = Extent(start, len(self.text), self.text[start:])
        self.sentences.append((start, len(self.text)))
        self.add(Report(evidence, trigger, said, "occurred", "CT+", None, None, None), actor, recipient, place)

    def say(self) -> tuple[str]:
        source = self.name()
        cue = self.write(" said ")
        known = f"{self.number}-{len(self.attributions)}"
        speaker = Source(source.start, source.end, source.text, source.entity)
        self.attributions.append(Attribution(known, speaker, cue, cue, "indirect"))
        return (known,)

    def place(self) -> Place:
        number = frequent(self.chance, PLACES)
        at = self.write(f"Place{number}")
        latitude, longitude = number % 120 - 60, number * 7 % 340 - 170
        return Place(at.start, at.end, at.text, at.text, "XX", None, "PPL", latitude, longitude, number, 0.9)

    def add(self, report: Report, actor: Participant, recipient: Participant, place: Place | None) -> None:
        first, last = self.days()
        name = f"e{self.number}-{len(self.events)}"
        kind, status = self.chance.choice(TYPES), self.chance.choice(STATUSES)
        self.events.append(
            Event(name, kind, None, (actor,), (recipient,), first, last, None, place, status, "CT+", (report,))
        )
        if self.chance.random() < A_MOVEMENT:
            mover, span = Mover(actor.entity, actor.name), DateSpan(first, last, None)
            origin = self.place()
            self.movements.append(
                Movement(f"m{name}", name, mover, origin, place, None, span, "plane", None, status, (report,))
            )

    def days(self) -> tuple[date | None, date | None]:
        if self.chance.random() < UNDATED:
            return None, None
        first = FIRST_DAY + timedelta(days=self.chance.randrange(DAYS))
        return first, first + timedelta(days=self.chance.choice((0, 0, 0, 6, 30)))

    def done(self) -> tuple[Reading, Analysis]:
        outlet = f"Outlet {self.number % OUTLETS}"
        article = Article(article_id(self.text), self.text, f"Article {self.number}", FIRST_DAY, "given", outlet=outlet)
        entities = tuple(
            Entity(name, f"person:{name.lower()}", "person", name, (), None, tuple(found))
            for name, found in self.mentions.items()
        )
        reading = Reading(tuple(self.sentences), (), (), entities, tuple(self.attributions), (), (), ())
        known = tuple(self.attributions), (), tuple(self.events), tuple(self.movements)
        return reading, Analysis(article, (), (), entities, *known)

"""Analyses written by hand, for tests of pages: a text and what it says, with offsets found by the words."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date

from pipeline.domain import (
    Analysis,
    Article,
    Attribution,
    Basis,
    DateSpan,
    Entity,
    EntityKind,
    Event,
    EventType,
    Extent,
    Factuality,
    Mention,
    MentionForm,
    Movement,
    Mover,
    Participant,
    Place,
    PloverMode,
    Reading,
    Report,
    Source,
    Status,
    Vehicle,
)

NO_DATE = DateSpan(None, None, None)
EMPTY_READING = Reading((), (), (), (), (), (), (), ())


def span(first: str, last: str | None = None, edtf: str | None = None) -> DateSpan:
    return DateSpan(date.fromisoformat(first), date.fromisoformat(last or first), edtf or first)


@dataclass
class Draft:
    """Collects what an article says; ``analysis()`` gives the whole."""

    text: str
    title: str
    outlet: str | None = None
    published: date | None = None
    entities: list[Entity] = field(default_factory=list)
    attributions: list[Attribution] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    movements: list[Movement] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)

    @property
    def id(self) -> str:
        return hashlib.sha256(self.text.encode()).hexdigest()[:16]

    def at(self, words: str, after: str = "") -> Extent:
        """Where the words stand first, or first after other words."""
        start = self.text.index(words, self.text.index(after))
        return Extent(start, start + len(words), words)

    def entity(self, key: str, kind: EntityKind, name: str, *mentions: tuple[str, MentionForm]) -> str:
        found = [
            Mention(at, at + len(words), words, form)
            for words, form in mentions
            for at in range(len(self.text))
            if self.text.startswith(words, at)
        ]
        aliases = tuple(dict.fromkeys(mention.text for mention in found if mention.form == "name"))
        id_ = f"{self.id}-{key}"
        self.entities.append(Entity(id_, key, kind, name, aliases, None, tuple(found)))
        return id_

    def place(self, words: str, country: str, latitude: float | None, longitude: float | None) -> Place:
        where = self.at(words)
        sure = 0.9 if latitude else 0.2
        place = Place(where.start, where.end, words, words, country, None, "PPL", latitude, longitude, None, sure)
        self.places.append(place)
        return place

    def said_by(self, source: str | None, cue: str, content: str) -> str:
        id_ = f"{self.id}-said-{len(self.attributions)}"
        words = self.at(content)
        who = None
        if source:
            where = self.at(source)
            who = Source(where.start, where.end, source, self._entity_called(source))
        self.attributions.append(Attribution(id_, who, self.at(cue), words, "indirect"))
        return id_

    def report(
        self,
        evidence: str,
        trigger: str,
        status: Status,
        when: DateSpan = NO_DATE,
        *said: str,
        sure: Factuality = "CT+",
    ) -> Report:
        where = self.at(evidence)
        return Report(where, self.at(trigger, evidence), said, status, sure, when.first, when.last, when.edtf)

    def event(
        self,
        kind: tuple[EventType, PloverMode | None],
        actors: list[str],
        recipients: list[str],
        reports: list[Report],
        place: Place | None = None,
    ) -> str:
        id_ = f"{self.id}-event-{len(self.events)}"
        lead = reports[0]
        self.events.append(
            Event(
                id_, kind[0], kind[1],
                self._participants(actors), self._participants(recipients),
                lead.first, lead.last, lead.edtf, place, lead.status, lead.factuality, tuple(reports),
            )
        )  # fmt: skip
        return id_

    def movement(
        self,
        mover: str,
        ends: tuple[Place | None, Place | None],
        dates: tuple[DateSpan | None, DateSpan | None],
        reports: list[Report],
        vehicle: Vehicle | None = None,
        event: str | None = None,
    ) -> str:
        id_ = f"{self.id}-movement-{len(self.movements)}"
        lead = reports[0]
        self.movements.append(
            Movement(
                id_, event, Mover(self._entity_called(mover), mover), ends[0], ends[1], dates[0], dates[1],
                vehicle, None, lead.status, tuple(reports),
            )
        )  # fmt: skip
        return id_

    def analysis(self) -> Analysis:
        basis: Basis = "given" if self.published else "unknown"
        article = Article(self.id, self.text, self.title, self.published, basis, outlet=self.outlet)
        return Analysis(
            article, (), tuple(self.places), tuple(self.entities), tuple(self.attributions), (),
            tuple(self.events), tuple(self.movements),
        )  # fmt: skip

    def _participants(self, names: list[str]) -> tuple[Participant, ...]:
        return tuple(
            Participant(where.start, where.end, name, self._entity_called(name), name)
            for name in names
            for where in [self.at(name)]
        )

    def _entity_called(self, name: str) -> str | None:
        return next((e.id for e in self.entities if name == e.name or any(name == m.text for m in e.mentions)), None)

"""Analysis -> the rows of the index. Pure, but for the numbers that rows are given."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import product
from typing import Protocol

from pipeline.domain import Analysis, Attribution, Entity, Event, Movement, Participant, Report
from pipeline.index.columns import (
    Row,
    event_rank,
    judgement,
    movement_rank,
    movement_span,
    place,
    span,
    strongest,
)
from pipeline.index.pairs import pairs
from pipeline.index.rows import latest
from pipeline.index.sources import Speakers
from pipeline.search_terms import fold_case
from pipeline.store.changes import ChangedArticle

LONG = 10
"""Words of a sentence that nobody writes again by chance."""


class Numbers(Protocol):
    """Gives numbers that no other row has: the first of ``many``."""

    def reserve(self, many: int = 1) -> int: ...


def rows(article: ChangedArticle, number: int, numbers: Numbers) -> Iterator[tuple[str, list[Row]]]:
    """All rows of an article by their table."""
    said = {"id": article.id, "title": article.title, "outlet": article.outlet, "published": article.published}
    yield "articles", [{"number": number, **said}]
    if article.analysis is not None:
        yield from Derivation(article, article.analysis, number, numbers).rows()


class Derivation:
    """An article's rows, with the numbers by which they refer to each other."""

    def __init__(self, article: ChangedArticle, analysis: Analysis, number: int, numbers: Numbers) -> None:
        self.analysis, self.number = analysis, number
        self.sentences = article.sentences
        self.starts = [start for start, _ in article.sentences]
        self.first_sentence = numbers.reserve(len(article.sentences) + 1)
        self.entities = {entity.id: entity for entity in analysis.entities}
        self.timexes = {timex.start: timex for timex in analysis.timexes}
        self.speakers = Speakers(self.entities)
        self.types = {event.id: event.type for event in analysis.events}
        self.events = numbered(analysis.events, numbers)
        self.movements = numbered(analysis.movements, numbers)
        self.statements = numbered(analysis.attributions, numbers)

    def rows(self) -> Iterator[tuple[str, list[Row]]]:
        events, movements = self.analysis.events, self.analysis.movements
        yield "entities", [self.entity(entity) for entity in self.analysis.entities]
        yield "mentions", [row for entity in self.analysis.entities for row in self.mentions(entity)]
        yield "events", [self.event(event) for event in events]
        yield "event_sentences", [row for event in events for row in self.event_sentences(event)]
        yield "participants", [row for event in events for row in self.participants(event)]
        yield "pairs", [row for event in events for row in self.pairs(event)]
        yield "movements", [self.movement(movement) for movement in movements]
        yield "reports", [self.report(told, report) for told, report in self.reports()]
        yield "statements", list(self.statement_rows())
        yield "about", list(self.about())
        yield "sources", [row for told, report in self.reports() for row in self.sources(told, report)]

    def sentence(self, offset: int) -> int:
        return self.first_sentence + bisect_right(self.starts, offset)

    def key(self, entity: str | None) -> str | None:
        found = self.entities.get(entity) if entity else None
        return found.key if found else None

    def entity(self, entity: Entity) -> Row:
        return {
            "article": self.number,
            "key": entity.key,
            "kind": entity.kind,
            "name": entity.name,
            "country": entity.country,
            "aliases": entity.aliases,
        }

    def mentions(self, entity: Entity) -> Iterator[Row]:
        for mention in entity.mentions:
            yield {
                "article": self.number,
                "sentence": self.sentence(mention.start),
                "key": entity.key,
                "form": mention.form,
                "start": mention.start,
                "end": mention.end,
                "text": mention.text,
            }

    def event(self, event: Event) -> Row:
        known = judgement(event)
        return {
            "number": self.events[event.id],
            "article": self.number,
            "id": event.id,
            "type": event.type,
            "mode": event.mode,
            "first": event.first,
            "last": event.last,
            "edtf": event.edtf,
            "place": place(event.place),
            "actors": [self.party(who) for who in event.actors],
            "recipients": [self.party(who) for who in event.recipients],
            "status": event.status,
            "factuality": event.factuality,
            **known,
            "latest": latest(event.first, event.last, event.status, known["reported"]),
            "rank": event_rank(event),
        }

    def party(self, who: Participant) -> Row:
        return {"key": self.key(who.entity), "name": who.name}

    def event_sentences(self, event: Event) -> Iterator[Row]:
        for sentence in sorted({self.sentence(report.evidence.start) for report in event.reports}):
            yield {"article": self.number, "event": self.events[event.id], "sentence": sentence}

    def participants(self, event: Event) -> Iterator[Row]:
        for who in parties(event):
            told = {"article": self.number, "event": self.events[event.id]}
            yield told | {"who": self.who(who), "key": self.key(who.entity), "name": who.name}

    def who(self, party: Participant) -> str:
        """What joins a participant over articles: a key, or the name of one that has none."""
        return self.key(party.entity) or party.name

    def pairs(self, event: Event) -> Iterator[Row]:
        for pair in pairs(event.type, map(self.who, event.actors), list(map(self.who, event.recipients))):
            told = {"article": self.number, "event": self.events[event.id]}
            yield told | {"actor": pair.actor, "recipient": pair.recipient, "mutual": pair.mutual}

    def movement(self, movement: Movement) -> Row:
        first, last = movement_span(movement)
        known = judgement(movement)
        mover = self.key(movement.mover.entity)
        return {
            "number": self.movements[movement.id],
            "article": self.number,
            "id": movement.id,
            "event": movement.event,
            "event_number": self.events.get(movement.event or ""),
            "type": self.types.get(movement.event or ""),
            "mover": {"key": mover, "name": movement.mover.name},
            "mover_number": mover,
            "origin": place(movement.origin),
            "destination": place(movement.destination),
            "departure": span(movement.departure),
            "arrival": span(movement.arrival),
            "first": first,
            "last": last,
            "vehicle": movement.vehicle,
            "purpose": movement.purpose,
            "status": movement.status,
            "factuality": strongest(movement.reports),
            **known,
            "latest": latest(first, last, movement.status, known["reported"]),
            "rank": movement_rank(movement),
            "start": movement.reports[0].evidence.start if movement.reports else None,
        }

    def reports(self) -> Iterator[tuple[int, Report]]:
        """Every report with the number of what it tells of."""
        for event in self.analysis.events:
            yield from ((self.events[event.id], report) for report in event.reports)
        for movement in self.analysis.movements:
            yield from ((self.movements[movement.id], report) for report in movement.reports)

    def report(self, told: int, report: Report) -> Row:
        return {"article": self.number, "told": told, "folded": fold_case(report.evidence.text)}

    def statement_rows(self) -> Iterator[Row]:
        for said in self.analysis.attributions:
            yield {
                "number": self.statements[said.id],
                "article": self.number,
                "id": f"{self.analysis.article.id}:{said.id}",
                "source": self.speakers.key(said),
                "name": self.speakers.name(said),
                "manner": said.manner,
                "cue": {"start": said.cue.start, "end": said.cue.end, "text": said.cue.text},
                "content": (said.content.start, said.content.end),
                "said": span(None if said.timex is None else self.timexes[said.timex]),
                "wording": self.wording(said),
            }

    def wording(self, said: Attribution) -> int:
        """One number for a statement wherever it is printed: its sentences and content word for word; of short
        sentences, which anybody may write again, on the same day.
        """
        places = [place for place in (said.source, said.cue, said.content) if place]
        first = self.sentence_at(min(place.start for place in places))
        last = self.sentence_at(max(place.end for place in places) - 1)
        words = fold_case(self.analysis.article.text[first[0] : last[1]]).split()
        day = self.analysis.article.published if len(words) < LONG else None
        told = " ".join((*words, "|", *fold_case(said.content.text).split(), "|", str(day or "")))
        return int.from_bytes(sha256(told.encode()).digest()[:8], signed=True)

    def sentence_at(self, offset: int) -> tuple[int, int]:
        """From where to where the sentence stands in which this is; the place itself where none is known."""
        at = bisect_right(self.starts, offset) - 1
        return self.sentences[at] if at >= 0 else (offset, offset)

    def about(self) -> Iterator[Row]:
        """Of several names of one participant the first by alphabet."""
        names: dict[tuple[str, str], str] = {}
        for event in self.analysis.events:
            said = {each for report in event.reports for each in report.attributions}
            for statement, party in product(said, parties(event)):
                known = statement, self.who(party)
                names[known] = min(names.get(known, party.name), party.name)
        sources = {said.id: self.speakers.key(said) for said in self.analysis.attributions}
        for (statement, who), name in sorted(names.items()):
            told = {"article": self.number, "statement": self.statements[statement]}
            yield told | {"source": sources[statement], "who": who, "name": name}

    def sources(self, told: int, report: Report) -> Iterator[Row]:
        for said in report.attributions:
            yield {"article": self.number, "told": told, "statement": self.statements[said]}


def parties(event: Event) -> tuple[Participant, ...]:
    return (*event.actors, *event.recipients)


class Identified(Protocol):
    """What has an id within its article."""

    @property
    def id(self) -> str: ...


def numbered(found: Iterable[Identified], numbers: Numbers) -> dict[str, int]:
    return {each.id: numbers.reserve() for each in found}

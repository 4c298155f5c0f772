"""Analysis -> the rows that queries read. Pure: written anew whenever a date or the pipeline changes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from sqlalchemy import Table

from pipeline.domain import (
    Analysis,
    Attribution,
    Entity,
    Event,
    Movement,
    Participant,
    Reading,
    Report,
    Source,
    Timex,
)
from pipeline.merging.events import PRONOUNS
from pipeline.store import tables
from pipeline.store.columns import (
    Row,
    event_rank,
    folded,
    judgement_columns,
    movement_rank,
    movement_span,
    place_columns,
    place_key,
    span_columns,
    strongest,
)

SENTENCE_BYTES = 7
ANYONE = PRONOUNS | {"i", "one", "that", "this", "we", "you"}
DETERMINERS = frozenset(
    {"a", "an", "another", "both", "her", "his", "its", "one", "other", "our", "several", "some", "their", "two"}
)


def rows(reading: Reading, analysis: Analysis) -> Iterator[tuple[Table, list[Row]]]:
    """All derived rows of an article, a table at a time, referenced tables first."""
    context = Context.of(reading, analysis)
    reported = list(context.reports())
    yield tables.entities, [context.entity_row(entity) for entity in analysis.entities]
    yield tables.mentions, [row for entity in analysis.entities for row in context.mention_rows(entity)]
    yield tables.events, [context.event_row(event) for event in analysis.events]
    yield tables.tellings, [row for event in analysis.events for row in context.telling_rows(event)]
    yield tables.participants, [row for event in analysis.events for row in context.participant_rows(event)]
    yield tables.movements, [context.movement_row(movement) for movement in analysis.movements]
    yield tables.reports, [context.report_row(*place) for place in reported]
    yield tables.statements, [context.statement_row(said) for said in analysis.attributions]
    yield tables.sources, [row for place in reported for row in context.source_rows(*place)]


@dataclass(frozen=True, slots=True)
class Context:
    """An article's parts, looked up by the ids and offsets that refer to them."""

    analysis: Analysis
    sentences: Sequence[int]
    entities: dict[str, Entity]
    attributions: dict[str, Attribution]
    timexes: dict[int, Timex]

    @classmethod
    def of(cls, reading: Reading, analysis: Analysis) -> Context:
        return cls(
            analysis,
            [start for start, _ in reading.sentences],
            {entity.id: entity for entity in analysis.entities},
            {said.id: said for said in analysis.attributions},
            {timex.start: timex for timex in analysis.timexes},
        )

    @property
    def article(self) -> str:
        return self.analysis.article.id

    def sentence(self, offset: int) -> int:
        """The number, among those of all articles, of the sentence that holds the character at ``offset``."""
        position = bisect_right(self.sentences, offset)
        hashed = sha256(f"{self.article}:{position}".encode()).digest()
        return int.from_bytes(hashed[:SENTENCE_BYTES])

    def key(self, entity: str | None) -> str | None:
        found = self.entities.get(entity) if entity else None
        return found.key if found else None

    def entity_row(self, entity: Entity) -> Row:
        return {
            "article": self.article,
            "key": entity.key,
            "kind": entity.kind,
            "name": entity.name,
            "country": entity.country,
            "aliases": entity.aliases,
        }

    def mention_rows(self, entity: Entity) -> Iterator[Row]:
        for mention in entity.mentions:
            yield {
                "article": self.article,
                "sentence": self.sentence(mention.start),
                "key": entity.key,
                "form": mention.form,
                "start": mention.start,
                "end": mention.end,
                "text": mention.text,
            }

    def event_row(self, event: Event) -> Row:
        return {
            "id": event.id,
            "article": self.article,
            "type": event.type,
            "mode": event.mode,
            "first": event.first,
            "last": event.last,
            "edtf": event.edtf,
            **place_columns("place", event.place),
            "status": event.status,
            "factuality": event.factuality,
            **judgement_columns(event),
            "rank": event_rank(event),
        }

    def telling_rows(self, event: Event) -> Iterator[Row]:
        for sentence in sorted({self.sentence(report.evidence.start) for report in event.reports}):
            yield {
                "sentence": sentence,
                "event": event.id,
                "article": self.article,
                "type": event.type,
                "first": event.first,
                "last": event.last,
                "place_key": place_key(event.place) if event.place else None,
                "status": event.status,
                "factuality": event.factuality,
                "confidence": event.confidence,
            }

    def participant_rows(self, event: Event) -> Iterator[Row]:
        for role, participants in (("actor", event.actors), ("recipient", event.recipients)):
            for position, participant in enumerate(participants):
                yield self.participant_row(event, role, position, participant)

    def participant_row(self, event: Event, role: str, position: int, participant: Participant) -> Row:
        return {
            "event": event.id,
            "role": role,
            "position": position,
            "key": self.key(participant.entity),
            "name": participant.name,
        }

    def movement_row(self, movement: Movement) -> Row:
        first, last = movement_span(movement)
        return {
            "id": movement.id,
            "article": self.article,
            "event": movement.event,
            "mover_key": self.key(movement.mover.entity),
            "mover_name": movement.mover.name,
            **place_columns("origin", movement.origin),
            **place_columns("destination", movement.destination),
            **span_columns("departure", movement.departure),
            **span_columns("arrival", movement.arrival),
            "first": first,
            "last": last,
            "vehicle": movement.vehicle,
            "purpose": movement.purpose,
            "status": movement.status,
            "factuality": strongest(movement.reports),
            **judgement_columns(movement),
            "rank": movement_rank(movement),
        }

    def reports(self) -> Iterator[tuple[str, str, int, Report]]:
        """Every report with the column and id of what it tells of, and its position there."""
        for event in self.analysis.events:
            for position, report in enumerate(event.reports):
                yield "event", event.id, position, report
        for movement in self.analysis.movements:
            for position, report in enumerate(movement.reports):
                yield "movement", movement.id, position, report

    def report_row(self, told: str, owner: str, position: int, report: Report) -> Row:
        return {
            "id": report_id(told, owner, position),
            "article": self.article,
            "event": owner if told == "event" else None,
            "movement": owner if told == "movement" else None,
            "position": position,
            "evidence_start": report.evidence.start,
            "evidence_end": report.evidence.end,
            "evidence": report.evidence.text,
            "folded": folded(report.evidence.text),
            "trigger_start": report.trigger.start,
            "trigger_end": report.trigger.end,
            "trigger": report.trigger.text,
            "status": report.status,
            "factuality": report.factuality,
            "first": report.first,
            "last": report.last,
            "edtf": report.edtf,
            "reported": report.reported,
        }

    def statement_row(self, said: Attribution) -> Row:
        return {
            "id": self.statement_id(said.id),
            "article": self.article,
            "source": self.source_key(said),
            "name": self.source_name(said),
            "manner": said.manner,
            "cue_start": said.cue.start,
            "cue_end": said.cue.end,
            "cue": said.cue.text,
            "content_start": said.content.start,
            "content_end": said.content.end,
            **span_columns("said", None if said.timex is None else self.timexes[said.timex]),
        }

    def statement_id(self, attribution: str) -> str:
        return f"{self.article}:{attribution}"

    def source_key(self, said: Attribution) -> str | None:
        """What joins a source over articles: the key of its entity, or else its words."""
        if said.source is None or self.is_anyone(said.source):
            return None
        return self.key(said.source.entity) or f"name:{folded(said.source.text)}"

    def source_name(self, said: Attribution) -> str | None:
        if said.source is None or self.is_anyone(said.source):
            return None
        entity = self.entities.get(said.source.entity or "")
        return entity.name if entity else said.source.text

    def is_anyone(self, source: Source) -> bool:
        """A pronoun of which nobody knows who it is names no source."""
        return source.entity not in self.entities and source.text.casefold() in ANYONE

    def spoken_name(self, said: Attribution) -> str | None:
        """The name as a sentence goes on with it: "the Kremlin", "another official"."""
        name = self.source_name(said)
        if name is None or said.source is None:
            return None
        if said.source.text.casefold() == f"the {name.casefold()}":
            return f"the {name}"
        first, _, rest = name.partition(" ")
        return f"{first.lower()} {rest}" if rest and first.lower() in DETERMINERS else name

    def source_rows(self, told: str, owner: str, position: int, report: Report) -> Iterator[Row]:
        for order, identity in enumerate(report.attributions):
            said = self.attributions[identity]
            yield {
                "report": report_id(told, owner, position),
                "statement": self.statement_id(identity),
                "event": owner if told == "event" else None,
                "movement": owner if told == "movement" else None,
                "position": order,
                "key": self.key(said.source.entity) if said.source else None,
                "name": self.spoken_name(said),
                "cue": said.cue.text,
            }


def report_id(told: str, owner: str, position: int) -> str:
    return f"{told}:{owner}:{position}"

"""What merging needs to know of an article beside its mentions: entities, places and dates by offset."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from pipeline.dates import add_lapse, dated_spans, is_before_christ
from pipeline.domain import (
    Argument,
    Article,
    DateSpan,
    Entity,
    EventMention,
    MovementMention,
    Participant,
    Place,
    Reading,
    Report,
    Timex,
)
from pipeline.merging.attribution_index import ContentIndex

UNKNOWN_DATE = DateSpan(None, None, None)
ID_LENGTH = 16
FRESH = timedelta(days=3)
"""How long before the publication the day may be that words are said to react to."""


@dataclass(frozen=True, slots=True)
class Context:
    """An article's entities, places and resolved dates, looked up by the offsets that mentions carry."""

    article: Article
    entities: dict[int, Entity]
    contents: ContentIndex
    places: dict[int, Place]
    spans: dict[tuple[int, int], Entity]
    dates: dict[int, DateSpan]
    told_as_past: frozenset[int]
    text_hash: hashlib._Hash

    @classmethod
    def of(cls, article: Article, reading: Reading, timexes: Sequence[Timex]) -> Context:
        return cls(
            article=article,
            entities=named_at(reading.entities),
            spans={(m.start, m.end): each for each in reading.entities for m in each.mentions},
            contents=ContentIndex(reading.attributions),
            places={place.start: place for place in reading.places},
            dates=dated_spans(reading.expressions, timexes),
            told_as_past=frozenset(each.start for each in reading.expressions if each.tense == "past"),
            text_hash=hashlib.sha256(article.text.encode()),
        )

    def entity(self, offset: int) -> Entity | None:
        """The entity whose shortest mention covers the character at ``offset``."""
        return self.entities.get(offset)

    def participant(self, argument: Argument) -> Participant:
        """Whom an argument names: "Air France" as a whole, and not the country in it."""
        entity = self.spans.get((argument.start, argument.end)) or self.entity(argument.head)
        return Participant(
            argument.start,
            argument.end,
            argument.text,
            entity.id if entity else None,
            entity.name if entity else argument.text,
        )

    def place(self, offset: int | None) -> Place | None:
        return None if offset is None else self.places.get(offset)

    def date(self, offset: int | None) -> DateSpan | None:
        """When the time expression at ``offset`` is; None where there is none or it stays underspecified."""
        return None if offset is None else self.dates.get(offset)

    def date_after_lapse(self, offset: int | None, lapse: str | None) -> DateSpan | None:
        """The date so far from the time expression at ``offset``."""
        date = self.date(offset)
        return date if date is None or lapse is None else add_lapse(date, lapse)

    def departure(self, mention: MovementMention) -> DateSpan | None:
        return self.date_after_lapse(mention.departure, mention.lapse)

    def arrival(self, mention: MovementMention) -> DateSpan | None:
        return self.date_after_lapse(mention.arrival, mention.lapse)

    def event_date(self, mention: EventMention) -> DateSpan | None:
        """When a mention has its event; what reacts to the news is not before it, and open towards later."""
        date = self.date_after_lapse(mention.timex, mention.lapse)
        if date is not None and mention.status == "occurred" and self._is_to_come(date):
            return None
        if date is None or mention.dating in ("told", "follows"):
            return date
        if mention.dating == "by":
            return None if date.last is None else DateSpan(None, date.last, f"../{date.last}")
        if mention.dating == "reacts" and self._is_stale(date):
            return None
        return None if date.first is None else DateSpan(date.first, None, f"{date.first}/..")

    def _is_stale(self, date: DateSpan) -> bool:
        """Whether news is of more than three days before the publication: of when words react to it, it says little."""
        published = self.article.published
        return published is not None and date.first is not None and published - date.first > FRESH

    def _is_to_come(self, date: DateSpan) -> bool:
        """Whether a date is after the publication, so that what occurred cannot be of it, or only lies before it."""
        published = self.article.published
        known = date.last if date.first is None else date.first
        return published is not None and known is not None and known > published

    def report(self, mention: EventMention | MovementMention, date: DateSpan | None) -> Report:
        """What one sentence says, with every attribution whose content its trigger lies in."""
        when = date or UNKNOWN_DATE
        attributions = self.contents.over(mention.trigger.start)
        return Report(
            evidence=mention.evidence,
            trigger=mention.trigger,
            attributions=tuple(said.id for said in attributions),
            status=mention.status,
            factuality=mention.factuality,
            first=when.first,
            last=when.last,
            edtf=when.edtf,
            reported=day_reported([self.date(said.timex) for said in attributions], self.article.published),
        )

    def identify(self, kind: str, mention: EventMention | MovementMention) -> str:
        """An id that only the article's text, the kind and the offsets decide."""
        parts = ("", kind, str(mention.trigger.start), str(mention.trigger.end), participants_key(mention))
        found = self.text_hash.copy()
        found.update("\x1f".join(parts).encode())
        return found.hexdigest()[:ID_LENGTH]


def named_at(entities: Iterable[Entity]) -> dict[int, Entity]:
    """For each character inside a mention, the entity of the shortest mention over it."""
    mentions = (
        (mention.start - mention.end, entity.id, mention, entity) for entity in entities for mention in entity.mentions
    )
    return {
        offset: entity
        for _, _, mention, entity in sorted(mentions, key=lambda found: found[:2])
        for offset in range(mention.start, mention.end)
    }


def participants_key(mention: EventMention | MovementMention) -> str:
    """What tells two mentions of one trigger apart."""
    if isinstance(mention, MovementMention):
        return f"{mention.mover.start} {mention.origin} {mention.destination}"
    return f"{mention.type} {mention.mode} {[a.start for a in mention.actors]} {[r.start for r in mention.recipients]}"


def day_reported(said: Iterable[DateSpan | None], published: date | None) -> date | None:
    """The day of the first statement that is dated to one day, and not after publication; else that of publication."""
    days = [span.first for span in said if span and span.first and span.first == span.last]
    return next((day for day in days if published is None or day <= published), published)


def reasons(mentions: Iterable[EventMention | MovementMention]) -> tuple[str, ...]:
    """The entries and cues of all mentions of one thing, each once."""
    return tuple(dict.fromkeys(reason for mention in mentions for reason in mention.why))


def may_coincide(a: DateSpan | None, b: DateSpan | None) -> bool:
    """Whether two vague dates share a day; an unknown date may be any."""
    if a is None or b is None:
        return True
    if is_before_christ(a) or is_before_christ(b):
        return a.edtf == b.edtf or UNKNOWN_DATE in (a, b)
    return begins_by_end_of(a, b) and begins_by_end_of(b, a)


def begins_by_end_of(one: DateSpan, other: DateSpan) -> bool:
    """Whether one can begin before the other ends; an open end may be any day."""
    return one.first is None or other.last is None or one.first <= other.last


def length_in_days(span: DateSpan) -> int:
    """How vague a date is; open ends are vaguer than any closed span."""
    return 10**6 if span.first is None or span.last is None else (span.last - span.first).days


def most_specific(spans: Sequence[DateSpan | None]) -> DateSpan | None:
    """The shortest of several dates of one thing, the first of equals."""
    known = [span for span in spans if span is not None]
    return min(known, key=length_in_days, default=None)

"""What one article tells of one event or movement, as linking compares it with other articles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import islice

from pipeline.domain import Analysis, Article, DateSpan, Entity, Event, Movement, Participant, Place, Report
from pipeline.linking.counts import Counts, counts
from pipeline.linking.deeds import deeds
from pipeline.linking.marks import Marks, marking_words
from pipeline.linking.model import fitted
from pipeline.linking.parties import Party
from pipeline.linking.words import Vector, cosine, stem, vector, without, words
from pipeline.merging.context import most_specific
from pipeline.merging.sides import Sides

MOVE = "MOVE"
JOURNEY = frozenset({MOVE})
"""The deed of a journey, by whatever verb it is told."""
GIST = 100
REPORTS = 4
NEAR = 8
"""Words before and behind a trigger that speak of its event."""
LEAD, SHORT, BRIEF = 350, 1500, 400
"""Characters from the top of an article that say what it is about; one of no more than ``SHORT`` has no lead of its
own, and one of no more than ``BRIEF`` tells of nothing but its news.
"""
NOTHING: Vector = {}
"""The words of what is not told, once for all accounts: an empty table costs as much as a small one."""
SENSE = re.compile(r"^type: .*?'(.+)'")
"""A reason of an event that names the lexicon entry which gave its type: "type: family 'arrest'"."""


@dataclass(frozen=True, slots=True, eq=False)
class Setting:
    """What all accounts of an article have in common: ``headline`` are the words of its title, ``names`` those of all
    names in it, ``marks`` of these the rare ones, ``lead`` is where its lead ends, 0 if it has none; ``is_brief``: it
    is no longer than a brief.
    """

    article: str
    published: date | None
    gist: Vector
    headline: Vector
    names: frozenset[str]
    marks: frozenset[str]
    lead: int
    is_brief: bool

    @classmethod
    def of(cls, analysis: Analysis) -> Setting:
        article = analysis.article
        lead = LEAD if len(article.text) > SHORT else 0
        headline = vector([article.title or ""])
        all_names, marks = (
            frozenset(names(analysis.entities)),
            frozenset(mark for _, mark in marking_words(analysis.entities)),
        )
        return cls(
            article.id, article.published, gist(article), headline, all_names, marks, lead, len(article.text) <= BRIEF
        )


@lru_cache(maxsize=100_000)
def likeness(one: Setting, other: Setting) -> float:
    """How much two articles are about the same, 0 to 1; asked for many pairs of accounts of the same two."""
    return cosine(one.gist, other.gist)


@dataclass(frozen=True, slots=True, eq=False)
class Account:
    """An event or movement of one article. ``senses`` are lexicon entries, ``stems`` words, by which it is told;
    ``deeds`` what these have in common with their synonyms.

    ``words`` are those of its sentences, ``content``, of speech alone, what is left without its parties and triggers;
    ``nearby`` is what but names stands next to a trigger; ``names`` and ``countries`` stand in its sentences;
    ``is_lead``: the article begins with it; ``reported`` is the first day on which the article tells of it, or was
    published.
    """

    id: str
    setting: Setting
    told: Event | Movement
    type: str
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    place: Place | None
    when: DateSpan | None
    senses: frozenset[str]
    stems: frozenset[str]
    deeds: frozenset[str]
    words: Vector
    content: Vector
    nearby: frozenset[str]
    is_lead: bool
    party_words: Vector
    recipient_words: Vector
    counts: Counts
    names: frozenset[str]
    countries: frozenset[str]
    weekdays: frozenset[int]
    reported: date | None

    @property
    def article(self) -> str:
        return self.setting.article

    @property
    def parties(self) -> tuple[Party, ...]:
        return (*self.actors, *self.recipients)

    @property
    def is_move(self) -> bool:
        return self.type == MOVE

    @property
    def sides(self) -> Sides:
        """Who takes part, as the article's own entities or by the place of their words in it."""
        if isinstance(self.told, Movement):
            mover = self.told.mover.entity or self.told.reports[0].trigger.start
            return Sides(frozenset({mover}), frozenset())
        actors, recipients = self.told.actors, self.told.recipients
        return Sides(
            frozenset(each.entity or each.start for each in actors),
            frozenset(each.entity or each.start for each in recipients),
        )


def accounts(analysis: Analysis, setting: Setting) -> Iterator[Account]:
    """All events and movements of an article."""
    entities = {entity.id: entity for entity in analysis.entities}
    marks = Marks(analysis)
    for event in analysis.events:
        actors, recipients = known(event.actors, entities), known(event.recipients, entities)
        yield account(event, setting, actors, recipients, marks)
    for movement in analysis.movements:
        mover = Party.of(entities.get(movement.mover.entity or ""), movement.mover.name)
        yield account(movement, setting, (mover,), (), marks)


def gist(article: Article) -> dict[str, float]:
    return vector([article.title or "", article.text], GIST)


def names(entities: Iterable[Entity]) -> Iterator[str]:
    """The words of all names, by stem."""
    for entity in entities:
        for mention in entity.mentions:
            yield from map(stem, words(mention.text) if mention.form == "name" else ())


def known(participants: Iterable[Participant], entities: dict[str, Entity]) -> tuple[Party, ...]:
    return tuple(Party.of(entities.get(each.entity or ""), each.name) for each in participants)


def account(
    told: Event | Movement,
    setting: Setting,
    actors: Sequence[Party],
    recipients: Sequence[Party],
    marks: Marks,
) -> Account:
    named = [party.name for party in (*actors, *recipients)]
    stems = frozenset(stem(word) for report in told.reports for word in words(report.trigger.text))
    senses = frozenset(found[1] for reason in told.why if (found := SENSE.match(reason)))
    told_in = [report.evidence for report in told.reports[:REPORTS]]
    sentences, parties = vector(evidence(told.reports)), vector(named)
    type_ = told.type if isinstance(told, Event) else MOVE
    return Account(
        id=f"{setting.article} {told.id}",
        setting=setting,
        told=told,
        type=type_,
        actors=tuple(actors),
        recipients=tuple(recipients),
        place=told.place if isinstance(told, Event) else told.destination or told.origin,
        when=when(told),
        senses=senses,
        stems=stems,
        deeds=JOURNEY if is_journey(told, actors) else deeds(senses, stems),
        words=sentences,
        content=without(sentences, stems | parties.keys()) if type_ in fitted().speech else NOTHING,
        nearby=frozenset(vector(map(around_trigger, told.reports[:REPORTS]))) - setting.names - stems,
        is_lead=min(report.evidence.start for report in told.reports) < setting.lead,
        party_words=parties or NOTHING,
        recipient_words=vector(party.name for party in recipients) or NOTHING,
        counts=counts([*named, *evidence(told.reports)]),
        names=marks.names(told_in),
        countries=marks.countries(told_in),
        weekdays=marks.weekdays(told_in),
        reported=min((report.reported for report in told.reports if report.reported), default=setting.published),
    )


def is_journey(told: Event | Movement, actors: Sequence[Party]) -> bool:
    """A movement of somebody named, which mover and places tell from others; "oil" goes to a country every day."""
    return isinstance(told, Movement) and actors[0].is_known


def around_trigger(report: Report) -> str:
    at, text = report.trigger.start - report.evidence.start, report.evidence.text
    return " ".join([*text[:at].split()[-NEAR:], *text[at:].split()[: NEAR + 1]])


def evidence(reports: Iterable[Report]) -> list[str]:
    """The first few sentences that tell of it, each once."""
    return list(islice(dict.fromkeys(report.evidence.text for report in reports), REPORTS))


def when(told: Event | Movement) -> DateSpan | None:
    """When it was: of a movement all days from departure to arrival."""
    if isinstance(told, Movement):
        return way_there(told.departure, told.arrival)
    return None if told.first is None and told.last is None else DateSpan(told.first, told.last, told.edtf)


def way_there(departure: DateSpan | None, arrival: DateSpan | None) -> DateSpan | None:
    """The days of a journey; unless both ends are known to the day, the end that is known more closely."""
    start, end = (known_day(day) for day in (departure, arrival))
    if start and end and start < end:
        return DateSpan(start, end, f"{start}/{end}")
    return most_specific([arrival, departure])


def known_day(span: DateSpan | None) -> date | None:
    return span.first if span and span.first == span.last else None

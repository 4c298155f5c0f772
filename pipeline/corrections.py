"""An analyst's changes to what was extracted: kept apart from it, and laid over it whenever rows are derived. Pure.

A correction names what it corrects by the words that tell of it. The text of an article never changes, so it is found
again after the article is read anew, whatever ids the new reading gives.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import reduce
from typing import Any, Literal, TypeVar, cast

from pipeline.domain import Analysis, DateSpan, EntityKind, Event, Extent, Movement, Mover, Participant, Place
from pipeline.identities import NamedEntity, entity_at, join_entities, of_kind, part_mention
from pipeline.locations import place_at, relocate

Kind = Literal["event", "movement", "entity", "place"]
Field = Literal[
    "verdict", "type", "status", "when", "place", "actors", "recipients", "mover", "origin", "destination",
    "departure", "arrival", "same", "apart", "kind", "located", "one_story", "another_story", "added",
    "reliability", "credibility",
]  # fmt: skip
STORIES: tuple[Field, ...] = ("one_story", "another_story")
"""Fields that say of which accounts a story is made; ``pipeline.linking.by_hand`` applies them."""
GRADES: tuple[Field, ...] = ("reliability", "credibility")
"""Fields that say how far an outlet or a report is trusted; ``pipeline.grades`` reads them."""
OF_OUTLET: Field = "reliability"
"""The field that holds of an outlet, whatever becomes of the article that an analyst had before them."""
PLACES: tuple[Field, ...] = ("place", "origin", "destination")
SIDES: tuple[Field, ...] = ("actors", "recipients")
SPANS: tuple[Field, ...] = ("departure", "arrival")
CHECKED = "analyst"
"""What begins each entry of ``why`` that a correction gives."""
NOT_FIELDS: tuple[Field, ...] = (*STORIES, *GRADES, "added")
NO_DATE = DateSpan(None, None, None)

Corrected = TypeVar("Corrected", Event, Movement)


@dataclass(frozen=True, slots=True)
class Target:
    """The event or movement with this id; after another reading, the one that this trigger tells of.

    For an entity or a place ``id`` is its key when it was corrected, and ``trigger`` one of its mentions.
    """

    kind: Kind
    id: str
    trigger: Extent


@dataclass(frozen=True, slots=True)
class Reference:
    """An event or movement of some article."""

    article: str
    target: Target


@dataclass(frozen=True, slots=True)
class Change:
    """One field and its new value; which of the others holds it follows from the field.

    ``word`` is a verdict ("right", "wrong"), a type or a status; ``when`` a date, ``place`` a place, ``parties`` those
    of one side. None, or no parties, says that the text tells none. "same": an entity is the one of the key ``word``,
    called as its party; "apart": what is called ``word`` there is somebody else; "kind": it is of the kind ``word``;
    "located": a place of the text is this ``place``. "one_story": the target and those of ``stories`` are one event;
    "another_story": the target is none of them; with a verdict they are what other articles told of the same when it
    was given. "added": the target is this ``event`` or ``movement``, which an analyst read in the words of its trigger.
    "reliability": the outlet that its party names has the grade ``word``; "credibility": what the target tells has.
    """

    field: Field
    word: str | None = None
    when: DateSpan | None = None
    place: Place | None = None
    parties: tuple[Participant, ...] = ()
    stories: tuple[Reference, ...] = ()
    event: Event | None = None
    movement: Movement | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """What one analyst changed in one article, when (UTC) and why; the grade of an outlet was given beside it."""

    article: str
    target: Target
    change: Change
    author: str
    made: datetime
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A correction in the log of a store: later ones have greater numbers and win.

    ``matched``: its target is there, and of the other articles whose stories it names, one at least.
    """

    number: int
    correction: Correction
    undone: bool = False
    matched: bool = True


def overlay(analysis: Analysis, log: Iterable[Entry]) -> tuple[Analysis, frozenset[int]]:
    """The analysis as the analysts left it, and the numbers of those corrections that find their target no more.

    Of two corrections of one field the later wins. What is wrong is left out.
    """
    every = sorted(log, key=lambda entry: entry.number)
    naming = [entry for entry in every if entry.correction.target.kind == "entity"]
    placing = [entry for entry in every if entry.correction.target.kind == "place"]
    known = replace(analysis, places=reduce(apply_identity, naming, analysis).places) if placing else analysis
    unplaced = {entry.number for entry in placing if place_at(known, entry.correction.target.trigger) is None}
    located = reduce(apply_location, placing, known)
    corrected, lost = apply_fields(
        located, [each for each in every if each.correction.target.kind in ("event", "movement")]
    )
    unheld = {entry.number for entry in naming if entity_at(analysis, entry.correction.target.trigger) is None}
    return reduce(apply_identity, naming, corrected), frozenset(lost | unheld | unplaced)


def apply_location(analysis: Analysis, entry: Entry) -> Analysis:
    """With a place where an analyst says that it lies."""
    made = entry.correction
    return analysis if entry.undone else relocate(analysis, made.target.trigger, made.change.place)


def apply_identity(analysis: Analysis, entry: Entry) -> Analysis:
    """With whom a mention names as an analyst says."""
    change, mention = entry.correction.change, entry.correction.target.trigger
    if entry.undone:
        return analysis
    if change.field == "apart":
        return part_mention(analysis, mention)
    if change.field == "kind":
        here = entity_at(analysis, mention)
        return join_entities(analysis, mention, of_kind(here, kind_of(change))) if here else analysis
    return join_entities(analysis, mention, NamedEntity(change.word or "", change.parties[0].name))


def kind_of(change: Change) -> EntityKind:
    return cast("EntityKind", change.word)


def apply_fields(analysis: Analysis, log: Iterable[Entry]) -> tuple[Analysis, set[int]]:
    """Events and movements as they were corrected, and the numbers of corrections that find none.

    What was added is there for later corrections to find, and gone in the end if that was undone.
    """
    analysis, gone = with_added(analysis, log)
    aims = [(entry, target_id(analysis, entry.correction.target)) for entry in log]
    lost = {entry.number for entry, id_ in aims if id_ is None}
    changes = [(id_, entry.correction.change) for entry, id_ in aims if id_ is not None and not entry.undone]
    verdicts = {id_: change.word for id_, change in changes if change.field == "verdict"} | dict.fromkeys(gone, "wrong")
    whole = with_fields(analysis, [(id_, change) for id_, change in changes if is_of_field(change)])
    kept = apply_verdicts(whole.events, verdicts)
    known = {event.id for event in kept}
    moved = [
        movement if movement.event in known else replace(movement, event=None)
        for movement in apply_verdicts(whole.movements, verdicts)
    ]
    return replace(whole, events=tuple(kept), movements=tuple(moved)), lost


def is_of_field(change: Change) -> bool:
    """Whether it gives a field of an event or movement another value."""
    return change.field != "verdict" and change.field not in NOT_FIELDS


def with_fields(analysis: Analysis, changes: Iterable[tuple[str, Change]]) -> Analysis:
    """With the values that changes give the fields of events and movements, by id; of two the later wins."""
    events = {event.id: event for event in analysis.events}
    movements = {movement.id: movement for movement in analysis.movements}
    for id_, change in changes:
        if id_ in events:
            events[id_] = as_checked(changed_event(events[id_], change), change.field)
        else:
            movements[id_] = as_checked(changed_movement(movements[id_], change), change.field)
    return replace(analysis, events=tuple(events.values()), movements=tuple(movements.values()))


def with_added(analysis: Analysis, log: Iterable[Entry]) -> tuple[Analysis, list[str]]:
    """With all that analysts ever added whose words stand in the text, and the ids of what of it was undone."""
    made = [entry for entry in log if is_addition(entry, analysis.article.text)]
    kept = {each.correction.target.id: each.correction.change for each in made if not each.undone}
    added = kept | {id_: each.correction.change for each in made if (id_ := each.correction.target.id) not in kept}
    events = (as_reported(change.event, analysis) for change in added.values() if change.event)
    movements = (as_reported(change.movement, analysis) for change in added.values() if change.movement)
    whole = replace(analysis, events=(*analysis.events, *events), movements=(*analysis.movements, *movements))
    return whole, [id_ for id_ in added if id_ not in kept]


def is_addition(entry: Entry, text: str) -> bool:
    """Whether it adds something whose words stand in the text."""
    words = entry.correction.target.trigger
    return entry.correction.change.field == "added" and text[words.start : words.end] == words.text


def as_reported(told: Corrected, analysis: Analysis) -> Corrected:
    """As of the day of the article, according to those who, in this reading, say the words of its triggers."""
    return replace(
        told,
        reports=tuple(
            replace(report, attributions=sources_of(report.trigger, analysis), reported=analysis.article.published)
            for report in told.reports
        ),
    )


def sources_of(words: Extent, analysis: Analysis) -> tuple[str, ...]:
    """Ids of the attributions in whose content the words stand."""
    return tuple(
        said.id for said in analysis.attributions if said.content.start <= words.start and words.end <= said.content.end
    )


def target_id(analysis: Analysis, target: Target) -> str | None:
    """The id of what a target names, in this analysis."""
    told: Sequence[Event | Movement] = analysis.events if target.kind == "event" else analysis.movements
    here = [each.id for each in told if any(report.trigger == target.trigger for report in each.reports)]
    known = target.id in {each.id for each in told}
    return target.id if known else next(iter(here), None)


def apply_verdicts(all_: Iterable[Corrected], verdicts: dict[str, str | None]) -> list[Corrected]:
    """Without what is wrong; what is right is checked."""
    kept = [each for each in all_ if verdicts.get(each.id) != "wrong"]
    return [as_checked(each, "right") if verdicts.get(each.id) == "right" else each for each in kept]


def as_checked(told: Corrected, field: str) -> Corrected:
    """Looked at by an analyst: no longer an estimate."""
    return replace(told, confidence=1.0, why=(*told.why, f"{CHECKED}: {field}"))


def changed_event(event: Event, change: Change) -> Event:
    if change.field == "when":
        when = change.when or NO_DATE
        return replace(event, first=when.first, last=when.last, edtf=when.edtf)
    fields: dict[str, Any] = {change.field: value_of(change)}
    return replace(event, **fields, mode=None) if change.field == "type" else replace(event, **fields)


def changed_movement(movement: Movement, change: Change) -> Movement:
    if change.field == "mover":
        party = change.parties[0]
        return replace(movement, mover=Mover(party.entity, party.name))
    fields: dict[str, Any] = {change.field: value_of(change)}
    return replace(movement, **fields)


def value_of(change: Change) -> str | DateSpan | Place | tuple[Participant, ...] | None:
    if change.field in PLACES:
        return change.place
    if change.field in SIDES:
        return change.parties
    return change.when if change.field in SPANS else change.word

"""Whom mentions name, as analysts corrected it. Pure.

"This is X" joins entities of an article, "not X" parts them, "this is a body" gives one another kind.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import chain
from typing import cast, get_args

from pipeline.domain import Analysis, Attribution, Entity, EntityKind, Event, Extent, Mention, Mover, Participant
from pipeline.locations import placed_as

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class NamedEntity:
    """An entity as analysts name it over all articles."""

    key: str
    name: str

    @property
    def kind(self) -> EntityKind | None:
        """What the key says that it is; None for a key that says nothing."""
        kind = self.key.partition(":")[0]
        return cast("EntityKind", kind) if kind in get_args(EntityKind) else None

    @property
    def country(self) -> str | None:
        """The ISO code of a country."""
        return self.key.partition(":")[2] if self.kind == "country" else None


def of_kind(entity: Entity | NamedEntity, kind: EntityKind) -> NamedEntity:
    """The key of an entity under another kind: "person:eastern-wire" -> "organization:eastern-wire"."""
    return NamedEntity(f"{kind}:{entity.key.partition(':')[2]}", entity.name)


def entity_at(analysis: Analysis, mention: Extent) -> Entity | None:
    """The entity that this stretch of the text names."""
    place = mention.start, mention.end
    return next((each for each in analysis.entities if place in map(stretch_of, each.mentions)), None)


def stretch_of(mention: Mention) -> Stretch:
    return mention.start, mention.end


def join_entities(analysis: Analysis, mention: Extent, known: NamedEntity) -> Analysis:
    """What is named here is this one, and of its kind; whatever has that key in the article becomes one with it."""
    here = entity_at(analysis, mention)
    if here is None:
        return analysis
    same = [each for each in analysis.entities if each.id == here.id or each.key == known.key]
    first = same[0]
    whole = replace(
        first,
        key=known.key,
        kind=known.kind or here.kind,
        name=known.name,
        country=known.country or first.country,
        aliases=tuple(
            dict.fromkeys(name for each in same for name in (each.name, *each.aliases) if name != known.name)
        ),
        mentions=tuple(sorted(chain.from_iterable(each.mentions for each in same), key=stretch_of)),
    )
    ids = {each.id for each in same}
    entities = tuple(
        whole if each is first else each for each in analysis.entities if each is first or each not in same
    )
    renaming = Renaming(
        lambda id_, _, __: first.id if id_ in ids else id_,
        lambda id_, name: known.name if id_ in ids else name,
    )
    return placed_as(renaming.apply(replace(analysis, entities=entities)), same, whole)


def part_mention(analysis: Analysis, mention: Extent) -> Analysis:
    """What is called so is somebody else than the rest of that entity; a pronoun or description is so alone."""
    here = entity_at(analysis, mention)
    if here is None:
        return analysis
    called = {stretch_of(each) for each in here.mentions if each.form == "name" and each.text == mention.text}
    gone = called | {(mention.start, mention.end)}
    rest = tuple(each for each in here.mentions if stretch_of(each) not in gone)
    if not rest:
        return analysis
    identity = sha256(f"{here.id}:{mention.start}:{mention.end}".encode()).hexdigest()[:8]
    own = replace(
        here,
        id=f"{here.id}-{identity}",
        key=f"{here.kind}:{analysis.article.id}-{identity}",
        name=mention.text,
        aliases=(),
        mentions=tuple(each for each in here.mentions if stretch_of(each) in gone),
    )
    left = without_name(replace(here, mentions=rest), mention.text)
    entities = tuple(chain.from_iterable((left, own) if each is here else (each,) for each in analysis.entities))

    def is_of_parted(at: Stretch | None, name: str) -> bool:
        return name == mention.text if at is None else any(start < at[1] and at[0] < end for start, end in gone)

    renaming = Renaming(
        lambda id_, at, name: own.id if id_ == here.id and is_of_parted(at, name) else id_,
        lambda id_, name: mention.text if id_ == own.id else name,
    )
    return renaming.apply(replace(analysis, entities=entities))


def without_name(entity: Entity, gone: str) -> Entity:
    """Without a name that is another's."""
    names = [each for each in (entity.name, *entity.aliases) if each != gone]
    name = names[0] if names else next((m.text for m in entity.mentions if m.form == "name"), entity.mentions[0].text)
    return replace(entity, name=name, aliases=tuple(each for each in entity.aliases if each not in (gone, name)))


@dataclass(frozen=True, slots=True)
class Renaming:
    """Which entity each reference is of from now on, by id, place and words, and what that entity is called."""

    identify: Callable[[str | None, Stretch | None, str], str | None]
    name_of: Callable[[str | None, str], str]

    def apply(self, analysis: Analysis) -> Analysis:
        """With other ids and names wherever something refers to an entity."""
        return replace(
            analysis,
            attributions=tuple(map(self.attribution, analysis.attributions)),
            events=tuple(map(self.event, analysis.events)),
            movements=tuple(replace(each, mover=self.mover(each.mover)) for each in analysis.movements),
        )

    def attribution(self, each: Attribution) -> Attribution:
        source = each.source
        if source is None:
            return each
        id_ = self.identify(source.entity, (source.start, source.end), source.text)
        return replace(each, source=replace(source, entity=id_))

    def event(self, each: Event) -> Event:
        actors, recipients = map(self.party, each.actors), map(self.party, each.recipients)
        return replace(each, actors=tuple(actors), recipients=tuple(recipients))

    def party(self, each: Participant) -> Participant:
        id_ = self.identify(each.entity, (each.start, each.end), each.name)
        return each if id_ is None else replace(each, entity=id_, name=self.name_of(id_, each.name))

    def mover(self, each: Mover) -> Mover:
        """It has no place in the text: its name must do."""
        id_ = self.identify(each.entity, None, each.name)
        return each if id_ is None else Mover(id_, self.name_of(id_, each.name))

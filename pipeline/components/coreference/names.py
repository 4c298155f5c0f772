"""All names of a text: what the sources see, made to agree with each other and with the rest of the article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from pipeline.components.coreference import metonyms, vessels
from pipeline.components.coreference.agreement import agree_on_kinds, sort_before
from pipeline.components.coreference.candidates import Candidate
from pipeline.components.coreference.listed_names import demonyms, lexicon_and_place_names, people_named_like_places
from pipeline.components.coreference.name_detection import Name, capitalised_phrases, full_names, model_names
from pipeline.components.coreference.name_propagation import nested, repeated
from pipeline.components.coreference.nationals import is_national
from pipeline.components.coreference.roles import leading_nation, leading_role
from pipeline.components.coreference.text import Text
from pipeline.components.grammar import known_names, labels, vocabulary
from pipeline.components.grammar.clubs import club_names
from pipeline.components.grammar.vocabulary import CAPITAL
from pipeline.domain import EntityKind, Place
from pipeline.gazetteer.keys import key

ARTICLE = frozenset({"the"})
GIVEN_TOO = frozenset({"junior", "senior"})
PARTICLES = frozenset({"al", "el"})


def find_names(text: Text, places: Sequence[Place]) -> list[Candidate]:
    """Names as candidates in order; one inside another counts if it is known by itself, one of signs alone never."""
    seen = list(model_names(text))
    nations = [name for name in seen if name.qualifies] + list(demonyms(text, places))
    words = {i: nation for nation in nations for i in range(nation.first, nation.last)}
    by_model = [name for name in seen if not (name.qualifies or name.is_part_of(words.get(name.first, name)))]
    by_model += untaken(full_names(text), [*by_model, *nations])
    ships = list(vessels.vessel_names(text))
    named = {place.start: place for place in places if place.role == "name" and place.text != CAPITAL}
    certain = [*ships, *(Name(club.start, club.end, "organization", sure=True) for club in club_names(text.doc))]
    certain += untaken(people_named_like_places(text), certain)
    by_list = certain + untaken(lexicon_and_place_names(text, named), certain)
    found = metonyms.resolve_metonyms(
        text, vessels.repeat_without_prefix(text, agree_on_kinds(text, combine_sources(by_model, by_list)))
    )
    wider = list(around_countries(text, found))
    found = wider + untaken(found, wider)
    sides = list(metonyms.names_of_halves(text, found))
    found = sides + untaken(found, sides)
    found += untaken(repeated(text, found), [*found, *nations])
    heads = [with_kind_of_noun(text, name) for name in untaken(capitalised_phrases(text), [*found, *nations])]
    found += heads
    found += untaken(repeated(text, last_word_names(text, heads, found)), [*found, *nations])
    return [
        candidate(text, name, named.get(text.tokens[name.first].idx))
        for name in sorted([*found, *nested(text, found)], key=lambda name: (name.first, -name.last))
        if key(text.substring(name.first, name.last)) and not (name.width == 1 and is_national(text.tokens[name.first]))
    ]


def with_kind_of_noun(text: Text, name: Name) -> Name:
    """A name of no known kind that a noun right before it sorts: "the trade union Torpor"."""
    return replace(name, kind=sort_before(text, name)) if name.kind is None and name.width <= 2 else name


def around_countries(text: Text, names: Iterable[Name]) -> Iterator[Name]:
    """Bodies whose names hold a country's, also where the country alone was seen: "Environment Canada"."""
    bodies = [name for name in names if name.kind == "organization" and name.width > 1]
    return repeated(text, [name for name in bodies if any(map(is_country, text.words[name.first : name.last]))])


def is_country(word: str) -> bool:
    return known_names.country_named(word) is not None


def last_word_names(text: Text, heads: Iterable[Name], names: Iterable[Name]) -> list[Name]:
    """Single words that a longer name of a body ends with: "Scientology" where the Church of Scientology is named."""
    ends = {text.words[name.last - 1] for name in names if name.kind == "organization" and name.width > 1}
    return [name for name in heads if name.width == 1 and text.words[name.first] in ends]


def combine_sources(by_model: Sequence[Name], by_list: Iterable[Name]) -> list[Name]:
    """Known names over recognised ones, unless they are only a part of them."""
    around = {i: name for name in by_model for i in range(name.first, name.last)}
    found = [name for name in by_list if not ((longer := around.get(name.first)) and name.is_part_of(longer))]
    whole = [name for name in by_model if not name.is_part_of(around[name.first])]
    return found + untaken(whole, found)


def untaken(names: Iterable[Name], taken: Iterable[Name]) -> list[Name]:
    """The names that share no token with those already taken."""
    tokens = {i for name in taken for i in range(name.first, name.last)}
    return [name for name in names if tokens.isdisjoint(range(name.first, name.last))]


def candidate(text: Text, name: Name, place: Place | None) -> Candidate:
    written = " ".join(text.substring(name.first, name.last).split())
    head = text.tokens[name.first] if name.width == 1 else text.doc[name.first : name.last].root
    words = comparable_words(name.called or canonical_name(text, written, name.kind), name.kind)
    many = name.kind == "group" and head.tag_ in labels.PLURAL
    made = Candidate(
        name.first,
        name.last,
        head,
        "name",
        name.kind,
        words,
        "many" if many else "one",
        country=name.country,
        sentence=text.sentences[name.first],
        text=written,
        feature=place.feature if place is not None else None,
    )
    if name.kind == "person":
        describe(text, made)
    return made


def describe(text: Text, person: Candidate) -> None:
    """What the words before a person's name add: form of address, office, sex."""
    cluster = person.cluster
    before = text.tokens[person.first - 1].lower_ if person.first else ""
    cluster.gender = vocabulary.noun_gender(before) or (
        vocabulary.person_gender(person.words[0]) if len(person.words) > 1 else None
    )
    if (role := leading_role(text, person.first) or leading_nation(text, person.first)) is not None:
        cluster.roles.add(role)
        cluster.gender = cluster.gender or vocabulary.noun_gender(role.noun)


def canonical_name(text: Text, written: str, kind: EntityKind | None) -> str:
    """The first of the names that the lexicon has for an organization, or the name itself."""
    row = known_names.organization_named(written, text.raw) if kind == "organization" else None
    return row.names[0] if row else written


def comparable_words(text: str, kind: EntityKind | None) -> tuple[str, ...]:
    """The words of a name without what does not tell two names apart."""
    words = key(text.replace(" '", "'").replace(" ’", "’")).removesuffix(" dc").split() or [text]
    if kind == "person":
        suffixes = vocabulary.titles().suffixes
        dropped = PARTICLES | (suffixes if len(words) > 2 else suffixes - GIVEN_TOO)
    elif kind == "vehicle":
        dropped = ARTICLE | {prefix.lower() for prefix in vocabulary.references().ships}
    else:
        dropped = ARTICLE | vocabulary.references().legal_forms if kind == "organization" else ARTICLE
    return tuple(word for word in words if word not in dropped) or tuple(words)

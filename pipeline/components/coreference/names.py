"""All names of a text: what the sources see, made to agree with each other and with the rest of the article."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from pipeline.components.coreference import vocabulary
from pipeline.components.coreference.candidates import Candidate
from pipeline.components.coreference.retold import nested, repeated
from pipeline.components.coreference.roles import leading_role
from pipeline.components.coreference.spotted import Name, capitalised, known, recognised
from pipeline.domain import EntityKind, Place
from pipeline.gazetteer.keys import key

CORPORATE = frozenset(
    {"co", "company", "corp", "corporation", "gmbh", "inc", "incorporated", "ltd", "limited", "llc", "plc", "sa", "the"}
)
ARTICLE = frozenset({"the"})
WHEREABOUTS = frozenset({"at", "from", "in", "into", "near", "to", "toward", "towards", "outside", "via"})


def find(doc: Doc, places: Iterable[Place]) -> list[Candidate]:
    """Names as candidates in order; a name inside another is one too if the article or the world knows it by itself."""
    by_model = list(recognised(doc))
    by_list = list(known(doc, {place.start: place for place in places if place.role == "name"}))
    found = agreed(doc, combined(by_model, by_list))
    found += untaken(repeated(doc, found), found)
    found += untaken(capitalised(doc), found)
    return [
        candidate(doc, name)
        for name in sorted([*found, *nested(doc, found)], key=lambda name: (name.first, -name.last))
    ]


def combined(by_model: Sequence[Name], by_list: Iterable[Name]) -> list[Name]:
    """Known names over recognised ones, unless they are only a part of them."""
    around = {i: name for name in by_model for i in range(name.first, name.last)}
    found = [name for name in by_list if not ((longer := around.get(name.first)) and name.is_part_of(longer))]
    return found + untaken(by_model, found)


def untaken(names: Iterable[Name], taken: Iterable[Name]) -> list[Name]:
    """The names that share no token with those already taken."""
    tokens = {i for name in taken for i in range(name.first, name.last)}
    return [name for name in names if tokens.isdisjoint(range(name.first, name.last))]


def agreed(doc: Doc, names: list[Name]) -> list[Name]:
    """Give all occurrences of a name what most of them are; a town that is somebody's surname is that person."""
    votes: dict[str, Counter[tuple[EntityKind | None, str | None, bool]]] = defaultdict(Counter)
    surnames = {doc[name.last - 1].text for name in names if name.kind == "person" and name.width > 1}
    for name in names:
        votes[doc[name.first : name.last].text][name.kind, name.country, name.sure] += 3 if name.sure else 1
    return [voted(doc, name, votes[doc[name.first : name.last].text], surnames) for name in names]


def voted(doc: Doc, name: Name, votes: Counter[tuple[EntityKind | None, str | None, bool]], surnames: set[str]) -> Name:
    where = name.kind in ("place", "country") and doc[name.first - 1].lower_ in WHEREABOUTS
    if name.width == 1 and doc[name.first].text in surnames and not where:
        return replace(name, kind="person", country=None, sure=False)
    if name.sure:
        return name
    kind, country, sure = votes.most_common(1)[0][0]
    return replace(name, kind=kind, country=country, sure=sure)


def candidate(doc: Doc, name: Name) -> Candidate:
    span = doc[name.first : name.last]
    head = span.root
    words = compared(span.text, name.kind)
    many = name.kind == "group" and head.tag_ in ("NNPS", "NNS")
    made = Candidate(
        name.first,
        name.last,
        head,
        "name",
        name.kind,
        words,
        "many" if many else "one",
        country=name.country,
        sentence=head.sent.start,
    )
    if name.kind == "person":
        describe(doc, made)
    return made


def describe(doc: Doc, person: Candidate) -> None:
    """What the words before a person's name add: form of address, office, sex."""
    cluster = person.cluster
    before = doc[person.first - 1].lower_ if person.first else ""
    cluster.gender = vocabulary.noun_gender(before) or (
        vocabulary.name_gender(person.words[0]) if len(person.words) > 1 else None
    )
    if (role := leading_role(doc, person.first)) is not None:
        cluster.roles.add(role)
        cluster.gender = cluster.gender or vocabulary.noun_gender(role.noun)


def compared(text: str, kind: EntityKind | None) -> tuple[str, ...]:
    """The words of a name without what does not tell two names apart."""
    words = key(text.replace(" '", "'").replace(" ’", "’")).removesuffix(" dc").split()
    dropped = vocabulary.titles().suffixes if kind == "person" else CORPORATE if kind == "organization" else ARTICLE
    return tuple(word for word in words if word not in dropped) or tuple(words)

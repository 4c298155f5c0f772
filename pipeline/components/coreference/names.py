"""Names: the model's entities, corrected by lexicons, resolved places and what the rest of the article says."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from pipeline.components.coreference import vocabulary
from pipeline.components.coreference.candidates import Candidate
from pipeline.components.coreference.roles import leading_role
from pipeline.domain import EntityKind, Place
from pipeline.gazetteer.keys import key

KINDS: Mapping[str, EntityKind | None] = {
    "PERSON": "person", "ORG": "organization", "GPE": "place", "LOC": "place", "FAC": "facility", "NORP": "group",
    "PRODUCT": None, "WORK_OF_ART": "other", "EVENT": "other", "LAW": "other", "LANGUAGE": "other",
}  # fmt: skip
MODIFIERS = frozenset({"compound", "amod", "nmod", "poss"})
POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
UNNAMED = frozenset({"DET", "PUNCT", "CCONJ", "SPACE", "ADP", "PRON", "VERB", "AUX", "NUM", "ADV", "PART"})
CORPORATE = frozenset(
    {"co", "company", "corp", "corporation", "gmbh", "inc", "incorporated", "ltd", "limited", "llc", "plc", "sa"}
)


@dataclass(frozen=True, slots=True)
class Name:
    """Tokens ``first`` to ``last`` (exclusive) and what they may name; ``sure`` if a lexicon or the places say so."""

    first: int
    last: int
    kind: EntityKind | None
    country: str | None = None
    sure: bool = False


def find(doc: Doc, places: Iterable[Place]) -> list[Candidate]:
    """All names of a text as candidates, in order, none inside another."""
    found = known(doc, {place.start: place for place in places if place.role == "name"})
    taken = {i for name in found for i in range(name.first, name.last)}
    found += [name for name in recognised(doc) if taken.isdisjoint(range(name.first, name.last))]
    found = agreed(doc, found)
    found += repeated(doc, found)
    return [candidate(doc, name) for name in sorted(found, key=lambda name: name.first)]


def known(doc: Doc, places: Mapping[int, Place]) -> list[Name]:
    """Names that the lexicons or the places of the article know, unless they are part of a longer recognised one."""
    inside = {i: (name.first, name.last) for name in recognised(doc) for i in range(name.first, name.last)}
    found: list[Name] = []
    end = 0
    for token in doc:
        if token.i < end:
            continue
        name = place_at(doc, token, places) or listed(doc, token)
        around = inside.get(token.i)
        if name and not (
            around and around[0] <= name.first and name.last <= around[1] and around != (name.first, name.last)
        ):
            found.append(name)
            end = name.last
    return found


def place_at(doc: Doc, token: Token, places: Mapping[int, Place]) -> Name | None:
    place = places.get(token.idx)
    span = doc.char_span(place.start, place.end) if place else None
    if place is None or span is None:
        return None
    country = (
        vocabulary.country_named(place.text) or ((place.feature or "").startswith("PCL") and place.country) or None
    )
    return Name(span.start, span.end, "country" if country else "place", country or place.country, sure=True)


def listed(doc: Doc, token: Token) -> Name | None:
    """A country or organization of the lexicons that starts at a token."""
    for words in vocabulary.known_names().get(token.text, ()):
        span = doc[token.i : token.i + len(words)]
        if tuple(word.text for word in span) == words and (len(words) > 1 or token.pos_ == "PROPN"):
            return of_lexicon(span.start, span.end, " ".join(words).replace(" 's", "'s").replace(" ’s", "’s"))
    return None


def of_lexicon(first: int, last: int, written: str) -> Name | None:
    if (country := vocabulary.country_named(written)) is not None:
        return Name(first, last, "country", country, sure=True)
    if (row := vocabulary.organizations().get(written)) is not None:
        return Name(first, last, "organization", row.country, sure=True)
    return None


def recognised(doc: Doc) -> Iterator[Name]:
    """The model's entities without titles, articles, possessive marks and the nation in front of a person."""
    for entity in doc.ents:
        if entity.label_ not in KINDS:
            continue
        first, last = trimmed(doc, entity.start, entity.end, entity.label_)
        if first < last and not (entity.label_ == "NORP" and is_modifier(doc, first, last)):
            yield Name(first, last, KINDS[entity.label_])


def trimmed(doc: Doc, first: int, last: int, label: str) -> tuple[int, int]:
    while first < last and (doc[last - 1].text in POSSESSIVES or doc[last - 1].pos_ in ("PUNCT", "SPACE")):
        last -= 1
    while first < last and (
        (doc[first].pos_ in UNNAMED and not doc[first].text.istitle()) or doc[first].lower_ == "the"
    ):
        first += 1
    return (person_start(doc, first, last), last) if label == "PERSON" else (first, last)


def person_start(doc: Doc, first: int, last: int) -> int:
    """Where a person's name starts after offices, titles and nations: "DPRK leader Kim Jong Un"."""
    start = first
    for i in range(first, last - 1):
        word = doc[i].lower_
        if word in vocabulary.before_names() or (
            vocabulary.kinds().get(doc[i].lemma_.lower()) == "person" and doc[i].is_lower
        ):
            start = i + 1
    return start


def is_modifier(doc: Doc, first: int, last: int) -> bool:
    """A nationality that only qualifies a noun: "Russian media"."""
    head = doc[first:last].root
    return head.dep_ in MODIFIERS or head.pos_ == "ADJ"


def agreed(doc: Doc, names: list[Name]) -> list[Name]:
    """Give all occurrences of a name the kind that most of them, or a longer form of it, have."""
    votes: dict[str, Counter[EntityKind | None]] = defaultdict(Counter)
    for name in names:
        words = doc[name.first : name.last]
        votes[words.text][name.kind] += 3 if name.sure else 1
        if name.kind == "person" and len(words) > 1:
            votes[words[-1].text]["person"] += 1
    return [
        name if name.sure else replace(name, kind=votes[doc[name.first : name.last].text].most_common(1)[0][0])
        for name in names
    ]


def repeated(doc: Doc, names: list[Name]) -> Iterator[Name]:
    """Names that the model missed, known from elsewhere in the text: a surname, an organization's short form."""
    taken = {i for name in names for i in range(name.first, name.last)}
    single: dict[str, Name] = {}
    for name in names:
        if name.last - name.first == 1 or name.kind == "person":
            single.setdefault(doc[name.last - 1].text, name)
    for token in doc:
        if token.pos_ == "PROPN" and token.i not in taken and token.text in single:
            like = single[token.text]
            if token.dep_ != "compound" or like.kind != "person":
                yield replace(like, first=token.i, last=token.i + 1)


def candidate(doc: Doc, name: Name) -> Candidate:
    span = doc[name.first : name.last]
    head = span.root
    words = compared(span.text, name.kind)
    made = Candidate(
        name.first, name.last, head, "name", name.kind, words, country=name.country, sentence=head.sent.start
    )
    made.cluster.country = name.country
    describe(doc, made)
    return made


def describe(doc: Doc, made: Candidate) -> None:
    """What the words before a name add: number, sex, office."""
    cluster = made.cluster
    cluster.number = "many" if made.kind == "group" and made.head.tag_ in ("NNPS", "NNS") else "one"
    if made.kind != "person":
        return
    before = doc[made.first - 1].lower_ if made.first else ""
    cluster.gender = vocabulary.noun_gender(before) or (
        vocabulary.name_gender(made.words[0]) if len(made.words) > 1 else None
    )
    if (role := leading_role(doc, made.first)) is not None:
        cluster.roles.add(role)
        cluster.gender = cluster.gender or vocabulary.noun_gender(role.noun)


def compared(text: str, kind: EntityKind | None) -> tuple[str, ...]:
    """The words of a name without what does not tell two names apart."""
    words = key(text).split()
    if kind == "person":
        dropped = vocabulary.titles().suffixes
    else:
        dropped = CORPORATE | {"the"} if kind == "organization" else frozenset({"the"})
    return tuple(word for word in words if word not in dropped) or tuple(words)

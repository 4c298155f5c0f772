"""Names as the parsed text shows them: the model's entities and capitalised noun phrases."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from pipeline.components.coreference.name_boundaries import (
    BODIES,
    person_within,
    trim_name,
    with_given,
    with_purpose,
    with_surnames,
    without_office,
)
from pipeline.components.coreference.text import Text
from pipeline.components.grammar import known_names, labels, vocabulary
from pipeline.components.grammar.word_frequency import is_usually_small
from pipeline.domain import EntityKind

KINDS: Mapping[str, EntityKind | None] = {
    "PERSON": "person", "ORG": "organization", "GPE": "place", "LOC": "place", "FAC": "facility", "NORP": "group",
    "PRODUCT": None, "WORK_OF_ART": "other", "EVENT": "other", "LAW": "other", "LANGUAGE": "other",
}  # fmt: skip
INSIDE = frozenset({"compound", "amod", "nmod", "npadvmod"})


@dataclass(frozen=True, slots=True)
class Name:
    """Tokens ``first`` to ``last`` (exclusive) and what they may name; ``sure`` if a lexicon or the places say so.

    ``called`` is the gazetteer's name for it, where a place is resolved. What ``qualifies`` is a nationality in front
    of a noun, and names nothing itself.
    """

    first: int
    last: int
    kind: EntityKind | None
    country: str | None = None
    sure: bool = False
    called: str | None = None
    qualifies: bool = False

    @property
    def width(self) -> int:
        return self.last - self.first

    def is_part_of(self, other: Name) -> bool:
        return other.first <= self.first and self.last <= other.last and self.width < other.width


def model_names(text: Text) -> Iterator[Name]:
    """The model's entities without titles, articles, possessive marks and the nation in front of a person."""
    for entity in text.doc.ents:
        if entity.label_ not in KINDS:
            continue
        first, last = trim_name(text, entity.start, entity.end)
        if entity.label_ == "PERSON":
            first, last = person_within(text, first, last)
            first, last = with_given(text, first, last), with_surnames(text, first, last)
        kind = named_kind(text, first, last, KINDS[entity.label_])
        if kind == "group" and last == first + 1 and is_other_party(text.tokens[first]):
            first, kind = first - 1, "organization"
        if kind == "organization":
            last = with_purpose(text, first, without_office(text, first, last))
        common = last == first + 1 and text.words[first].lower() in vocabulary.kinds()
        common = common or text.substring(first, last).islower() or is_of_nation(text, first, last)
        if first < last and not common and not is_suffix(text, first, last) and not is_portfolio(text, first, last):
            kind = body_kind(text.tokens[first], text.tokens[last - 1]) or kind if kind == "person" else kind
            yield Name(first, last, kind, qualifies=kind == "group" and is_modifier(text, first, last))


def is_of_nation(text: Text, first: int, last: int) -> bool:
    """Whether a name is only a noun after a nation or a sentence's first word: "Danish drugmaker", "New council"."""
    noun, start = text.tokens[last - 1], text.tokens[first]
    if last <= first + 1 or not noun.is_lower or noun.lower_ not in vocabulary.kinds():
        return False
    if start.is_sent_start and last == first + 2 and is_usually_small(start.text, start.vocab):
        return True
    return known_names.country_of(text.substring(first, last - 1)) is not None


def is_other_party(token: Token) -> bool:
    """Whether another name stands before that of a party or the like: "Neo Democrats", but not "Senate Democrats"."""
    before = token.nbor(-1) if token.i else None
    if before is None or token.tag_ != "NNPS" or before.pos_ != "PROPN" or not before.is_title:
        return False
    known = before.text in known_names.known_names() or known_names.country_of(before.text) is not None
    return before.dep_ == "compound" and before.head.i == token.i and not known and not before.is_sent_start


def is_portfolio(text: Text, first: int, last: int) -> bool:
    """Whether a name is only what an office is for: "Defense" in "Defense Secretary"."""
    office = text.substring(first, last + 1).lower() if last < len(text.tokens) else ""
    return office in vocabulary.offices() or office in vocabulary.titles().rulers.offices


def is_suffix(text: Text, first: int, last: int) -> bool:
    return last == first + 1 and text.words[first].lower() in vocabulary.titles().suffixes


def named_kind(text: Text, first: int, last: int, kind: EntityKind | None) -> EntityKind | None:
    """The kind that the model gave, unless the words say better: "the Sams" are a family, "the Match" nobody."""
    if first >= last:
        return kind
    before = text.words[first - 1] if first else ""
    is_one_word = last == first + 1
    is_acronym = is_one_word and len(text.words[first]) > 1 and text.words[first].isupper()
    if kind == "person" and is_acronym:
        return "person" if before.lower() in vocabulary.addresses() else "organization"
    if kind == "organization" and is_one_word and is_leader(text.tokens[first]):
        return "person"
    if kind != "person" or before.lower() != "the":
        return kind
    word = text.tokens[last - 1]
    if word.tag_ == "NNPS":
        return "group"
    return None if last == first + 1 and word.dep_ not in labels.PREMODIFIERS else kind


def is_leader(word: Token) -> bool:
    """Whether a word is the surname of somebody known for an office, and not mostly a common noun: "Macron"."""
    surname = word.is_title and word.lower_ in known_names.leaders_surnames()
    return surname and word.text not in known_names.organizations() and not is_usually_small(word.text, word.vocab)


def body_kind(first: Token, last: Token) -> EntityKind | None:
    """The kind of a body that the model took for a person: "the Udvar-Hazy Center", "Arik Air", but not "Jane Bank"."""
    if first.i < last.i and first.lower_ in vocabulary.references().firm_prefixes:
        return "organization"
    company = last.lower_ in vocabulary.references().company_words
    if company and first.i < last.i and vocabulary.name_gender(first.lower_) is None:
        return "organization"
    kind = vocabulary.kinds().get(last.lower_)
    return kind if kind in BODIES and not company else None


def is_modifier(text: Text, first: int, last: int) -> bool:
    """A nationality that only qualifies a noun: "Russian media"."""
    head = text.doc[first:last].root
    return head.dep_ in labels.PREMODIFIERS or head.pos_ == "ADJ"


def is_compounded(token: Token) -> bool:
    return token.dep_ in INSIDE and token.pos_ == "PROPN" and not token.ent_type_


def capitalised_phrases(text: Text) -> Iterator[Name]:
    """Proper nouns that head a phrase, with what is compounded to them; offices ("Prime Minister") are none."""
    for token in text.tokens:
        heads_phrase = token.pos_ == "PROPN" and token.dep_ not in INSIDE
        if not heads_phrase or token.ent_type_ or not token.text[:1].isupper():
            continue
        kind = vocabulary.kinds().get(token.lower_)
        if kind != "person" and token.lower_ not in vocabulary.before_names():
            first = token.i
            while first and is_compounded(text.tokens[first - 1]):
                first -= 1
            if first < token.i or kind is None:
                yield Name(first, token.i + 1, kind or ("person" if is_person(text, first, token) else None))


def full_names(text: Text) -> Iterator[Name]:
    """People whom the model missed and whose given name is known: "Faith Jerono"."""
    return (name for name in capitalised_phrases(text) if name.kind == "person" and name.width > 1)


def is_person(text: Text, first: int, last: Token) -> bool:
    """Whether a name has a given name, or an office before it: "Minister for Women Ilse Varga"."""
    known = is_leader(last) if first == last.i else vocabulary.name_gender(text.words[first].lower()) is not None
    return known or any(child.i < first and child.lower_ in vocabulary.office_words() for child in last.lefts)

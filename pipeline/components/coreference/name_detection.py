"""Names as the parsed text shows them: the model's entities and capitalised noun phrases."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from pipeline.components.coreference.text import Text
from pipeline.components.grammar import known_names, labels, vocabulary
from pipeline.components.grammar.word_frequency import is_usually_small
from pipeline.domain import EntityKind
from pipeline.gazetteer import lookup

KINDS: Mapping[str, EntityKind | None] = {
    "PERSON": "person", "ORG": "organization", "GPE": "place", "LOC": "place", "FAC": "facility", "NORP": "group",
    "PRODUCT": None, "WORK_OF_ART": "other", "EVENT": "other", "LAW": "other", "LANGUAGE": "other",
}  # fmt: skip
BODIES = frozenset({"facility", "organization"})
INSIDE = frozenset({"compound", "amod", "nmod", "npadvmod"})
UNNAMED = frozenset({"DET", "PUNCT", "CCONJ", "SPACE", "ADP", "PRON", "VERB", "AUX", "NUM", "ADV", "PART", "SYM"})
AFTER_PERSON = frozenset({"VERB", "AUX", "PUNCT", "SPACE", "NUM", "ADP", "DET", "PART"})


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


def recognised(text: Text) -> Iterator[Name]:
    """The model's entities without titles, articles, possessive marks and the nation in front of a person."""
    for entity in text.doc.ents:
        if entity.label_ not in KINDS:
            continue
        first, last = trimmed(text, entity.start, entity.end)
        if entity.label_ == "PERSON":
            first, last = person_within(text, first, last)
            first, last = with_given(text, first, last), with_surnames(text, first, last)
        kind = named_kind(text, first, last, KINDS[entity.label_])
        if kind == "organization":
            last = without_office(text, first, last)
        common = last == first + 1 and text.words[first].lower() in vocabulary.kinds()
        common = common or text.written(first, last).islower() or is_of_nation(text, first, last)
        if first < last and not common and not is_suffix(text, first, last) and not is_portfolio(text, first, last):
            kind = body(text.tokens[first], text.tokens[last - 1]) or kind if kind == "person" else kind
            yield Name(first, last, kind, qualifies=kind == "group" and is_modifier(text, first, last))


def is_of_nation(text: Text, first: int, last: int) -> bool:
    """Whether a name is only a noun after a nation: "Danish drugmaker"."""
    noun = text.tokens[last - 1] if last > first + 1 else None
    if noun is None or not noun.is_lower or noun.lower_ not in vocabulary.kinds():
        return False
    return known_names.country_of(text.written(first, last - 1)) is not None


def is_portfolio(text: Text, first: int, last: int) -> bool:
    """Whether a name is only what an office is for: "Defense" in "Defense Secretary"."""
    office = text.written(first, last + 1).lower() if last < len(text.tokens) else ""
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


def trimmed(text: Text, first: int, last: int) -> tuple[int, int]:
    """Without articles and the like before, marks and possessives after."""
    last = before_amount(text, first, before_bracket(text, first, last))
    while first < last and is_no_end(text.tokens[last - 1]):
        last -= 1
    while first < last and is_no_start(text.tokens[first]):
        first += 1
    return first, last


def before_bracket(text: Text, first: int, last: int) -> int:
    """The end of a name in which a bracket opens that closes after it: "Forces of Liberation (FNL"."""
    opens = next((i for i in range(first, last) if text.words[i] == "("), last)
    return last if ")" in text.words[opens:last] else opens


def before_amount(text: Text, first: int, last: int) -> int:
    """The end of a name that the model lets run into an amount: "Oriel 40 million euros"."""
    amounts = (i for i in range(first + 1, last - 1) if text.tokens[i].like_num and text.tokens[i + 1].like_num)
    return next(amounts, last)


def is_no_end(token: Token) -> bool:
    """ "fined Rourke $", of "$50,000": the model takes the sign for a part of the name."""
    return token.tag_ == "POS" or token.is_currency or token.pos_ in ("PUNCT", "SPACE")


def is_no_start(token: Token) -> bool:
    return token.lower_ == "the" or (token.pos_ in UNNAMED and not token.is_title)


def person_within(text: Text, first: int, last: int) -> tuple[int, int]:
    """A person's name without offices, titles and nations before and stray words after: "DPRK leader Kim Jong Un"."""
    while last > first + 1 and text.tokens[last - 1].pos_ in AFTER_PERSON:
        last -= 1
    start = first
    for i in range(first, last - 1):
        word = text.tokens[i].lower_
        if word in vocabulary.before_names() or (text.tokens[i].is_lower and vocabulary.kinds().get(word) == "person"):
            start = i + 1
    return start + is_realm(text, start, last), last


def is_realm(text: Text, first: int, last: int) -> bool:
    """Whether a name starts with the place that an office before it is of: "Governor of Texas Ana Lopes"."""
    if last < first + 3 or first < 2 or text.words[first - 1] != "of":
        return False
    office = text.tokens[first - 2].lower_ in vocabulary.office_words()
    return office and vocabulary.person_gender(text.words[first + 1].lower()) is not None


def with_given(text: Text, first: int, last: int) -> int:
    """The start of a surname with the given name that the model takes for a town: "Valeska | Paris"."""
    if last != first + 1 or first == 0:
        return first
    before, surname = text.tokens[first - 1], text.tokens[first]
    beside = (
        before.dep_ == "compound" and before.head.i == surname.i and before.text.istitle() and before.pos_ == "PROPN"
    )
    alone = first < 2 or text.tokens[first - 2].pos_ != "PROPN"
    is_town = before.ent_type_ == "GPE" and known_names.country_of(before.text) is None and not lookup.find(before.text)
    return first - 1 if beside and alone and is_town and not is_title(before) else first


def with_surnames(text: Text, first: int, last: int) -> int:
    """The end of a person's name with the surname that the model left out: "Gabriel Boric Font"."""
    while first < last < len(text.tokens) and is_surname_of(text.tokens[last], text.tokens[first]):
        last += 1
    return last


def is_surname_of(word: Token, given: Token) -> bool:
    named = word.tag_ == "NNP" and word.is_title and not word.ent_type_ and given.dep_ == "compound"
    return named and given.head.i >= word.i and not is_title(word)


def is_title(word: Token) -> bool:
    return word.lower_ in vocabulary.before_names() or word.lower_ in vocabulary.kinds()


def without_office(text: Text, first: int, last: int) -> int:
    """The end of a body's name before the office that somebody has there: "State Department Spokesperson"."""
    while last > first + 1 and is_office(text.tokens[last - 1]):
        last -= 1
    return last


def is_office(word: Token) -> bool:
    return word.tag_ == "NNP" and vocabulary.kinds().get(word.lower_) == "person"


def body(first: Token, last: Token) -> EntityKind | None:
    """The kind of a body that the model took for a person: "the Udvar-Hazy Center", "Arik Air", but not "Jane Bank"."""
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


def capitalised(text: Text) -> Iterator[Name]:
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
    return (name for name in capitalised(text) if name.kind == "person" and name.width > 1)


def is_person(text: Text, first: int, last: Token) -> bool:
    """Whether a name has a given name, or an office before it: "Minister for Women Ilse Varga"."""
    known = is_leader(last) if first == last.i else vocabulary.name_gender(text.words[first].lower()) is not None
    return known or any(child.i < first and child.lower_ in vocabulary.office_words() for child in last.lefts)

"""Names of ships and other vehicles, by the word or prefix before them: "the tanker Mesaieed", "HMAS Perth"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from pipeline.components.coreference.name_detection import Name
from pipeline.components.coreference.text import Text
from pipeline.components.grammar import known_names, labels, vocabulary

APPOSED = 3
"""From a noun over a comma and an article to the name in apposition to it."""
QUOTES = frozenset({'"', "'", "“", "‘"})


def vessel_names(text: Text) -> Iterator[Name]:
    """The capitalised words after a ship's prefix, or after a noun for a vehicle whose clause they do not start."""
    for token in text.tokens[:-1]:
        prefixed = token.text in vocabulary.references().ships
        if not prefixed and not is_vehicle(token):
            continue
        beside = is_apposed(text, token)
        first = token.i + (APPOSED if beside else 1)
        first += text.words[first] in QUOTES and not prefixed
        last = end_of_name(text, first)
        if last > first and (prefixed or beside or is_new(text, token, first, last)):
            yield Name(token.i if prefixed else first, last, "vehicle", sure=True)


def is_apposed(text: Text, noun: Token) -> bool:
    """Whether a name in apposition follows a noun for a vehicle: "a ferry, the Rose", "one of its ships, the Rose"."""
    after = text.tokens[noun.i + 1 : noun.i + 1 + APPOSED]
    if len(after) < APPOSED or after[0].text != "," or after[1].lower_ != "the" or not after[2].text[:1].isupper():
        return False
    name = after[1].head
    return name.dep_ == "appos" and name.head.i in (noun.i, noun.head.i, noun.head.head.i)


def repeat_without_prefix(text: Text, names: list[Name]) -> list[Name]:
    """The names, with those of vehicles told elsewhere without their prefix: "the Perth" of HMAS Perth."""
    vehicles = {without_prefix(text, name) for name in names if name.kind == "vehicle"}
    return [
        replace(name, kind="vehicle", country=None, sure=True, called=None)
        if name.first and text.words[name.first - 1].lower() == "the" and without_prefix(text, name) in vehicles
        else name
        for name in names
    ]


def without_prefix(text: Text, name: Name) -> str:
    """A name without the prefix of a ship's."""
    return text.substring(name.first + (text.words[name.first] in vocabulary.references().ships), name.last)


def is_vehicle(noun: Token) -> bool:
    one = noun.tag_ == "NN" or is_partitive(noun)
    return noun.is_lower and one and vocabulary.kinds().get(noun.lemma_) == "vehicle"


def is_partitive(noun: Token) -> bool:
    """Whether "one of" stands before a plural: "one of its ships"."""
    return noun.tag_ == "NNS" and noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lower_ == "one"


def end_of_name(text: Text, first: int) -> int:
    """Where the capitalised words from a token on end, with what stands between them and a number after them."""
    last = i = first
    while i < len(text.tokens) and may_be_in_name(text, i, first):
        i += 1
        last = i if text.words[i - 1] not in vocabulary.references().particles else last
    numbered = first < last < len(text.tokens) and text.tokens[last].is_digit and len(text.words[last]) < 3
    return last + numbered


def may_be_in_name(text: Text, i: int, first: int) -> bool:
    return is_capitalised(text.tokens[i]) or (i > first and text.words[i] in vocabulary.references().particles)


def is_capitalised(word: Token) -> bool:
    return word.text[:1].isupper() and word.ent_type_ not in labels.TIMES and word.tag_ not in ("PRP", "DT")


def is_new(text: Text, noun: Token, first: int, last: int) -> bool:
    """Whether words name the vehicle itself, and not whoever a clause about it starts with, or who made it."""
    head = text.tokens[last - 1]
    tells = head.dep_ in labels.SUBJECTS and head.head.dep_ == "relcl"
    written = text.substring(first, last)
    listed = written in known_names.organizations() or written in known_names.leaders()
    known = listed or known_names.country_of(written) is not None
    titled = text.words[first].lower() in vocabulary.titles().neutral and head.head != noun
    is_elsewhere = text.sentences[first] != text.sentences[noun.i]
    return not any((tells, known, titled, is_elsewhere))

"""Capitals that stand for their country's government, by what they do: "Pyongyang accused Seoul of lying"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

import msgspec
from spacy.tokens import Token

from pipeline.components.coreference.name_detection import Name
from pipeline.components.coreference.text import Text
from pipeline.components.grammar import cues, labels
from pipeline.gazetteer import countries
from pipeline.lexicons import load

BETWEEN = frozenset({"between", "with", "from"})


class Metonyms(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lexicon ``metonyms.toml``."""

    acts: frozenset[str]
    addresses: frozenset[str]
    affairs: frozenset[str]
    halves: dict[str, str]


@cache
def metonym_lexicon() -> Metonyms:
    lists: Metonyms = load("metonyms", Metonyms)
    return lists


def resolve_metonyms(text: Text, names: Iterable[Name]) -> list[Name]:
    """The names, with capitals that act made the country that they are the capital of, and what else acts a body."""
    read_so = [government(text, name) if name.kind == "place" else name for name in names]
    return [replace(name, kind="organization") if is_body(text, name) else name for name in read_so]


def is_body(text: Text, name: Name) -> bool:
    """Whether a name that no gazetteer has says or does what only a body does: "Naftogaz said"."""
    is_unknown = not name.sure and name.country is None
    return name.kind == "place" and is_unknown and acts_as_government(text.tokens[name.last - 1])


def government(text: Text, name: Name) -> Name:
    country = countries.of_capital(text.substring(name.first, name.last))
    inside = name.first > 1 and text.words[name.first - 1] == "," and text.tokens[name.first - 2].pos_ == "PROPN"
    if country is None or inside or name.country not in (None, country.code):
        return name
    if not acts_as_government(text.tokens[name.last - 1]):
        return name
    return replace(name, kind="country", country=country.code, called=None)


def acts_as_government(capital: Token) -> bool:
    """Whether a capital does or is told what only a government does or is told."""
    head = capital.head
    if capital.dep_ == "conj" and head.pos_ == "PROPN":
        return acts_as_government(head)
    if capital.dep_ in labels.SUBJECTS:
        return head.lemma_ in metonym_lexicon().acts or cues.is_speech(head)
    if capital.dep_ == "dobj":
        return head.lemma_ in metonym_lexicon().addresses
    if capital.dep_ == "poss":
        return head.lemma_ in metonym_lexicon().affairs
    if capital.dep_ != "pobj":
        return False
    if head.dep_ == "agent":
        return head.head.lemma_ in metonym_lexicon().acts
    return head.lower_ in BETWEEN and head.head.lemma_ in metonym_lexicon().affairs


def names_of_halves(text: Text, names: Iterable[Name]) -> Iterator[Name]:
    """ "The North" and "the South" where both halves of the divided country are named in full."""
    sides = metonym_lexicon().halves
    if not {*sides.values()} <= {name.country for name in names}:
        return
    for i, word in enumerate(text.words[1:], start=1):
        if word in sides and text.words[i - 1].lower() == "the" and text.tokens[i].dep_ not in ("compound", "amod"):
            yield Name(i, i + 1, "country", sides[word], sure=True)

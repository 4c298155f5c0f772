"""Capitals that a text describes and does not name: "the Zambian capital" is Lusaka."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from spacy.tokens import Doc, Token

from pipeline.components.grammar.vocabulary import CAPITAL
from pipeline.components.toponyms.words import place_words
from pipeline.domain import Place
from pipeline.gazetteer import countries, lookup
from pipeline.gazetteer.countries import Country
from pipeline.gazetteer.entries import Entry

NAMED = frozenset({"PCL", "PCLI", "PCLD", "PCLF", "PCLS", "PCLIX", "TERR"})
PREMODIFIERS = frozenset({"amod", "compound", "nmod", "nummod", "poss"})
TOLD = frozenset({"appos", "attr", "compound", "nmod"})


def described_capitals(doc: Doc, places: Mapping[int, Place]) -> Iterator[tuple[Token, Country]]:
    """Each noun for a capital that no name follows, with its country; ``places`` of the text are by offset."""
    for at in (doc.to_array("ORTH") == doc.vocab.strings.add(CAPITAL)).nonzero()[0]:
        token = doc[int(at)]
        if token.pos_ == "NOUN" and token.dep_ not in TOLD and not has_name_behind(token):
            country = owner(token, places)
            if country is not None and country.capital and country.code not in place_words().several_capitals:
                yield token, country


def has_name_behind(capital: Token) -> bool:
    """Whether the city's name follows: "Kenya's capital, Nairobi", "the capital of Luanda"."""
    following = capital.doc[capital.i + 1 : capital.i + 3]
    if len(following) and following[0].pos_ == "PROPN":
        return True
    return len(following) > 1 and following[0].lower_ in (",", "(") and following[1].pos_ == "PROPN"


def owner(capital: Token, places: Mapping[int, Place]) -> Country | None:
    """The country whose capital a noun phrase says it is, and nothing else of it: not "the former Burmese capital"."""
    before = [child for child in capital.lefts if child.dep_ in PREMODIFIERS]
    after = [noun for of in capital.rights if of.lower_ == "of" for noun in of.rights if noun.dep_ == "pobj"]
    if len(after) == 1 and not before:
        return country_named_by(capital.doc, after[0], places)
    if not before or after:
        return None
    if before[-1].dep_ == "poss":
        return country_named_by(capital.doc, before[-1], places) if len(before) == 1 else None
    return countries.of_demonym(capital.doc[before[0].left_edge.i : capital.i].text)


def country_named_by(doc: Doc, noun: Token, places: Mapping[int, Place]) -> Country | None:
    """The country that a noun phrase names, unless the text means a state of that name: "Georgia's capital"."""
    name = doc[noun.left_edge.i : noun.i + 1]
    place = places.get(name[name[0].lower_ == "the" :].start_char) if len(name) > 1 else places.get(noun.idx)
    return countries.of_name(name.text) if place is not None and place.feature in NAMED else None


def city(country: Country) -> Entry | None:
    """The gazetteer's row of a capital."""
    cities = [entry for entry in lookup.find(country.capital or "") if entry.country == country.code and entry.is_city]
    return next((entry for entry in cities if entry.feature == "PPLC"), cities[0] if cities else None)

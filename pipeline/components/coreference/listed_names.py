"""Names that the lexicons or the resolved places of the article know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from spacy.tokens import Token

from pipeline.components.coreference.name_boundaries import trim_name
from pipeline.components.coreference.name_detection import Name, is_other_party
from pipeline.components.coreference.text import Text
from pipeline.components.grammar import known_names, vocabulary
from pipeline.components.grammar.person_names import people_like_places
from pipeline.domain import Place

RESOLVED = 0.5
LONGEST = 99
"""More words than any name has."""


def lexicon_and_place_names(text: Text, places: Mapping[int, Place]) -> Iterator[Name]:
    """Names that the lexicons or the places of the article know."""
    end = 0
    names = known_names.known_names()
    for token in text.tokens:
        if token.i < end or not (token.idx in places or text.words[token.i] in names):
            continue
        by_list = longest_listed(text, token)
        body_named = by_list is not None and by_list.kind != "country" and not is_located(text, by_list, places)
        place = None if body_named else place_at(text, token, places)
        name = place or by_list
        if name is not None:
            yield name
            end = name.last


def is_located(text: Text, name: Name, places: Mapping[int, Place]) -> bool:
    """Whether a body's name is here that of the town, by the country that follows: "in Toyota, Japan"."""
    after = text.tokens[name.last + 1 : name.last + 2]
    region = bool(after) and text.words[name.last] == "," and after[0].idx in places
    return region and name.first > 0 and text.words[name.first - 1].lower() == "in"


def demonyms(text: Text, places: Iterable[Place]) -> Iterator[Name]:
    """The nationalities among the places of the article, as what qualifies a noun: "Sri Lankan"."""
    for place in places:
        span = text.doc.char_span(place.start, place.end) if place.role == "demonym" else None
        if span is not None:
            yield Name(span.start, span.end, "group", place.country, qualifies=True)


def place_at(text: Text, token: Token, places: Mapping[int, Place]) -> Name | None:
    place = places.get(token.idx)
    span = text.doc.char_span(place.start, place.end) if place and place.latitude is not None else None
    if place is None or span is None or token.ent_type_ == "NORP":
        return None
    if len(span) == 1 and (is_common(text, token) or is_ruled(text, token)):
        return None
    country = nation_at(place)
    first, last = trim_name(text, span.start, span.end)
    if first >= last:
        return None
    town = (place.feature or "").startswith("PPL") and not place.text.isupper()
    called = place.name if town and place.confidence >= RESOLVED else None
    return Name(first, last, "country" if country else "place", country or place.country, sure=True, called=called)


def nation_at(place: Place) -> str | None:
    """The country that a place is, as named; a state that shares a country's name is none."""
    country = known_names.country_named(place.text)
    if country is None:
        return place.country if (place.feature or "").startswith("PCL") else None
    return None if place.feature == "ADM1" and place.country != country else country


def people_named_like_places(text: Text) -> Iterator[Name]:
    """People whose names spell those of places, which the model may take for them."""
    return (Name(span.start, span.end, "person", sure=True) for span in people_like_places(text.doc))


def is_ruled(text: Text, token: Token) -> bool:
    """Whether a name that the model takes for a person's is that of a government: "the Monti government"."""
    following = text.words[token.i + 1 : token.i + 2]
    return token.ent_type_ == "PERSON" and bool(following) and following[0] in vocabulary.references().governments


def is_common(text: Text, token: Token) -> bool:
    """A common noun with a capital, not a town of that name: "the Court"."""
    return token.lower_ in vocabulary.kinds() and token.i > 0 and text.words[token.i - 1].lower() == "the"


def longest_listed(text: Text, token: Token, shorter_than: int = LONGEST) -> Name | None:
    """The longest country or organization of the lexicons that starts at a token and has fewer words than a number."""
    is_name = token.pos_ == "PROPN" and not is_other_party(token)
    for words, name in known_names.known_names().get(text.words[token.i], ()):
        fits = len(words) < shorter_than and text.has_words_at(token.i, words)
        if fits and (is_name or len(words) > 1):
            return lexicon_name(text, token.i, token.i + len(words), name)
    return None


def lexicon_name(text: Text, first: int, last: int, written: str) -> Name | None:
    if (country := known_names.country_named(written)) is not None:
        return Name(first, last, "country", country, sure=True)
    if (row := known_names.organization_named(written, text.raw)) is not None:
        return Name(first, last, "organization", row.country, sure=True)
    return Name(first, last, "person", sure=True) if written in known_names.leaders() else None

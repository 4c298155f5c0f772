"""Which country someone comes from, as the text words it: being abroad is having travelled."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from pipeline.components.grammar import syntax
from pipeline.components.motion.document_index import DocumentIndex
from pipeline.gazetteer import countries


def nationality(head: Token, index: DocumentIndex) -> str | None:
    """ISO code of the country that a person is said to be of: "the Kenyan president", "Uganda's minister"."""
    for named in (head, *_apposed(head)):
        if country := _worded(named, index):
            return country
    entity = index.entity(head)
    if entity is None:
        return None
    if entity.id not in index.nationalities:
        told = (country for other in index.mentions(entity) if (country := _worded(other, index)))
        index.nationalities[entity.id] = entity.country or next(told, None)
    return index.nationalities[entity.id]


def _apposed(head: Token) -> Iterator[Token]:
    yield from (child for child in head.children if child.dep_ == "appos")
    if head.dep_ == "appos":
        yield head.head


def _worded(head: Token, index: DocumentIndex) -> str | None:
    """The country named inside a noun phrase, before its head or behind "of"."""
    before = [word for child in head.lefts for word in child.subtree if child.dep_ != "relcl"]
    for word in (*before, *syntax.under(head, {"of", "from"})):
        place = index.places.get(word.i)
        if place is not None and place.country:
            return place.country
        if named := countries.of_demonym(word.text) or countries.of_demonym(
            f"{word.nbor(-1) if word.i else ''} {word}"
        ):
            return named.code
    return None

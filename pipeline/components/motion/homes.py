"""Which country someone comes from, as the text words it: being abroad is having travelled."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from pipeline.components.grammar import syntax
from pipeline.components.motion.scene import Scene
from pipeline.gazetteer import countries


def home(head: Token, scene: Scene) -> str | None:
    """ISO code of the country that a person is said to be of: "the Kenyan president", "Uganda's minister"."""
    for named in (head, *_apposed(head)):
        if country := _worded(named, scene):
            return country
    entity = scene.entity(head)
    if entity is None:
        return None
    if entity.id not in scene.homes:
        told = (country for other in scene.mentions(entity) if (country := _worded(other, scene)))
        scene.homes[entity.id] = entity.country or next(told, None)
    return scene.homes[entity.id]


def _apposed(head: Token) -> Iterator[Token]:
    yield from (child for child in head.children if child.dep_ == "appos")
    if head.dep_ == "appos":
        yield head.head


def _worded(head: Token, scene: Scene) -> str | None:
    """The country named inside a noun phrase, before its head or behind "of"."""
    before = [word for child in head.lefts for word in child.subtree if child.dep_ != "relcl"]
    for word in (*before, *syntax.under(head, {"of", "from"})):
        place = scene.places.get(word.i)
        if place is not None and place.country:
            return place.country
        if named := countries.of_demonym(word.text) or countries.of_demonym(
            f"{word.nbor(-1) if word.i else ''} {word}"
        ):
            return named.code
    return None

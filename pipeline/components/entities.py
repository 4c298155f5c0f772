"""Entities: who and what the text names, each with all its mentions."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.components import slots
from pipeline.components.coreference.described import entities as described
from pipeline.components.coreference.resolve import resolve
from pipeline.components.coreference.text import Text
from pipeline.domain import Entity

NAME = "dateline_entities"


@Language.component(NAME)
def entities(doc: Doc) -> Doc:
    slots.ENTITIES.write(doc, find(doc))
    return doc


def find(doc: Doc) -> list[Entity]:
    """The entities of a parsed text, in the order of their first mention."""
    text = Text.of(doc)
    return list(described(resolve(text, slots.PLACES.read(doc)), text))

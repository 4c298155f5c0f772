"""Entities: not written yet."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.components import slots

NAME = "dateline_entities"


@Language.component(NAME)
def entities(doc: Doc) -> Doc:
    slots.ENTITIES.write(doc, [])
    return doc

"""Movements: not written yet."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.components import slots

NAME = "dateline_movements"


@Language.component(NAME)
def movements(doc: Doc) -> Doc:
    slots.MOVEMENTS.write(doc, [])
    return doc

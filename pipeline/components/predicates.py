"""Predicates: not written yet."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.components import slots

NAME = "dateline_predicates"


@Language.component(NAME)
def predicates(doc: Doc) -> Doc:
    slots.PREDICATES.write(doc, [])
    return doc

"""Attributions: not written yet."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.components import slots

NAME = "dateline_attributions"


@Language.component(NAME)
def attributions(doc: Doc) -> Doc:
    slots.ATTRIBUTIONS.write(doc, [])
    return doc

"""Timexes: not written yet."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.components import slots

NAME = "dateline_timexes"


@Language.component(NAME)
def timexes(doc: Doc) -> Doc:
    slots.EXPRESSIONS.write(doc, [])
    return doc

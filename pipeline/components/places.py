"""Places: not written yet."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.components import slots

NAME = "dateline_places"


@Language.component(NAME)
def places(doc: Doc) -> Doc:
    slots.PLACES.write(doc, [])
    return doc

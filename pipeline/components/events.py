"""Events: not written yet."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.components import slots

NAME = "dateline_events"


@Language.component(NAME)
def events(doc: Doc) -> Doc:
    slots.EVENTS.write(doc, [])
    return doc

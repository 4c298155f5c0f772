"""The text of a document, put together once: spaCy joins all its tokens at each question."""

from __future__ import annotations

from functools import lru_cache

from spacy.tokens import Doc

KEPT = 4


@lru_cache(maxsize=KEPT)
def text_of(doc: Doc) -> str:
    """``doc.text``, which no component changes; kept for the documents asked last."""
    return doc.text

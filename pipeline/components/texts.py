"""The text of a document and its names, put together once: spaCy goes through all its tokens at each question."""

from __future__ import annotations

from functools import lru_cache

from spacy.tokens import Doc

KEPT = 4


@lru_cache(maxsize=KEPT)
def text_of(doc: Doc) -> str:
    """``doc.text``, which no component changes; kept for the documents asked last."""
    return doc.text


@lru_cache(maxsize=KEPT)
def words_of_persons(doc: Doc) -> frozenset[str]:
    """The words of all names of persons, kept likewise."""
    return frozenset(word for name in doc.ents if name.label_ == "PERSON" for word in name.text.split())

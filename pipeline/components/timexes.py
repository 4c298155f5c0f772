"""Time expressions of a Doc: what ``pipeline.dates`` recognises, with the tense that the parse gives each."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Token

from pipeline import dates
from pipeline.components import slots, syntax
from pipeline.domain import Tense, TimeExpression

NAME = "dateline_timexes"


@Language.component(NAME)
def timexes(doc: Doc) -> Doc:
    slots.EXPRESSIONS.write(doc, find(doc))
    return doc


def find(doc: Doc) -> list[TimeExpression]:
    """Time expressions with the tense of their clause and the offset of their sentence."""
    found = dates.recognise(doc.text, {token.idx: token.tag_ for token in doc})
    return [expression(doc, item) for item in found]


def expression(doc: Doc, found: dates.Found) -> TimeExpression:
    inside = [
        token for token in doc.char_span(found.start, found.end, alignment_mode="expand") or () if not token.is_space
    ]
    return TimeExpression(
        found.start,
        found.end,
        doc.text[found.start : found.end],
        found.type,
        found.value,
        found.mod,
        tense(inside[0]) if inside else None,
        inside[0].sent.start_char if inside else found.start,
    )


def tense(anchor: Token) -> Tense | None:
    """Tense of the clause a time expression stands in; None if no verb governs it."""
    verb = syntax.governing_verb(anchor)
    if verb is None:
        return None
    found = syntax.tense(verb)
    return "future" if found == "future" else "past" if found == "past" else "present"

"""When and where an event is, by syntax: the closest time expression and place that its clause governs."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc, Token

from pipeline.components import syntax
from pipeline.components.plover.telling import Telling
from pipeline.domain import Place, TimeExpression

PLACE_PREPOSITIONS = frozenset(
    {"in", "at", "near", "to", "into", "outside", "around", "across", "inside", "on", "from"}
)
LINKS = frozenset(
    {"prep", "pobj", "npadvmod", "nmod", "compound", "tmod", "advmod", "poss", "amod", "pcomp", "appos", "nummod"}
)


def timex_of(told: Telling, expressions: Iterable[TimeExpression]) -> int | None:
    """Start of the date or time that the trigger's clause governs, or None; a duration or a habit dates nothing."""
    doc = told.trigger.doc
    dated = [(e.start, _head(doc, e.start, e.end)) for e in expressions if e.type in ("DATE", "TIME")]
    return _closest(told, [(start, token) for start, token in dated if token is not None])


def place_of(told: Telling, places: Iterable[Place]) -> int | None:
    """Start of the place that the trigger's clause puts it in, or None."""
    doc = told.trigger.doc
    named = [(p.start, _head(doc, p.start, p.end)) for p in places if p.role == "name"]
    heads = [(start, token) for start, token in named if token is not None and _leads_here(token)]
    return _closest(told, heads)


def _head(doc: Doc, start: int, end: int) -> Token | None:
    span = doc.char_span(start, end, alignment_mode="expand")
    return span.root if span is not None else None


def _leads_here(token: Token) -> bool:
    if token.dep_ == "dobj":
        return token.head.lemma_ in ("visit", "enter", "reach", "tour", "leave")
    return token.dep_ == "pobj" and token.head.lower_ in PLACE_PREPOSITIONS


def _closest(told: Telling, found: list[tuple[int, Token]]) -> int | None:
    ranked = [
        (rank, abs(token.i - told.trigger.i), start)
        for start, token in found
        if (rank := _rank(told, token)) is not None
    ]
    return min(ranked)[2] if ranked else None


def _rank(told: Telling, token: Token) -> int | None:
    """0 under the trigger or what tells of it too, 1 under the verb above it; None elsewhere."""
    governor = token
    while governor.dep_ in LINKS and governor.head.i != governor.i:
        governor = governor.head
        if governor.i == told.trigger.i:
            return 0
    if governor in (told.trigger, *told.covers) or token in told.covers:
        return 0
    verb = syntax.governing_verb(told.trigger)
    return 1 if verb is not None and governor.i == verb.i else None

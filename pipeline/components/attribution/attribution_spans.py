"""An attribution as spans of a Doc, and the extents of its parts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from pipeline.components.grammar import cues, labels, noun_phrases, syntax
from pipeline.components.grammar.traits import has_trait

EDGES = frozenset({",", ".", ";", ":", "-", "--", "—", "–", "!", "?", "..."})

BESIDE_CUE = frozenset({"aux", "auxpass", "neg", "prt", "advmod"})


@dataclass(frozen=True, slots=True)
class AttributionSpans:
    """Source, cue and content, and the name of the construction that showed them."""

    source: Span | None
    cue: Span
    content: Span
    rule: str


def covering_span(tokens: Iterable[Token]) -> Span | None:
    """From the first to the last of some tokens, punctuation and blanks at the edges left out."""
    inside = list(tokens)
    if not inside:
        return None
    return trim_edges(inside[0].doc, min(t.i for t in inside), max(t.i for t in inside) + 1)


def clause_without(head: Token, without: Token) -> Span | None:
    """A clause without one part of it, where that stands at its edge."""
    outside = {token.i for token in without.subtree}
    return covering_span([t for t in head.subtree if t.i not in outside and (t.is_quote or not t.is_punct)])


def trim_edges(doc: Doc, start: int, end: int) -> Span | None:
    while start < end and (doc[start].is_space or doc[start].text in EDGES):
        start += 1
    while end > start and (doc[end - 1].is_space or doc[end - 1].text in EDGES):
        end -= 1
    return doc[start:end] if start < end else None


def cue_of(word: Token, preposition: Token | None = None) -> Span:
    """The cue with the auxiliaries, negation, particle and preposition that stand next to it, but without "when"."""
    beside = (c.i for c in word.children if (c.dep_ in BESIDE_CUE and c.tag_ != "WRB") or c == preposition)
    mine = {word.i, *beside}
    start = end = word.i
    while start - 1 in mine:
        start -= 1
    while end + 1 in mine:
        end += 1
    return word.doc[start : end + 1]


def source_of(verb: Token) -> Span | None:
    """The noun phrase of who says it, with title, apposition and relative clause."""
    speaker = speaker_of(verb)
    return noun_phrase(speaker, verb) if speaker is not None else None


def speaker_of(verb: Token) -> Token | None:
    """The head of the phrase for who says it; whoever is quoted by "quoted the mayor as saying"."""
    if syntax.is_passive(verb) or is_addressed(verb) or any(child.dep_ == "agent" for child in verb.children):
        return next(iter(syntax.under(verb, {"by"})), None)
    own = next((child for child in verb.children if child.dep_ in ("nsubj", "csubj")), None)
    if own is not None:
        return own
    if verb.dep_ == "pcomp" and verb.head.lower_ == "as":
        return next((c for c in verb.head.head.children if c.dep_ in labels.UNDERGOERS), None)
    if verb.dep_ == "advcl" and verb.tag_ == "VBG" and cues.is_speech(verb):
        return _speaker_above(verb)
    if verb.dep_ == "acl" and (by := author(verb.head)) is not None:
        return by
    return next(iter(syntax.subjects(verb)), None)


def is_addressed(verb: Token) -> bool:
    """ "Asked whether he would go, the mayor smiled": somebody else asks."""
    bare = verb.dep_ == "advcl" and verb.tag_ in labels.PAST and has_trait(verb, "addressing")
    return bare and not any(child.dep_ in ("nsubj", "aux", "auxpass", "csubj") for child in verb.children)


def _speaker_above(verb: Token) -> Token | None:
    """Who says the sentence that "adding that ..." goes on with, rather than whom that sentence is about."""
    above = [t for t in verb.ancestors if t.pos_ in labels.VERBAL]
    saying = [t for t in above if cues.takes_clause(t)]
    return next((speaker for t in (*saying, *above) for speaker in syntax.subjects(t) if cues.can_speak(speaker)), None)


def author(words: Token) -> Token | None:
    """Who "issued a statement saying" so, or "made the claim"."""
    verb = words.head
    if words.dep_ != "dobj" or not cues.utters(verb):
        return None
    return next((subject for subject in syntax.subjects(verb) if cues.can_speak(subject)), None)


def noun_phrase(head: Token, without: Token) -> Span | None:
    """All that hangs on a noun, up to the clause that the cue stands in."""
    inside = list(head.subtree)
    if without.i in {token.i for token in inside}:
        return noun_phrases.phrase(head)
    return covering_span(inside)

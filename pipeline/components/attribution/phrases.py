"""Attributions that nouns, adjectives and "according to" show: "the claim that ...", "is sure that ..."."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from pipeline.components.attribution.attribution_spans import (
    AttributionSpans,
    author,
    covering_span,
    noun_phrase,
    source_of,
    trim_edges,
)
from pipeline.components.grammar import cues, labels, syntax
from pipeline.components.grammar.factuality.complements import is_infinitive

ABOUT = frozenset({"about", "at", "of", "over", "to", "with"})
SUBJECTS = frozenset({"csubj", "csubjpass", "expl", "nsubj", "nsubjpass"})


def of_noun(noun: Token) -> Iterator[AttributionSpans]:
    if not cues.is_claim(noun):
        return
    below = next(
        (c for c in noun.children if c.i > noun.i and c.dep_ in ("acl", "ccomp") and _is_content_clause(c)), None
    )
    content = covering_span(below.subtree) if below is not None else None
    if content is not None:
        yield AttributionSpans(_owner(noun), noun.doc[noun.i : noun.i + 1], content, "noun")


def _is_content_clause(clause: Token) -> bool:
    return is_infinitive(clause) or any(child.dep_ == "mark" and child.lower_ == "that" for child in clause.children)


def _owner(noun: Token) -> Span | None:
    """Whose claim it is: "the mayor's claim", "a claim by the mayor", "made the claim"."""
    owner = next((child for child in noun.children if child.dep_ == "poss"), None)
    owner = owner or next(iter(syntax.under(noun, {"by", "from"})), None) or author(noun)
    return noun_phrase(owner, noun) if owner is not None else None


def of_adjective(adjective: Token) -> Iterator[AttributionSpans]:
    if not cues.is_attitude(adjective) or adjective.dep_ != "acomp":
        return
    below = next((c for c in adjective.children if c.i > adjective.i and c.dep_ in labels.COMPLEMENT_CLAUSES), None)
    content = covering_span(below.subtree) if below is not None else _object_of(adjective)
    if content is not None:
        yield AttributionSpans(
            source_of(adjective.head), adjective.doc[adjective.i : adjective.i + 1], content, "adjective"
        )


def _object_of(adjective: Token) -> Span | None:
    """ "is critical of | the plan", "was worried about | her son"."""
    about = next((c for c in adjective.children if c.dep_ == "prep" and c.lower_ in ABOUT and c.i > adjective.i), None)
    return covering_span([token for token in about.subtree if token.i > about.i]) if about is not None else None


def according(word: Token) -> Iterator[AttributionSpans]:
    to = next((child for child in word.children if child.lower_ == "to"), None)
    speaker = next((child for child in to.children if child.dep_ == "pobj"), None) if to is not None else None
    if to is None or speaker is None:
        return
    told = _clause_above(word)
    opens = word.i == word.sent.start or word.nbor(-1).dep_ in ("cc", "mark")
    after = _end_of_speaker(word, told)
    span = (after, told.right_edge.i + 1) if opens or told.i > word.i else (told.left_edge.i, word.i)
    content = trim_edges(word.doc, *span)
    source = trim_edges(word.doc, to.i + 1, after) if told.i > word.i else noun_phrase(speaker, word)
    if content is not None:
        yield AttributionSpans(source, word.doc[word.i : to.i + 1], content, "according")


def _end_of_speaker(word: Token, told: Token) -> int:
    """Where the speaker ends; at its first comma, where the parse puts the subject of what is told into it."""
    end = max(token.i for token in word.subtree) + 1
    if told.i < end or any(child.dep_ in SUBJECTS for child in told.children):
        return end
    return next((token.i for token in word.subtree if token.text == ","), end)


def _clause_above(word: Token) -> Token:
    """The clause that "according to" stands in: its nearest verb, or the first of those joined with it."""
    verb = next((t for t in word.ancestors if t.pos_ in labels.VERBAL), word.sent.root)
    while verb.dep_ == "conj" and verb.head.pos_ in labels.VERBAL:
        verb = verb.head
    return verb

"""Visits and transfers that a sentence speaks of without saying that they were made: "discussed the visit to Lima"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from pipeline.components.factuality import effects
from pipeline.components.factuality.standing import Effect
from pipeline.components.motion import words

VISITS = frozenset({"arrivals", "visits"})
KINDS = VISITS | {"departures", "transfers"}
OVER = frozenset({
    "ago", "earlier", "former", "last", "latest", "past", "previous", "recent", "yesterday",
})  # fmt: skip
PRESENT = frozenset({"VBP", "VBZ"})


def is_journey(noun: Token) -> bool:
    return bool(KINDS & set(words.kinds(noun)))


def spoken_of(noun: Token) -> Effect | None:
    """What the word above a journey says of it, if it only speaks of it and nothing tells that it is over."""
    lexicon = effects.lexicon()
    listed = lexicon.journey | lexicon.visit if VISITS & set(words.kinds(noun)) else lexicon.journey
    found = next((listed[phrase] for phrase in _phrases(noun) if phrase in listed), None)
    return None if found is None or _is_over(noun) else found


def _phrases(noun: Token) -> tuple[str, ...]:
    """ "discuss", "date for" and "about", "pull out of"; a purpose counts while it is one: "is meant to"."""
    above = noun.head
    if not is_journey(noun):
        return ()
    if noun.dep_ == "pobj":
        return *(f"{wording} {above.lower_}" for wording in _wordings(above.head)), above.lower_
    if noun.dep_ == "dobj":
        return (above.lemma_.lower(),)
    if noun.dep_ == "nsubjpass":
        return above.lemma_.lower(), f"{_tense(above)} {above.lemma_.lower()}"
    return ()


def _wordings(word: Token) -> Iterator[str]:
    """A verb with and without the particle before a further preposition: "pull out", "look forward"."""
    if word.dep_ in ("advmod", "prep", "prt") and word.head.pos_ == "VERB":
        yield f"{word.head.lemma_.lower()} {word.lower_}"
    yield word.lemma_.lower()
    yield from (f"{word.lemma_.lower()} {child.lower_}" for child in word.children if child.dep_ in ("advmod", "prt"))


def _tense(verb: Token) -> str:
    return "is" if any(child.dep_ == "auxpass" and child.tag_ in PRESENT for child in verb.children) else "was"


def _is_over(noun: Token) -> bool:
    """ "his recent visit", "his visit last week", "his 2011 visit"."""
    beside = [token for child in noun.children if child.dep_ not in ("acl", "relcl") for token in child.subtree]
    return any(token.lower_ in OVER or (token.is_digit and len(token) == 4) for token in beside)

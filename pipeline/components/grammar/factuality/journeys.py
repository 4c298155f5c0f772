"""Visits and transfers that a sentence speaks of without saying that they were made: "discussed the visit to Lima"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from pipeline.components.grammar import labels, syntax
from pipeline.components.grammar import motion_words as words
from pipeline.components.grammar.factuality import effects
from pipeline.lexicons.predicates import predicates
from pipeline.lexicons.predicates.classes import Effect, Meaning

VISITS = frozenset({"arrivals", "visits"})
KINDS = VISITS | {"departures", "transfers"}
GOING = frozenset({"arriving", "going", "leaving", "sending", "starting"})
OVER = frozenset({
    "ago", "earlier", "former", "last", "latest", "past", "previous", "recent", "yesterday",
})  # fmt: skip


def is_journey(noun: Token) -> bool:
    return bool(KINDS & set(words.kinds(noun)))


def is_arranged(noun: Token) -> bool:
    """A journey or a meeting: "offered to broker a meeting" tells of none, "may condemn an attack" of one."""
    return is_journey(noun) or is_meeting(syntax.lemma(noun))


def is_meeting(lemma: str) -> bool:
    """What people meet for: "talks", "summit"."""
    return "meeting" in predicates().of(lemma).traits


def spoken_of(noun: Token) -> Effect | None:
    """What the word above a journey says of it, if it only speaks of it and nothing tells that it is over."""
    said = (_said_by(predicates().of(phrase), noun) for phrase in _phrases(noun))
    found: Effect | None = next(filter(None, said), None)
    found = found or ("plans" if _is_merely_named(noun) else None)
    return None if found is None or _is_over(noun) else found


def said_in_headline(root: Token) -> Effect | None:
    """What the verb of a headline says of a journey that the parser takes for the verb: "Premier mulls visit"."""
    is_noun = bool(predicates().noun(root.lemma_).motion) or is_meeting(root.lemma_)
    if not is_noun or root.sent[-1].is_punct:
        return None
    return next(
        (said for child in root.lefts if child.tag_ in ("NNS", "VBZ") and (said := effects.on_noun(child))), None
    )


def _said_by(phrase: Meaning, noun: Token) -> Effect | None:
    """What a phrase says of a visit, or else of a journey of any kind, or else of what is only spoken of."""
    kinds = set(words.kinds(noun))
    if kinds & VISITS:
        return phrase.visit or phrase.journey or phrase.spoken
    if kinds & KINDS:
        return phrase.journey or phrase.spoken
    return phrase.spoken if is_meeting(syntax.lemma(noun)) else None


def is_for_occasion(noun: Token) -> bool:
    """ "flew to Doha for talks": what a journey is made for is still to come."""
    return "occasions" in words.kinds(noun) and bool(GOING & set(words.kinds(noun.head.head)))


def _is_merely_named(noun: Token) -> bool:
    """Whether a visit undergoes what is done to visits that were never made as well: "derailed the visit"."""
    if noun.dep_ not in labels.UNDERGOERS or "visits" not in words.kinds(noun):
        return False
    verb = noun.head
    done = predicates().of(syntax.lemma(verb))
    made = bool({"ending", "made"} & done.traits) or "performing" in done.motion
    return not made and not any(
        said(verb) for said in (effects.on_noun, effects.with_its_preposition, effects.with_phrase)
    )


def _phrases(noun: Token) -> tuple[str, ...]:
    """ "discuss", "date for" and "about", "pull out of"; a purpose counts while it is one: "is meant to"."""
    above = noun.head
    if noun.dep_ == "pobj":
        return *(f"{wording} {above.lower_}" for wording in _wordings(above.head)), above.lower_
    if noun.dep_ == "dobj":
        return (syntax.lemma(above),)
    if noun.dep_ == "nsubjpass":
        return syntax.lemma(above), f"{_tense(above)} {syntax.lemma(above)}"
    return (f"it {syntax.lemma(above)}",) if noun.dep_ == "nsubj" else ()


def _wordings(word: Token) -> Iterator[str]:
    """A verb with and without the particle before a further preposition: "pull out", "look forward"."""
    if word.dep_ in ("advmod", "prep", "prt") and word.head.pos_ == "VERB":
        yield f"{syntax.lemma(word.head)} {word.lower_}"
    yield syntax.lemma(word)
    yield from (f"{syntax.lemma(word)} {child.lower_}" for child in word.children if child.dep_ in ("advmod", "prt"))


def _tense(verb: Token) -> str:
    return "is" if any(child.dep_ == "auxpass" and child.tag_ in labels.PRESENT for child in verb.children) else "was"


def _is_over(noun: Token) -> bool:
    """ "his recent visit", "his visit last week", "his 2011 visit"."""
    beside = [token for child in noun.children if child.dep_ not in labels.ADNOMINAL_CLAUSES for token in child.subtree]
    return any(token.lower_ in OVER or (token.is_digit and len(token) == 4) for token in beside)

"""Which words attribute, and what they take: the lexicons of reporting verbs, nouns and adjectives."""

from __future__ import annotations

from functools import cache

import msgspec
from spacy.tokens import Token

from pipeline import lexicons
from pipeline.components.grammar import syntax
from pipeline.components.grammar.vocabulary import kinds


class ReportingVerbs(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Lemmas by what they take; ``prepositional`` gives the prepositions of each verb."""

    says: frozenset[str]
    quotes: frozenset[str]
    thinks: frozenset[str]
    shows: frozenset[str]
    intends: frozenset[str]
    recounts: frozenset[str]
    directs: frozenset[str]
    tells: frozenset[str]
    judges: frozenset[str]
    prepositional: dict[str, frozenset[str]]


class ReportingNouns(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Nouns and adjectives with a clause of what is said or held; nouns for who speaks and for what shows something."""

    nouns: frozenset[str]
    adjectives: frozenset[str]
    speakers: frozenset[str]
    evidence: frozenset[str]
    headings: frozenset[str]
    labels: frozenset[str]
    uttering: frozenset[str]


@cache
def verbs() -> ReportingVerbs:
    loaded: ReportingVerbs = lexicons.load("reporting_verbs", ReportingVerbs)
    return loaded


@cache
def nouns() -> ReportingNouns:
    loaded: ReportingNouns = lexicons.load("reporting_nouns", ReportingNouns)
    return loaded


def takes_clause(verb: Token) -> bool:
    lemma = syntax.lemma(verb)
    return lemma in verbs().says or lemma in verbs().thinks or lemma in verbs().shows


def is_speech(verb: Token) -> bool:
    return syntax.lemma(verb) in verbs().says


def addresses(verb: Token) -> bool:
    """A verb of words, to somebody or of somebody: "said", "urged", "praised", "told"."""
    lemma = syntax.lemma(verb)
    return any(lemma in group for group in (verbs().says, verbs().tells, verbs().directs, verbs().judges))


def quotes(verb: Token) -> bool:
    """A verb of a gesture or manner that comes with quoted words: "...," she shrugged."""
    return syntax.lemma(verb) in verbs().quotes


def can_speak(noun: Token) -> bool:
    """Whether a noun phrase names somebody who can be quoted: a person, an organization, "two officials"."""
    if noun.ent_type_ in ("PERSON", "ORG", "GPE", "NORP"):
        return True
    lemma = syntax.lemma(noun)
    return lemma in nouns().speakers or kinds().get(lemma) in ("person", "group", "organization", "country")


def is_evidence(noun: Token) -> bool:
    """Whether a noun names what makes things known: a poll, a video, a report."""
    return syntax.lemma(noun) in nouns().evidence


def can_attribute(noun: Token) -> bool:
    """Whether plans and judgements can be somebody's: not those of an epidemic that "claimed" lives."""
    return noun.pos_ != "NOUN" or can_speak(noun) or is_evidence(noun)

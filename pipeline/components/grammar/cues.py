"""Which words attribute, and what they take; who and what can be a source."""

from __future__ import annotations

from functools import cache

import msgspec
from spacy.tokens import Token

from pipeline import lexicons
from pipeline.components.grammar import labels, syntax, tenses
from pipeline.components.grammar.vocabulary import kinds
from pipeline.lexicons.predicates import predicates
from pipeline.lexicons.predicates.classes import Reporting


class Sources(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Nouns for who speaks and for what shows something; words before a colon that name nobody."""

    speakers: frozenset[str]
    evidence: frozenset[str]
    headings: frozenset[str]
    labels: frozenset[str]


@cache
def sources() -> Sources:
    loaded: Sources = lexicons.load("sources", Sources)
    return loaded


def reports(verb: Token, *ways: Reporting) -> bool:
    """Whether a verb attributes in one of these ways."""
    return not predicates().verb(syntax.lemma(verb)).reports.isdisjoint(ways)


def is_claim(noun: Token) -> bool:
    """Whether a noun takes a clause of what is said or held: "the claim that", "his promise to"."""
    return "holds" in predicates().noun(syntax.lemma(noun)).reports


def is_attitude(adjective: Token) -> bool:
    """Whether an adjective takes a clause of what somebody holds: "is confident that"."""
    return "holds" in predicates().adjective(adjective.lemma_.lower()).reports


def utters(verb: Token) -> bool:
    """Whether a verb is of what is done with words: "issued a statement"."""
    return reports(verb, "utters")


def prepositions(verb: Token) -> frozenset[str]:
    """Those behind which a verb attributes: "called for", "warned of"."""
    return predicates().verb(syntax.lemma(verb)).prepositions


def takes_clause(verb: Token) -> bool:
    return reports(verb, "says", "thinks", "shows")


def is_speech(verb: Token) -> bool:
    return reports(verb, "says")


def addresses(verb: Token) -> bool:
    """A verb of words, to somebody or of somebody: "said", "urged", "praised", "told"."""
    return reports(verb, "says", "tells", "directs", "judges")


def uttering(verb: Token) -> Token | None:
    """The verb with which somebody says what is to come: "said it would | attack", "said it is and would | go"."""
    clause, ahead = verb, tenses.tense(verb) == "future"
    while clause.dep_ in ("conj", "xcomp"):
        clause = clause.head
        ahead = ahead or tenses.tense(clause) == "future"
    return clause.head if ahead and clause.dep_ == "ccomp" and is_speech(clause.head) else None


def quotes(verb: Token) -> bool:
    """A verb of a gesture or manner that comes with quoted words: "...," she shrugged."""
    return reports(verb, "quotes")


def can_speak(noun: Token) -> bool:
    """Whether a noun phrase names somebody who can be quoted: a person, an organization, "two officials"."""
    if noun.ent_type_ in labels.ACTORS:
        return True
    lemma = syntax.lemma(noun)
    return lemma in sources().speakers or kinds().get(lemma) in ("person", "group", "organization", "country")


def is_evidence(noun: Token) -> bool:
    """Whether a noun names what makes things known: a poll, a video, a report."""
    return syntax.lemma(noun) in sources().evidence


def can_attribute(noun: Token) -> bool:
    """Whether plans and judgements can be somebody's: not those of an epidemic that "claimed" lives."""
    return noun.pos_ != "NOUN" or can_speak(noun) or is_evidence(noun)

"""Which effect a word has on the event it governs, as ``lexicons/certainty.toml`` lists it."""

from __future__ import annotations

from functools import cache

import msgspec
from spacy import symbols
from spacy.tokens import Token

from pipeline import lexicons
from pipeline.components.grammar import syntax
from pipeline.components.grammar.factuality.standing import Effect

PARTICLE = (symbols.prt, symbols.advmod)
TIMES = frozenset({"after", "before", "during", "following", "since", "until"})
SPEECH_ACTS = frozenset(
    {"accusation", "application", "claim", "complaint", "objection", "petition", "report", "statement"}
)
REPORTED = frozenset({"report", "say", "understand"})


class EffectLists(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Lemmas by their effect."""

    entails: list[str]
    continues: list[str]
    negates: list[str]
    hesitates: list[str]
    factive: list[str]
    appears: list[str]
    believes: list[str]
    alleges: list[str]
    plans: list[str]
    wishes: list[str]
    doubts: list[str]
    denies: list[str]
    cancels: list[str]


class CertaintyLexicon(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Effects on clauses and event nouns, of verbs with a particle, of phrases, and on what is only spoken of.

    ``told`` are words that report a finite clause; whoever does one of ``made`` to a visit says that it was made.
    ``spoken`` is for journeys and ``meetings``, ``journey`` for journeys of all kinds, ``visit`` for visits alone.
    """

    told: frozenset[str]
    made: frozenset[str]
    meetings: frozenset[str]
    seizing: frozenset[str]
    clause: EffectLists
    noun: EffectLists
    phrasal: dict[str, Effect]
    predicate: dict[str, Effect]
    spoken: dict[str, Effect]
    journey: dict[str, Effect]
    visit: dict[str, Effect]


@cache
def certainty_words() -> CertaintyLexicon:
    loaded: CertaintyLexicon = lexicons.load("certainty", CertaintyLexicon)
    return loaded


@cache
def clause_effects() -> dict[str, Effect]:
    return _by_lemma(certainty_words().clause)


@cache
def noun_effects() -> dict[str, Effect]:
    return _by_lemma(certainty_words().noun)


def _by_lemma(lists: EffectLists) -> dict[str, Effect]:
    groups: dict[Effect, list[str]] = msgspec.to_builtins(lists)
    return {lemma: effect for effect, lemmas in groups.items() for lemma in lemmas}


def on_clause(word: Token) -> Effect | None:
    """What the word says of a clause below it; ``None`` if it says nothing."""
    return _with_particle(word) or clause_effects().get(syntax.lemma(word)) or clause_effects().get(word.lower_)


def on_finite_clause(word: Token) -> Effect | None:
    """As on any clause, but "told them that it is so" asks for nothing, unlike "told them to go"."""
    return "reports" if syntax.lemma(word) in certainty_words().told else on_clause(word)


def before_clause(word: Token, preposition: str) -> Effect | None:
    """What the word says of a clause below its preposition: "capable of attacking", "kept them from leaving"."""
    return in_phrase(word, preposition) or (None if preposition in TIMES else on_clause(word))


def in_phrase(word: Token, preposition: str) -> Effect | None:
    """What the word says together with its preposition: "depends on", "spared from"."""
    return certainty_words().phrasal.get(f"{syntax.lemma(word)} {preposition}")


def on_noun(word: Token) -> Effect | None:
    """What the word says of an event noun that is its subject, object or head."""
    return _with_particle(word) or noun_effects().get(syntax.lemma(word)) or noun_effects().get(word.lower_)


def with_preposition(word: Token, preposition: str) -> Effect | None:
    """What the word says of an event noun below its preposition: "called for talks", "the threat of war"."""
    listed = in_phrase(word, preposition)
    if listed is not None or word.pos_ not in ("NOUN", "ADJ") or preposition in TIMES:
        return listed
    return noun_effects().get(syntax.lemma(word)) or clause_effects().get(syntax.lemma(word))


def with_its_preposition(verb: Token) -> Effect | None:
    """What a passive with its preposition says of its subject: "the visit is set for May"."""
    phrases = (f"{syntax.lemma(verb)} {child.lower_}" for child in verb.children if child.dep_ == "prep")
    return next((effect for phrase in phrases if (effect := certainty_words().phrasal.get(phrase))), None)


def with_phrase(verb: Token) -> Effect | None:
    """What a predicate in phrases says of an event: "is on hold", "threw it into doubt", "is off"."""
    return next((effect for child in verb.children if (effect := _as_predicate(child))), None)


def _as_predicate(phrase: Token) -> Effect | None:
    noun = next((child for child in phrase.children if child.dep_ == "pobj"), None)
    wording = phrase.lower_ if noun is None else f"{phrase.lower_} {syntax.lemma(noun)}"
    return certainty_words().predicate.get(wording)


def is_speech_act(noun: Token) -> bool:
    """A noun for words that were said, whatever became of them: a rejected offer was made."""
    return syntax.lemma(noun) in clause_effects() or syntax.lemma(noun) in SPEECH_ACTS


def is_reported(verb: Token) -> bool:
    """ "is said to have left": a passive of saying."""
    return verb.tag_ == "VBN" and syntax.lemma(verb) in REPORTED


def _with_particle(word: Token) -> Effect | None:
    particle = next((child.lower_ for child in word.children if child.dep in PARTICLE), None)
    return certainty_words().phrasal.get(f"{syntax.lemma(word)} {particle}") if particle else None

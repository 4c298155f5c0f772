"""Which effect a word has on the event it governs, as ``lexicons/certainty.toml`` lists it."""

from __future__ import annotations

from functools import cache

import msgspec
from spacy.tokens import Token

from pipeline import lexicons
from pipeline.components.standing import Effect


class EffectLists(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Lemmas by their effect."""

    entails: list[str]
    negates: list[str]
    factive: list[str]
    believes: list[str]
    plans: list[str]
    wishes: list[str]
    doubts: list[str]
    denies: list[str]
    cancels: list[str]


class CertaintyLexicon(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Effects on clauses, on event nouns, and of verbs with a particle."""

    clause: EffectLists
    noun: EffectLists
    phrasal: dict[str, Effect]


@cache
def lexicon() -> CertaintyLexicon:
    loaded: CertaintyLexicon = lexicons.load("certainty", CertaintyLexicon)
    return loaded


@cache
def clause_effects() -> dict[str, Effect]:
    return _by_lemma(lexicon().clause)


@cache
def noun_effects() -> dict[str, Effect]:
    return _by_lemma(lexicon().noun)


def _by_lemma(lists: EffectLists) -> dict[str, Effect]:
    groups: dict[Effect, list[str]] = msgspec.to_builtins(lists)
    return {lemma: effect for effect, lemmas in groups.items() for lemma in lemmas}


def on_clause(word: Token) -> Effect | None:
    """What the word says of a clause below it; ``None`` if it says nothing."""
    return _phrasal(word) or clause_effects().get(word.lemma_.lower())


def on_noun(word: Token) -> Effect | None:
    """What the word says of an event noun that is its subject, object or head."""
    lemma = word.lemma_.lower()
    return _phrasal(word) or noun_effects().get(lemma) or noun_effects().get(word.lower_)


def _phrasal(word: Token) -> Effect | None:
    particle = next((child.lower_ for child in word.children if child.dep_ in ("prt", "advmod")), None)
    return lexicon().phrasal.get(f"{word.lemma_.lower()} {particle}") if particle else None

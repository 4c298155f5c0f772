"""Which effect a word has on the event it governs, as the predicate lexicon says."""

from __future__ import annotations

from spacy import symbols
from spacy.tokens import Token

from pipeline.components.grammar import syntax
from pipeline.components.grammar.traits import has_trait
from pipeline.lexicons.predicates import predicates
from pipeline.lexicons.predicates.classes import Effect

PARTICLE = (symbols.prt, symbols.advmod)
GROUNDS = frozenset({"for", "of", "over", "with"})
"""What leads from a reproach to the deed that is its ground: "criticised the army for shooting"."""
TIMES = frozenset({"after", "before", "during", "following", "since", "until"})


def on_clause(word: Token) -> Effect | None:
    """What the word says of a clause below it; ``None`` if it says nothing."""
    return _with_particle(word) or predicates().of(syntax.lemma(word)).clause or predicates().of(word.lower_).clause


def on_finite_clause(word: Token) -> Effect | None:
    """As on any clause, but "told them that it is so" asks for nothing, unlike "told them to go"."""
    return "reports" if has_trait(word, "told") else on_clause(word)


def before_clause(word: Token, preposition: str) -> Effect | None:
    """What the word says of a clause below its preposition: "capable of attacking", "kept them from leaving"."""
    if preposition in GROUNDS and has_trait(word, "reproaching"):
        return "alleges"
    return in_phrase(word, preposition) or (None if preposition in TIMES else on_clause(word))


def in_phrase(word: Token, preposition: str) -> Effect | None:
    """What the word says together with its preposition: "depends on", "spared from"."""
    return predicates().of(f"{syntax.lemma(word)} {preposition}").phrase


def on_noun(word: Token) -> Effect | None:
    """What the word says of an event noun that is its subject, object or head."""
    return _with_particle(word) or predicates().of(syntax.lemma(word)).noun or predicates().of(word.lower_).noun


def with_preposition(word: Token, preposition: str) -> Effect | None:
    """What the word says of an event noun below its preposition: "called for talks", "the threat of war".

    "12 dead in a crash" calls off no crash.
    """
    listed = in_phrase(word, preposition)
    if listed is not None or word.pos_ not in ("NOUN", "ADJ") or preposition in TIMES:
        return listed
    found = predicates().of(syntax.lemma(word)).noun or predicates().of(syntax.lemma(word)).clause
    return None if found == "cancels" and word.pos_ == "ADJ" else found


def with_its_preposition(verb: Token) -> Effect | None:
    """What a verb with its preposition says of its subject: "the visit is set for May", not "it ended in clashes"."""
    phrases = (f"{syntax.lemma(verb)} {child.lower_}" for child in verb.children if child.dep_ == "prep")
    found = (predicates().of(phrase).phrase for phrase in phrases)
    return next((effect for effect in found if effect not in (None, "entails")), None)


def with_phrase(verb: Token) -> Effect | None:
    """What a predicate in phrases says of an event: "is on hold", "threw it into doubt", "is off"."""
    return next((effect for child in verb.children if (effect := _as_predicate(child))), None)


def _as_predicate(phrase: Token) -> Effect | None:
    noun = next((child for child in phrase.children if child.dep_ == "pobj"), None)
    wording = phrase.lower_ if noun is None else f"{phrase.lower_} {syntax.lemma(noun)}"
    return predicates().of(wording).predicative


def is_speech_act(noun: Token) -> bool:
    """A noun for words that were said, whatever became of them: a rejected offer was made."""
    return predicates().of(syntax.lemma(noun)).clause is not None or has_trait(noun, "speech_act")


def is_reported(verb: Token) -> bool:
    """ "is said to have left": a passive of saying."""
    return verb.tag_ == "VBN" and has_trait(verb, "reported")


def _with_particle(word: Token) -> Effect | None:
    particle = next((child.lower_ for child in word.children if child.dep in PARTICLE), None)
    return predicates().of(f"{syntax.lemma(word)} {particle}").phrase if particle else None

"""Whom the subject of what is said stands for: "Russia said it would withdraw"."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.components.grammar import labels, syntax
from pipeline.components.plover.lexicon import event_lexicon
from pipeline.lexicons.function_words import FIRST_PERSON


def speaker_for(subject: Token) -> list[Token]:
    """ "Russia said it would withdraw", "said its troops": the subject of what is said stands for the speaker."""
    pronoun = subject if subject.pos_ == "PRON" else next((c for c in subject.children if c.tag_ == "PRP$"), None)
    if pronoun is None or subject.dep_ not in labels.SUBJECTS:
        return []
    clause = subject.head
    while clause.dep_ in ("conj", "xcomp", "advcl") and clause.head.i != clause.i:
        clause = clause.head
    if clause.dep_ != "ccomp":
        return []
    own = pronoun.lower_ in FIRST_PERSON
    said = (speaker for speaker in syntax.agents(clause.head) if agrees(pronoun, speaker))
    return [speaker for speaker in said if own or speaker.i < subject.i]


def agrees(pronoun: Token, noun: Token) -> bool:
    """Number alone: a body is "it" or "they", a plural is "they", a person "he", "she" or "they"."""
    if pronoun.lower_ in FIRST_PERSON:
        return True
    plural = "Number=Plur" in noun.morph
    if pronoun.lower_ in ("it", "its"):
        return not plural and noun.ent_type_ != "PERSON"
    if pronoun.lower_ in ("he", "she", "his", "her"):
        body = noun.ent_type_ in ("GPE", "ORG", "NORP") or noun.lemma_.lower() in event_lexicon().bodies
        return not plural and not body
    return pronoun.lower_ in ("they", "their")

"""Whom syntax alone says that a pronoun means: the subject that a fronted phrase or a reported clause leans on, the
object of an attack; each function returns the noun, or None."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from pipeline.components.grammar import cues, labels, motion_words, syntax, vocabulary
from pipeline.components.grammar.traits import has_trait
from pipeline.domain import EventType
from pipeline.lexicons.predicates import event_words

REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})
TEMPORAL = frozenset({"when", "while"})
ATTENDING = frozenset({"attending", "signing"})
DESCRIBING = frozenset({"acl", "amod"})
FRONTED = frozenset({"advcl", "prep"})
HARM: frozenset[EventType] = frozenset({"ASSAULT", "COERCE"})
SUBORDINATE = frozenset({"advcl", "ccomp"})
UNDERGONE: dict[str, frozenset[EventType]] = {
    "at": HARM, "in": HARM, "inside": HARM, "near": HARM, "outside": HARM,
    "for": frozenset({"ACCUSE", "COERCE", "JUSTICE", "SANCTION", "SUPPORT"}),
}  # fmt: skip
"""By preposition, the events to whose object something behind it belongs."""


def reflexive(token: Token) -> Token | None:
    """The subject of the verb that "himself" is an object of, or of the one it is coordinated with."""
    verb = syntax.governing_verb(token) if token.lower_ in REFLEXIVE else None
    subjects = syntax.subjects(verb) if verb is not None else []
    return next((subject for subject in subjects if subject.i < token.i), None)


def main_subject(token: Token) -> Token | None:
    """The subject after a fronted clause or prepositional phrase that a token is in."""
    while token.head.i != token.i:
        above = token.head
        if token.dep_ in FRONTED and above.pos_ in labels.VERBAL and token.i < above.i:
            return next((child for child in above.lefts if child.dep_ == "nsubj" and child.i > token.i), None)
        if above.i > token.i and token.dep_ == "nsubj":
            return None
        token = above
    return None


def sayer(token: Token) -> Token | None:
    """The subject of the verb of speech that reports the clause whose subject, or owner of the subject, a token is."""
    noun = token.head if token.dep_ == "poss" else token
    clause_verb = noun.head
    if noun.dep_ not in labels.SUBJECTS or clause_verb.dep_ != "ccomp" or not cues.is_speech(clause_verb.head):
        return None
    found = (child for child in clause_verb.head.lefts if child.dep_ == "nsubj" and child.i < token.i)
    return next(map(syntax.antecedent, found), None)


def modified_noun(token: Token) -> Token | None:
    """The noun that a phrase after it describes by what it owns: "Kos, famous for his songs", "a man accused of killing
    his wife"."""
    if token.dep_ != "poss":
        return None
    for above in token.ancestors:
        if above.dep_ in DESCRIBING and above.head.i < above.i:
            return None if any(child.dep_ in labels.SUBJECTS for child in above.lefts) else above.head
        if above.pos_ in labels.VERBAL and above.dep_ not in ("acl", "pcomp"):
            return None
    return None


def undergoer(token: Token) -> Token | None:
    """The object of a verb of attack or arrest at whose own place it was done, or of blame and praise for their own
    deed: "shot Kos outside his home", "praised Kos for his speech"."""
    prep = token.head.head
    types = UNDERGONE.get(prep.lower_) if token.dep_ == "poss" and prep.dep_ == "prep" else None
    families = event_words().families.get(syntax.lemma(prep.head), ()) if types else ()
    if not any(entry.family is not None and entry.family.type in types for entry in families if types):
        return None
    return next((child for child in prep.head.rights if child.dep_ == "dobj" and child.i < token.i), None)


def owner_elsewhere(token: Token) -> Token | None:
    """The subject of the main clause whose own something is that another approves or seizes: "Oriel said the agency had
    approved its drug", "Oriel shares rose after Peru approved its drug"."""
    verb = syntax.governing_verb(token.head) if token.dep_ == "poss" and token.head.dep_ == "dobj" else None
    if verb is None or verb.dep_ not in SUBORDINATE or not has_trait(verb, "others_own"):
        return None
    subject = next((child for child in verb.head.lefts if child.dep_ in labels.SUBJECTS), None)
    if subject is None or subject.lemma_.lower() not in vocabulary.references().securities:
        return subject
    return next((child for child in subject.lefts if child.dep_ in ("compound", "poss")), None)


def own_subject(token: Token) -> Token | None:
    """The subject of the verb that what a pronoun owns is an object of: "the guests expressed their support"."""
    verb = syntax.governing_verb(token.head) if token.dep_ == "poss" else None
    if verb is None or token.i < verb.i:
        return None
    return next((subject for subject in syntax.subjects(verb) if subject.i < verb.i), None)


def attender(token: Token) -> Token | None:
    """The subject of the meeting, speech or signing at which a clause of time is: "Silva met Kos when he visited"."""
    verb, above = token.head, token.head.head
    is_temporal = verb.dep_ == "advcl" and any(child.lower_ in TEMPORAL for child in verb.lefts)
    if token.dep_ != "nsubj" or not is_temporal or above.i > verb.i:
        return None
    if ATTENDING.isdisjoint(motion_words.kinds(above)):
        return None
    return next((child for child in above.lefts if child.dep_ == "nsubj"), None)


RULES: tuple[Callable[[Token], Token | None], ...] = (
    reflexive,
    main_subject,
    sayer,
    modified_noun,
    undergoer,
    owner_elsewhere,
    own_subject,
    attender,
)
"""From the surest to the least sure."""

"""Whether a clause is negated: by "not", by who or what, by a phrase ("at no point"), by "nor"; "not only" is none."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.components.grammar import syntax
from pipeline.components.grammar.factuality.modality import modality_words
from pipeline.components.grammar.traits import has_trait

ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "attr"})
MODIFYING = frozenset({"advmod", "preconj"})
DETERMINING = frozenset({"cc", "det", "preconj"})


def is_negated(verb: Token) -> bool:
    """Whether the clause of a verb says that it is not so."""
    fronted = (child for helper in syntax.auxiliaries(verb) for child in helper.lefts)
    if any(map(_negates, verb.children)) or any(map(_is_never, fronted)) or _follows_nor(verb) or _is_of_none(verb):
        return True
    for noun in verb.children:
        if noun.dep_ in ARGUMENTS and names_nothing(noun):
            return noun.dep_ != "dobj" or not has_trait(verb, "stative")
    return False


def _is_of_none(verb: Token) -> bool:
    """ "There were no roads | closed"."""
    return verb.dep_ == "acl" and verb.head.dep_ == "attr" and has_no(verb.head)


def _negates(child: Token) -> bool:
    if child.lower_ == "longer":
        return any(word.lower_ == "no" for word in child.lefts)
    if child.dep_ == "neg" or (child.dep_ in MODIFYING and child.lower_ in modality_words().negators):
        return not _is_focus(child)
    if child.dep_ == "advmod" and child.lower_ in modality_words().ever:
        return any(word.dep_ == "neg" for word in child.children)
    return (child.dep_ == "cc" and child.lower_ == "nor" and child.i < child.head.i) or _is_never(child)


def _is_focus(negator: Token) -> bool:
    """ "not | only shelled it but ...", "could not | but yield": what is said of it is more, not less."""
    following = negator.nbor().lower_ if negator.i + 1 < len(negator.doc) else ""
    return following in modality_words().focus or _leaves_only(negator)


def is_compelled(verb: Token) -> bool:
    """ "could not but | yield": the verb that alone was left."""
    return any(child.dep_ == "neg" and _leaves_only(child) for child in verb.children)


def _leaves_only(negator: Token) -> bool:
    return negator.i + 1 < len(negator.doc) and negator.nbor().lower_ == "but" and negator.head.tag_ == "VB"


def _is_never(preposition: Token) -> bool:
    """ "at no point", "under no circumstances", "in no way", "by no means"."""
    if preposition.dep_ != "prep":
        return False
    nouns = (child for child in preposition.children if child.dep_ == "pobj" and has_no(child))
    return any(f"{preposition.lower_} {noun.lemma_.lower()}" in modality_words().never_phrases for noun in nouns)


def _follows_nor(verb: Token) -> bool:
    """ "He did not call, | nor did he write"; "neither called nor | wrote"."""
    links = verb.head.children if verb.dep_ == "conj" else ()
    return any(child.dep_ == "cc" and child.lower_ == "nor" and verb.head.i < child.i < verb.i for child in links)


def names_nothing(noun: Token) -> bool:
    """ "nobody", "no ship", "neither Oman nor Chad", "not a single ship"."""
    return noun.lower_ in modality_words().nobody or has_no(noun) or _is_not_one(noun)


def has_no(noun: Token) -> bool:
    return any(child.dep_ in DETERMINING and child.lower_ in ("no", "neither") for child in noun.children)


def _is_not_one(noun: Token) -> bool:
    left = noun.left_edge
    return left.dep_ == "neg" and left.i + 1 < noun.i + 1 and left.nbor().lower_ in modality_words().single

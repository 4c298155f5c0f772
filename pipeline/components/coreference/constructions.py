"""Grammar that says that two phrases name one thing: apposition, "X is the Y", parentheses."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Doc, Token

from pipeline.components.coreference.candidates import Candidate

COPULAS = frozenset({"be", "become", "remain"})
MODALS = frozenset({"may", "might", "could", "would", "should", "can", "must"})
PEOPLE = frozenset({"person", "group", None})


def join(doc: Doc, at: Mapping[int, Candidate]) -> None:
    """Join what apposition and copula equate; ``at`` gives candidates by the index of their head."""
    for token in doc:
        if token.dep_ == "appos":
            join_apposition(at.get(token.head.i), at.get(token.i))
        elif token.dep_ == "attr" and asserts(token.head):
            subject = next((child for child in token.head.lefts if child.dep_ == "nsubj"), None)
            if subject is not None:
                join_description(at.get(subject.i), at.get(token.i))


def asserts(copula: Token) -> bool:
    """Whether a copula says that something is so."""
    return copula.lemma_ in COPULAS and not any(
        child.dep_ == "neg"
        or (child.dep_ == "aux" and child.lower_ in MODALS)
        or (child.dep_ == "mark" and child.lower_ == "if")
        for child in copula.children
    )


def join_apposition(one: Candidate | None, other: Candidate | None) -> None:
    if one is None or other is None or one.form == "name" == other.form or "pronoun" in (one.form, other.form):
        return
    join_description(one, other)


def join_description(one: Candidate | None, other: Candidate | None) -> None:
    """Join a phrase and its description if nothing tells them apart."""
    if one is None or other is None or other.form == "pronoun" or one.form == "pronoun":
        return
    if describes(one, other) and one.cluster.agrees(other.cluster):
        one.cluster.absorb(other.cluster)


def describes(one: Candidate, other: Candidate) -> bool:
    if one.form == "name" == other.form:
        return False
    kinds = {one.cluster.kind, other.cluster.kind}
    return len(kinds) == 1 and None not in kinds

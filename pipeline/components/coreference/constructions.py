"""Grammar that says that two phrases name one thing: apposition, "X is the Y"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from spacy.tokens import Doc, Token

from pipeline.components.coreference.candidates import Candidate

COPULAS = frozenset({"be", "become", "remain"})
MODALS = frozenset({"may", "might", "could", "would", "should", "can", "must"})


def join(doc: Doc, candidates: Sequence[Candidate], at: Mapping[int, Candidate]) -> None:
    """Join what apposition and copula equate; ``at`` gives candidates by the index of their head."""
    for token in doc:
        if token.dep_ == "appos":
            join_description(at.get(token.head.i), at.get(token.i))
        elif token.dep_ == "attr" and asserts(token.head):
            subject = next((child for child in token.head.lefts if child.dep_ == "nsubj"), None)
            if subject is not None:
                join_description(at.get(subject.i), at.get(token.i))
    join_adjacent(doc, candidates)
    join_acronyms(doc, candidates)


def asserts(copula: Token) -> bool:
    """Whether a copula says that something is so."""
    return copula.lemma_ in COPULAS and not any(
        child.dep_ == "neg"
        or (child.dep_ == "aux" and child.lower_ in MODALS)
        or (child.dep_ == "mark" and child.lower_ == "if")
        for child in copula.children
    )


def join_description(one: Candidate | None, other: Candidate | None) -> None:
    """Join a phrase and its description if both are of one known kind and nothing tells them apart."""
    if one is None or other is None or "pronoun" in (one.form, other.form) or one.form == "name" == other.form:
        return
    if one.cluster.kind is not None and one.cluster.kind == other.cluster.kind and one.cluster.agrees(other.cluster):
        one.cluster.absorb(other.cluster)


def join_adjacent(doc: Doc, candidates: Sequence[Candidate]) -> None:
    """Join an office and a name that a comma parts, however it was parsed: "the prime minister, Ana Lopes"."""
    starting = {one.first: one for one in candidates if one.cluster.kind == "person" and one.form != "pronoun"}
    for one in starting.values():
        other = starting.get(one.last + 1)
        if other is None or doc[one.last].text != "," or one.form == other.form or goes_on(doc, other):
            continue
        phrase = one if one.form == "nominal" else other
        if phrase.determiner != "quantified" and len(phrase.cluster.names()) == 0:
            join_description(one, other)


def join_acronyms(doc: Doc, candidates: Sequence[Candidate]) -> None:
    """Join a name to what is put in parentheses after it, if one of the two is an acronym: "Lakes Authority (LKA)"."""
    names = {
        one.first: one
        for one in reversed(candidates)
        if one.form == "name" and one.cluster.kind not in ("person", "country")
    }
    for one in names.values():
        other = names.get(one.last + 1)
        if other is None or doc[one.last].text != "(" or doc[other.last : other.last + 1].text != ")":
            continue
        if is_acronym(one) != is_acronym(other):
            one.cluster.absorb(other.cluster)


def is_acronym(name: Candidate) -> bool:
    return name.last == name.first + 1 and len(name.head) > 1 and name.head.is_upper


def goes_on(doc: Doc, last: Candidate) -> bool:
    """Whether what looks like an apposition may be the middle of a list: "the mayor, Ana Lopes and the coach"."""
    following = doc[last.last : last.last + 2]
    return any(token.lower_ in ("and", "or", "&") for token in following)

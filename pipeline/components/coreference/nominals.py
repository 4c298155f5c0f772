"""Noun phrases and pronouns that may name an entity: "the North Korean leader", "two Russian citizens", "its"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from pipeline.components import syntax
from pipeline.components.coreference import vocabulary
from pipeline.components.coreference.candidates import Candidate, Determiner, Gender, Number
from pipeline.components.coreference.roles import noun_role

HEADS = frozenset({"NOUN", "PROPN"})
INSIDE = frozenset({"compound", "amod", "nmod", "npadvmod"})
DETERMINERS: dict[str, Determiner] = {
    "the": "definite", "both": "definite", "a": "indefinite", "an": "indefinite", "another": "indefinite",
    "this": "demonstrative", "that": "demonstrative", "these": "demonstrative", "those": "demonstrative",
    "any": "quantified", "each": "quantified", "every": "quantified", "no": "quantified", "some": "quantified",
    "many": "quantified", "several": "quantified", "few": "quantified", "most": "quantified", "all": "quantified",
    "other": "quantified", "more": "quantified", "neither": "quantified", "either": "quantified",
}  # fmt: skip
PRONOUNS: dict[str, tuple[Number | None, Gender | None]] = {
    "he": ("one", "male"), "him": ("one", "male"), "his": ("one", "male"), "himself": ("one", "male"),
    "she": ("one", "female"), "her": ("one", "female"), "hers": ("one", "female"), "herself": ("one", "female"),
    "it": ("one", None), "its": ("one", None), "itself": ("one", None),
    "they": ("many", None), "them": ("many", None), "their": ("many", None), "theirs": ("many", None),
    "themselves": ("many", None), "i": ("one", None), "me": ("one", None), "my": ("one", None),
    "mine": ("one", None), "myself": ("one", None), "we": ("many", None), "us": ("many", None),
    "our": ("many", None), "ours": ("many", None), "ourselves": ("many", None),
}  # fmt: skip


def find(doc: Doc, names: Iterable[Candidate]) -> list[Candidate]:
    """Nominal and pronoun candidates in order; what is part of a name, or only qualifies a noun, is none."""
    named = {i for name in names for i in range(name.first, name.last)}
    return [made for token in doc if token.i not in named for made in at(token)]


def at(token: Token) -> Iterator[Candidate]:
    if token.lower_ in PRONOUNS and token.tag_ in ("PRP", "PRP$"):
        number, gender = PRONOUNS[token.lower_]
        yield Candidate(
            token.i, token.i + 1, token, "pronoun", None, (token.lower_,), number, gender, sentence=token.sent.start
        )
    elif token.pos_ in HEADS and token.dep_ not in INSIDE:
        yield nominal(token)


def nominal(head: Token) -> Candidate:
    lemma = head.lemma_.lower()
    kind = vocabulary.kinds().get(lemma)
    span = syntax.phrase(head)
    last = span.end
    while last > head.i + 1 and (head.doc[last - 1].tag_ == "POS" or head.doc[last - 1].is_punct):
        last -= 1
    return Candidate(
        span.start,
        last,
        head,
        "nominal",
        kind,
        tuple(token.lower_ for token in head.doc[span.start : last] if token.pos_ != "DET"),
        number(head, kind),
        vocabulary.noun_gender(lemma) if kind == "person" else None,
        determiner=determiner(head),
        role=noun_role(head),
        sentence=head.sent.start,
    )


def number(head: Token, kind: str | None) -> Number | None:
    if kind == "group":
        return None
    return "many" if head.tag_ in ("NNS", "NNPS") else "one"


def determiner(head: Token) -> Determiner:
    """How a noun phrase points: "the" back to something known, "a" at something new."""
    for child in head.lefts:
        if child.dep_ == "poss":
            return "possessive"
        if child.dep_ in ("det", "predet", "amod") and child.lower_ in DETERMINERS:
            return DETERMINERS[child.lower_]
        if child.dep_ == "nummod":
            return "indefinite"
    return "definite" if head.tag_ == "NNP" else "none"

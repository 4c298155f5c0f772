"""Names of sports clubs that hold those of towns: "Real Oviedo", "Dynamo Kyiv"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from pipeline.components.grammar import vocabulary


def club_names(doc: Doc) -> Iterator[Span]:
    """A club's word with the one name behind it, which the model or the gazetteer may take for the town itself."""
    for token in doc[: len(doc) - 1]:
        if is_club(token):
            yield doc[token.i : token.i + 2]


def is_club(word: Token) -> bool:
    """Whether a club's word stands before a name of one word."""
    listed = word.text in vocabulary.references().clubs and word.i + 1 < len(word.doc)
    return listed and is_town(word.nbor())


def is_town(word: Token) -> bool:
    """Whether a name of one word follows: not "Real Estate", nor the names of a street or a firm."""
    following = word.nbor() if word.i + 1 < len(word.doc) else None
    ends = following is None or following.pos_ != "PROPN"
    common = word.lower_ in vocabulary.kinds() or word.lower_ in vocabulary.references().company_words
    is_name = word.pos_ == "PROPN" and word.text.istitle()
    return is_name and ends and not common

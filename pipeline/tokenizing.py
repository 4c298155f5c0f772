"""Tokens of a text in time that grows with its length, whatever stands in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.components.grammar import vocabulary

UNBROKEN = re.compile(r"\S{120,}")
PIECE = 40
"""Characters of a piece; spaCy's tokenizer takes time by the square of an unbroken run of marks."""
MEANT = re.compile(r"[^\W_]")
"""A letter or figure; a piece of marks alone is one token, as nobody reads each of them."""


class BoundedTokenizer:
    """A tokenizer that takes what no space divides for very long in pieces; other text it leaves to spaCy's own.

    Ranks keep their full stops, which end no sentence: "Sgt. Okoro", "Capt. Lee".
    """

    def __init__(self, nlp: Language) -> None:
        inner: Any = nlp.tokenizer
        for rank in sorted(vocabulary.shortened_ranks() - inner.rules.keys()):
            inner.add_special_case(rank, [{"ORTH": rank}])
        self.inner: Callable[[str], Doc] = inner
        self.vocab = nlp.vocab

    def __call__(self, text: str) -> Doc:
        if UNBROKEN.search(text) is None:
            return self.inner(text)
        words: list[str] = []
        spaces: list[bool] = []
        for piece in pieces(text):
            if len(piece) == PIECE and not MEANT.search(piece):
                words.append(piece)
                spaces.append(False)
            else:
                found = self.inner(piece)
                words += [token.text for token in found]
                spaces += [bool(token.whitespace_) for token in found]
        return Doc(self.vocab, words, spaces)


def pieces(text: str) -> Iterator[str]:
    """The text cut inside and around its unbroken stretches; joined, the pieces are the text again."""
    end = 0
    for match in UNBROKEN.finditer(text):
        if match.start() > end:
            yield text[end : match.start()]
        yield from (text[start : min(start + PIECE, match.end())] for start in range(*match.span(), PIECE))
        end = match.end()
    if end < len(text):
        yield text[end:]

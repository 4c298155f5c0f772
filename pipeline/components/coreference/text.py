"""A parsed text with its tokens and words at hand: spaCy makes a token anew at each access."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from pipeline.components.texts import text_of


@dataclass(frozen=True, slots=True)
class Text:
    """Tokens and their words by index; ``sentences`` numbers the sentences by the tokens in them."""

    doc: Doc
    raw: str
    fingerprint: bytes
    tokens: tuple[Token, ...]
    words: tuple[str, ...]
    sentences: tuple[int, ...]

    @classmethod
    def of(cls, doc: Doc) -> Text:
        raw = text_of(doc)
        tokens = tuple(doc)
        number = -1
        sentences = []
        for token in tokens:
            number += bool(token.is_sent_start) or number < 0
            sentences.append(number)
        fingerprint = hashlib.sha256(raw.encode("utf-8", "surrogatepass")).digest()
        return cls(doc, raw, fingerprint, tokens, tuple(token.text for token in tokens), tuple(sentences))

    def substring(self, first: int, last: int) -> str:
        """The text from one token to another (exclusive), as it stands."""
        end = self.tokens[last - 1]
        return self.raw[self.tokens[first].idx : end.idx + len(end)]

    def has_words_at(self, first: int, words: tuple[str, ...]) -> bool:
        """Whether the words stand from a token on."""
        return self.words[first : first + len(words)] == words

    def digest(self, of: str) -> str:
        """A name for something in this text that is the same at each run: 16 hexadecimal digits."""
        return hashlib.sha256(self.fingerprint + of.encode()).hexdigest()[:16]

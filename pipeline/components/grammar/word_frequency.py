"""How frequent a word is, written as it is: the model's vectors stand in the order of frequency."""

from __future__ import annotations

from spacy.vocab import Vocab

RARE = 1_000_000


def rank(word: str, vocab: Vocab) -> int:
    """Place of a word by frequency, ``RARE`` for one that the model has no vector of."""
    row: int = vocab.vectors.key2row.get(vocab.strings[word], RARE) if word in vocab.strings else RARE
    return row


def is_usually_small(word: str, vocab: Vocab) -> bool:
    """Whether a capitalised word is written small more often: "Agreement", but not "Walton"."""
    return rank(word.lower(), vocab) < rank(word, vocab)

"""Texts to Docs in bounded memory: what the model holds for a token is dropped before it takes the next tokens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.components import BEFORE_PARSER, STAGES
from pipeline.components.paragraphs import STOPS

PIECE = 5_000
"""Tokens of one text that the model takes at once; it holds about 22 kB for each."""
TOGETHER = 10_000
"""Tokens of several texts, whose vectors are found text by text, so that it holds less for each."""


def parsed(nlp: Language, texts: Iterable[str]) -> Iterator[Doc]:
    """The texts through the whole pipeline, in order; short ones together, long ones in pieces of ``PIECE`` tokens."""
    for batch in batches(nlp, texts):
        yield from nlp.pipe(batch) if len(batch[0]) <= PIECE else [in_pieces(nlp, batch[0])]


def batches(nlp: Language, texts: Iterable[str]) -> Iterator[list[Doc]]:
    """Tokens of as many texts as may be read together; one longer than a piece stands alone."""
    batch: list[Doc] = []
    for text in texts:
        doc = nlp.make_doc(text)
        if batch and not are_short([*batch, doc]):
            yield batch
            batch = []
        batch.append(doc)
    if batch:
        yield batch


def are_short(batch: list[Doc]) -> bool:
    """Whether the model may take all at once: no text is longer than a piece, nor all than ``TOGETHER``."""
    lengths = [len(doc) for doc in batch]
    return max(lengths) <= PIECE and sum(lengths) <= TOGETHER


def in_pieces(nlp: Language, doc: Doc) -> Doc:
    """A long text: its paragraphs are known from the whole of it, its sentences from pieces, all else from the whole.

    A piece ends where a paragraph does, if it can, so that no sentence is cut; the model sees a few words across it.
    """
    doc = nlp.get_pipe(BEFORE_PARSER)(doc)
    ends = pairwise(cuts(doc))
    with nlp.select_pipes(disable=[BEFORE_PARSER, *STAGES]):
        pieces = [nlp(doc[start:end].as_doc()) for start, end in ends]
    with nlp.select_pipes(enable=STAGES):
        return nlp(Doc.from_docs(pieces, ensure_whitespace=False))


def cuts(doc: Doc) -> list[int]:
    """Where pieces begin and end: at the last start of a paragraph, else behind the last stop, else anywhere."""
    found = [0]
    while len(doc) - (start := found[-1]) > PIECE:
        ends = range(start + PIECE, start, -1)
        paragraph = next((end for end in ends if doc[end].is_sent_start), None)
        found.append(paragraph or next((end for end in ends if doc[end - 1].text in STOPS), start + PIECE))
    return [*found, len(doc)]

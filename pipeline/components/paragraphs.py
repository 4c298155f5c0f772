"""Sentence boundaries at line breaks and datelines: no headline and no "ROME (AP) -" is parsed into what follows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Token

from pipeline.components.grammar import vocabulary
from pipeline.components.grammar.datelines import datelines
from pipeline.components.grammar.side_text import side_texts
from pipeline.components.texts import text_of

NAME = "dateline_paragraphs"
LONGEST = 200
STARTS = {True: 1, None: 0, False: -1}
STOPS = frozenset({".", "!", "?"})
CLOSING_QUOTES = frozenset({'"', "”", "'", "’", "''"})
WRAPPED_WIDTH = range(50, 101)
NARROWEST = 25
FEWEST_WRAPS = 3
USUAL = 0.7
LEAST = 0.6
INSIDE = 1 / 3
ENDS_A_SENTENCE = re.compile(r"[.!?:;][\"'”’)\]]*\s*$")


@Language.component(NAME, assigns=["token.is_sent_start"])
def paragraphs(doc: Doc) -> Doc:
    """Start a sentence after each line break that ends a paragraph, and after a dateline; runs before the parser.

    A list or table without any stop is cut every ``LONGEST`` tokens, which bounds the depth of every parse.
    """
    starts = np.zeros((len(doc), 1), dtype=np.int64)
    starts[:, 0] = [STARTS[start] for start in sentence_starts(doc)]
    values: Any = starts.view(np.uint64)
    return doc.from_array(["SENT_START"], values)


def sentence_starts(doc: Doc) -> Iterator[bool | None]:
    """For each token whether a sentence starts there; None leaves it to the parser.

    That of a dateline, and the one behind it, go on to their stop: the model would break "ROME - Zanetti | SpA said".
    """
    began = 0
    filed = False
    wrapped = hard_wrapped(text_of(doc))
    begun = set(starts_beside(text_of(doc)))
    yield from [None] * min(1, len(doc))
    for gap, token in pairwise(doc):
        start: bool | None = None
        new_line = gap.is_space and "\n" in gap.text
        if token.idx in begun or (new_line and ends_paragraph(gap.text, token.text, wrapped=wrapped)):
            start = True
        elif closes_quotation(token, gap) or leads_to_name(gap, token):
            start = False
        elif token.i - began >= LONGEST:
            start = True
        elif filed and not (new_line or gap.text in STOPS):
            start = False
        filed = start is not None and (filed or token.idx in begun)
        began = token.i if start or gap.text in STOPS else began
        yield start


def starts_beside(text: str) -> Iterator[int]:
    """Where a sentence starts within a paragraph: a dateline, and what follows one or a by-line.

    "By Ana Lopes Staff Writer The mayor ..."; "Boys found. LIMA, Ohio - The mayor ...".
    """
    yield from (offset for dateline in datelines(text) for offset in dateline)
    for _, end, kind in side_texts(text):
        if kind == "by-line":
            yield end + len(text[end:]) - len(text[end:].lstrip())


def closes_quotation(token: Token, before: Token) -> bool:
    """Whether a quotation mark stands right behind the word or stop before it: it belongs to that sentence."""
    return token.text in CLOSING_QUOTES and not before.whitespace_ and not before.is_space


def leads_to_name(before: Token, token: Token) -> bool:
    """Whether a rank stands before a name: "Det. | Sgt. | Ada Okoro" ends no sentence."""
    return before.text in vocabulary.shortened_ranks() and token.text[:1].isupper()


def ends_paragraph(gap: str, following: str, *, wrapped: bool) -> bool:
    """A blank line always does; a single line break does unless the line just runs on."""
    return gap.count("\n") > 1 or not (wrapped or following[:1].islower())


def hard_wrapped(text: str) -> bool:
    """Whether lines were broken at a width: those that stop mid-sentence are of about one length, and many of them
    stop where no sentence can, or go on with a small letter."""
    broken = [pair for paragraph in text.split("\n\n") for pair in pairwise(paragraph.split("\n"))]
    unfinished = [(line, rest) for line, rest in broken if not ENDS_A_SENTENCE.search(line)]
    if len(unfinished) < FEWEST_WRAPS:
        return False
    if sum(len(line) in WRAPPED_WIDTH for line, _ in unfinished) > USUAL * len(broken):
        return True
    width = max(len(line) for line, _ in unfinished)
    inside = sum(rest[:1].islower() or is_mid_sentence(line) for line, rest in unfinished)
    full = sum(len(line) > LEAST * width for line, _ in unfinished)
    return width >= NARROWEST and full == len(unfinished) and inside >= INSIDE * len(unfinished)


def is_mid_sentence(line: str) -> bool:
    """Whether no sentence can stop where a line stops: "He arrived in the"."""
    words = line.split()
    return bool(words) and (words[-1].endswith(",") or words[-1] in vocabulary.small_words())

"""What is typed into the search box, as terms: the one language of search. Pure.

``bridge`` is a word, of the text or of a name; ``bomb*`` one that begins so; ``"air strike"`` these words of the text,
side by side; ``person:ana-costa`` an entity by its key. A sentence must hold all of them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

from pipeline.domain import EntityKind

LONGEST = 200
PART = re.compile(r'"([^"]*)(?:"|$)|([^\s"]+)')
UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"
)
"""Letters of scripts that put no blanks between words (Thai to Khmer, kana, Han): each is a word by itself."""
WORD = re.compile(rf"[{UNSPACED}]|(?:(?![{UNSPACED}])[^\W_])+")
KEY = re.compile(rf"(?:{'|'.join(get_args(EntityKind))}):\S+")


@dataclass(frozen=True, slots=True)
class Term:
    """Words that stand side by side. ``begins``: the last may go on; ``exact``: in the text, not in a name."""

    words: tuple[str, ...]
    begins: bool = False
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Terms:
    """All that a sentence must hold."""

    terms: tuple[Term, ...] = ()
    keys: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.terms or self.keys)


def parsed(typed: str) -> Terms:
    """Whatever is typed has a meaning: signs that are no words are left out."""
    found = list(_parts(typed[:LONGEST]))
    return Terms(
        tuple(part for part in found if isinstance(part, Term)), tuple(part for part in found if isinstance(part, str))
    )


def _parts(typed: str) -> Iterator[Term | str]:
    for part in PART.finditer(typed):
        quoted, bare = part.groups()
        said = (bare if quoted is None else quoted).strip()
        words = tuple(words_of(said))
        if bare is not None and KEY.fullmatch(bare):
            yield bare
        elif words:
            yield Term(words, said.endswith("*"), quoted is not None)


def fragments(typed: str) -> tuple[str, ...]:
    """The folded stretches that a sentence must hold: phrases without quotation marks, words without star."""
    parts = (part.group(1) or part.group().removesuffix("*") or part.group() for part in PART.finditer(typed))
    return tuple(fold_case(part) for part in parts)


def words_of(text: str) -> list[str]:
    """The words of a text as searches compare them."""
    return WORD.findall(fold_case(text))


def fold_case(text: str) -> str:
    """Text as searches compare it: without case and accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))

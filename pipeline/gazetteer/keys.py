"""The form under which names are filed: what spelling, accents, stops and hyphens do not tell apart."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

LETTERS = str.maketrans(
    {"ø": "o", "đ": "d", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th", "ð": "d", "ə": "a"}
)
DROPPED = re.compile(r"[.'’‘`ʻʼ′ʹ“”\"]")
SEPARATORS = re.compile(r"[\s\-–—/,]+")
REMEMBERED = 8192
SHORT_FORMS = {"saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft"}


@lru_cache(maxsize=REMEMBERED)
def key(name: str) -> str:
    """File a name: "St. John’s", "Saint John's" and "SAINT JOHNS" are all "st johns"."""
    folded = name.casefold()
    if not folded.isascii():
        decomposed = unicodedata.normalize("NFKD", folded.translate(LETTERS))
        folded = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    words = SEPARATORS.sub(" ", DROPPED.sub("", folded)).split()
    return " ".join(SHORT_FORMS.get(word, word) for word in words)

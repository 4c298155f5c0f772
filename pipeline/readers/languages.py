"""Which language a text is written in, where that is beyond doubt."""

from __future__ import annotations

import re
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

ENGLISH = "en"
SHORTEST, LONGEST = 200, 3_000
"""Letters that tell a language, and how many are looked at."""
SURE = 0.99
FREQUENT = re.compile(r"\b(?:the|of|and|to|in|was|that)\b", re.IGNORECASE)
USUAL = 0.08
"""Share of these words from which a text is English without further looking."""


def language_of(text: str, stated: str | None = None) -> str:
    """The ISO 639-1 code; a text that is short or doubtful is English, unless it reads as what its file states."""
    start = text[:LONGEST]
    is_short = sum(map(str.isalpha, start)) < SHORTEST
    is_usual = len(FREQUENT.findall(start)) > USUAL * len(start.split())
    if stated in (None, ENGLISH) if is_short else is_usual:
        return ENGLISH
    code, probability = identifier().classify(start)
    return str(code) if code == stated or (probability > SURE and not is_short) else ENGLISH


@cache
def identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)

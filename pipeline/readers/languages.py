"""Which language a text is written in, where that is beyond doubt."""

from __future__ import annotations

import re
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

ENGLISH = "en"
SHORT, LONGEST = 200, 3_000
"""Letters that tell a language by themselves, and how many are looked at."""
FEWEST_WORDS = 5
"""Of a short text, without those that begin like a name."""
SURE, SURE_OF_SHORT = 0.99, 0.9
"""Least probabilities; of 12,000 short texts in English none was taken for another language."""
FREQUENT = re.compile(
    r"\b(?:after|and|be|but|by|for|from|has|have|her|his|in|it|its|not|of|on|said|she|that|the|they|to|was|were|who"
    r"|will|with)\b",
    re.IGNORECASE,
)
USUAL = 0.1
"""Share of these words from which a text is English without further looking."""
LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ]")


def language_of(text: str, stated: str | None = None) -> str:
    """The ISO 639-1 code; what is in Latin letters and doubtful is English, unless it reads as what its file states."""
    start = text[:LONGEST]
    letters, words = sum(map(str.isalpha, start)), start.split()
    is_latin = 2 * len(LATIN.findall(start)) >= letters
    if is_latin and len(FREQUENT.findall(start)) > USUAL * len(words):
        return ENGLISH
    is_short = letters < SHORT
    if is_latin and is_short and stated in (None, ENGLISH):
        start = " ".join(word for word in words if not word[0].isupper())
        if len(start.split()) < FEWEST_WORDS:
            return ENGLISH
    code, probability = identifier().classify(start)
    least = SURE_OF_SHORT if is_short else SURE
    return str(code) if code == stated or probability > least or not is_latin else ENGLISH


@cache
def identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)

"""Closed classes of English words, each by what grammar asks of it; kept in ``function_words.toml``."""

from __future__ import annotations

import msgspec

from pipeline.lexicons import load


class FunctionWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lists of ``function_words.toml``."""

    adverbial_nouns: frozenset[str]
    bounds: frozenset[str]
    distributive: frozenset[str]
    duty: frozenset[str]
    first_person: frozenset[str]
    future: frozenset[str]
    partitives: frozenset[str]
    possibility: frozenset[str]
    proportions: frozenset[str]
    ranking: frozenset[str]
    relative: frozenset[str]
    sequence: frozenset[str]
    third_person: frozenset[str]
    together: frozenset[str]


_WORDS = load("function_words", FunctionWords)

ADVERBIAL_NOUNS = _WORDS.adverbial_nouns
DISTRIBUTIVES = _WORDS.distributive
PARTITIVES = _WORDS.partitives
PROPORTIONS = _WORDS.proportions
RANKING = _WORDS.ranking
SEQUENCE_ADVERBS = _WORDS.sequence
TOGETHER = _WORDS.together
TIME_BOUNDS = _WORDS.bounds
DUTY_AUXILIARIES = _WORDS.duty
FIRST_PERSON = _WORDS.first_person
FUTURE_AUXILIARIES = _WORDS.future
POSSIBILITY_AUXILIARIES = _WORDS.possibility
RELATIVE_PRONOUNS = _WORDS.relative
THIRD_PERSON = _WORDS.third_person
MODAL_AUXILIARIES = DUTY_AUXILIARIES | FUTURE_AUXILIARIES | POSSIBILITY_AUXILIARIES

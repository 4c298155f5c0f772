"""The text as the model reads it, of the same length: without line wraps, invisible characters, headline capitals.

Offsets stay those of the text as it was given, and ``restored`` puts its own words back into what was read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import msgspec
from spacy.language import Language

from pipeline import truecasing
from pipeline.components.grammar.word_frequency import rank
from pipeline.components.paragraphs import hard_wrapped
from pipeline.domain import Reading
from pipeline.truecasing import truecased

WRAP = re.compile(r"(?<=\S)\n(?=\S)")
INVISIBLE = "\u00ad\u200b\u200c\u2060\ufeff"
WORD_WITH_INVISIBLE = re.compile(rf"(?<!\w)\w*[{INVISIBLE}][\w{INVISIBLE}]*")
STRIPPED = str.maketrans("", "", INVISIBLE)


@dataclass(frozen=True, slots=True)
class Normalized:
    """A text as it was given and as it is read; ``ends`` are the given ends of words that are read shorter."""

    given: str
    text: str
    ends: dict[int, int]


def normalize(given: str, nlp: Language) -> Normalized:
    text, ends = move_invisible(given)
    if hard_wrapped(text):
        text = WRAP.sub(" ", text)
    return Normalized(given, truecased(text, words_of(nlp)), ends)


def words_of(nlp: Language) -> truecasing.Language:
    """What a model knows of words: its vectors stand in the order of frequency, its lemmatizer lists verbs."""
    lemmatizer: Any = nlp.get_pipe("lemmatizer") if nlp.has_pipe("lemmatizer") else None
    lists = lemmatizer.lookups.get_table("lemma_index", {}) if lemmatizer is not None else {}
    verbs, adverbs = lists.get("verb", ()), lists.get("adv", ())
    return truecasing.Language(lambda word: rank(word, nlp.vocab), lambda word: word in verbs or word in adverbs)


def move_invisible(given: str) -> tuple[str, dict[int, int]]:
    """The text with the invisible characters of a word moved behind it, as spaces; the given end by the read end."""
    ends: dict[int, int] = {}

    def visible_first(word: re.Match[str]) -> str:
        shown = word.group().translate(STRIPPED)
        ends[word.start() + len(shown)] = word.end()
        return shown.ljust(len(word.group()))

    return WORD_WITH_INVISIBLE.sub(visible_first, given), ends


def restore_offsets(reading: Reading, read: Normalized) -> Reading:
    """The reading with offsets and words of the text as it was given."""
    if read.text == read.given:
        return reading
    return msgspec.convert(with_given_offsets(msgspec.to_builtins(reading), read), Reading)


def with_given_offsets(value: Any, read: Normalized) -> Any:
    """Plain values with every ``end``, and the ``text`` between ``start`` and ``end``, as it was given."""
    if isinstance(value, (list, tuple)):
        return [with_given_offsets(each, read) for each in value]
    if not isinstance(value, dict):
        return value
    made = {name: with_given_offsets(each, read) for name, each in value.items()}
    if "end" in made:
        made["end"] = read.ends.get(made["end"], made["end"])
        made["text"] = read.given[made["start"] : made["end"]]
    return made

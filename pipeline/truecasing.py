"""Truecasing: headlines in capitals or in title case written as the rest of a text is (after Lita et al. 2003)."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from pipeline.components.grammar import known_names, vocabulary
from pipeline.gazetteer import countries

LINE = re.compile(r"[^\n]+")
WORD = re.compile(r"[^\W\d_]+(?:\.[^\W\d_])*(?:['’][^\W\d_])?")
NAMES_SPEAKER = re.compile(r"\s*[-–—―]|.*:\s*$")
"""A signature ("— Minister Ana Silva") or the heading of a quotation ("Statement by Minister Ana Silva:")."""
INSIDE_SENTENCE = re.compile(r"[\w,;)] +$")
ENDINGS = (("ies", "y"), ("es", ""), ("s", ""), ("ied", "y"), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"))
FEWEST_CAPITALS = 3
FEWEST_TITLED = 4
SHORT = 4
NEARLY = 1.3
CONTEXT = 3


@dataclass(frozen=True, slots=True)
class Language:
    """What is known of a language's words: the place of each by frequency, as written; its verbs and adverbs."""

    rank: Callable[[str], int]
    is_verb: Callable[[str], bool]


def truecased(text: str, language: Language) -> str:
    """The text with its headlines recased, of the same length.

    A line is a headline in capitals if no word of it has a small letter, one in title case if only articles,
    prepositions and conjunctions have a small initial. A word is written as elsewhere in the text, within a sentence;
    else as it is most frequent. "KIM VISITS RUSSIA" is read as "Kim visits Russia".
    """
    lines = [line for line in LINE.finditer(text) if is_headline(line.group())]
    if not lines:
        return text
    usual = usual_forms(text, {line.start() for line in lines})
    parts, end = [], 0
    for line in lines:
        parts += [text[end : line.start()], recased(line.group(), usual, language)]
        end = line.end()
    return "".join([*parts, text[end:]])


def is_headline(line: str) -> bool:
    words = WORD.findall(line)
    if len(words) < FEWEST_CAPITALS or NAMES_SPEAKER.match(line):
        return False
    is_in_capitals = line.upper() == line and any(len(word) > SHORT for word in words)
    return is_in_capitals or is_in_title_case(words)


def is_in_title_case(words: Sequence[str]) -> bool:
    has_capitals = all(word[0].isupper() or word in vocabulary.small_words() for word in words)
    return has_capitals and len(words) >= FEWEST_TITLED


def usual_forms(text: str, headlines: set[int]) -> dict[str, str]:
    """How each word is written most often where no sentence starts, headlines aside."""
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for line in LINE.finditer(text):
        if line.start() not in headlines:
            for word in words_inside_sentences(line.group()):
                forms[word.lower()][word] += 1
    return {word: max(counts, key=lambda form: counts[form]) for word, counts in forms.items()}


def words_inside_sentences(line: str) -> Iterator[str]:
    for word in WORD.finditer(line):
        if INSIDE_SENTENCE.search(line, max(0, word.start() - CONTEXT), word.start()):
            yield word.group()


def recased(line: str, usual: dict[str, str], language: Language) -> str:
    """A headline with each word as it is written within a sentence; its first word keeps its capital."""
    in_capitals = line.upper() == line
    leaders = {i for name in leaders_names().finditer(line.lower()) for i in range(*name.span())}
    parts, end = [], 0
    for word in WORD.finditer(line):
        kept = not in_capitals and word.group().isupper() and len(word.group()) > 1
        form = usual.get(word.group().lower()) or (word.group() if kept else likeliest(word.group(), language))
        if not end or word.start() in leaders:
            form = in_title_case(form[:1]) + (form[1:].lower() if word.start() in leaders else form[1:])
        parts += [line[end : word.start()], form if len(form) == len(word.group()) else word.group()]
        end = word.end()
    return "".join([*parts, line[end:]])


def likeliest(word: str, language: Language) -> str:
    """A word as it is written within a sentence: a name as it stands, or with a capital if all stands in capitals."""
    small, title, rank = word.lower(), in_title_case(word), language.rank
    if word in known_names.organizations():
        return word
    is_country = countries.of_name(word) is not None
    is_usual = is_country or rank(word) < min(rank(small), rank(title))
    if is_usual and word.isupper() and len(word) <= SHORT:
        return word
    if is_country or small in known_names.leaders_surnames() - vocabulary.small_words():
        return title
    return small if is_common(small, language) else (title if word.isupper() else word)


def is_common(small: str, language: Language) -> bool:
    """Whether a word, or its stem, is written small more often than not, or nearly as often and is a verb."""
    if small in vocabulary.small_words():
        return True
    forms, rank = (small, *stems(small)), language.rank
    return any(
        rank(form) < rank(in_title_case(form))
        or (language.is_verb(form) and rank(form) <= NEARLY * rank(in_title_case(form)))
        for form in forms
    )


def in_title_case(word: str) -> str:
    return word[0].upper() + word[1:].lower()


def stems(word: str) -> Iterator[str]:
    """What a word may be an inflection of: "vow" of "vows"."""
    return (word[: -len(end)] + start for end, start in ENDINGS if word.endswith(end) and len(word) > len(end) + 1)


@cache
def leaders_names() -> re.Pattern[str]:
    """The full names of people known for an office, in small letters: "kim jong un"."""
    names = sorted((name.lower() for name in known_names.leaders()), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b")

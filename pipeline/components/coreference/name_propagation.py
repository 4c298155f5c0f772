"""Names that stand elsewhere in the text too: where the model missed them, and inside longer names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from pipeline.components.coreference import same_name
from pipeline.components.coreference.listed_names import longest_listed
from pipeline.components.coreference.name_detection import Name
from pipeline.components.coreference.text import Text
from pipeline.components.grammar import known_names, vocabulary
from pipeline.components.grammar.word_frequency import is_usually_small

PURPOSE = "for"
MAY_HOLD_NAMES = frozenset({"facility", "organization", "other", "place"})
Spellings = dict[str, list[tuple[tuple[str, ...], Name]]]


def spellings(text: Text, names: Iterable[Name]) -> Spellings:
    """Names of the text, and the surnames of its people, by their first token, the longest first."""
    found: dict[tuple[str, ...], Name] = {}
    for name in names:
        words = text.words[name.first : name.last]
        if words[0][:1].isupper():
            found.setdefault(words, name)
        if name.kind == "person" and words[-1][:1].isupper() and len(words[-1]) > 2:
            found.setdefault(words[-1:], replace(name, first=name.last - 1))
            for word in first_surnames(words):
                found.setdefault((word,), replace(name, first=name.last - 1))
            if len(words) > 2 and words[0].lower() in vocabulary.references().family_first:
                found.setdefault(words[:1], replace(name, last=name.first + 1))
    by_first: Spellings = defaultdict(list)
    for words, name in sorted(found.items(), key=lambda item: -len(item[0])):
        by_first[words[0]].append((words, name))
    return by_first


def short_forms(text: Text, names: Iterable[Name]) -> Iterator[tuple[str, Name]]:
    """The first words of bodies that may be called by them."""
    return (
        (text.words[name.first], replace(name, last=name.first + 1)) for name in names if is_called_by_first(text, name)
    )


def is_called_by_first(text: Text, name: Name) -> bool:
    """Whether a body of two words may be called by the first, which is no word of English: "Itera Research"."""
    first = text.tokens[name.first]
    two = name.kind == "organization" and name.width == 2 and not name.sure and first.is_title
    known = vocabulary.person_gender(first.lower_) is not None or known_names.country_of(first.text) is not None
    return two and not known and not is_usually_small(first.text, first.vocab)


def first_surnames(words: tuple[str, ...]) -> Iterator[str]:
    """The first of two surnames, which people are called by in Spanish: "Petro" of "Gustavo Petro Urrego"."""
    return (word for word in words[1:-1] if word in same_name.surnames(words) and word.istitle())


def repeated(text: Text, names: Iterable[Name]) -> Iterator[Name]:
    """Names that the model missed, known from elsewhere in the text, and the surnames of the people named there."""
    names = list(names)
    told, short = spellings(text, names), dict(short_forms(text, names))
    end = 0
    for i, word in enumerate(text.words):
        if i >= end and (word in told or word in short) and text.tokens[i].pos_ not in ("DET", "PRON"):
            like = next((name for words, name in told.get(word, ()) if text.has_words_at(i, words)), None)
            if like is None and same_name.is_noun_phrase(text.tokens[i]):
                like = short.get(word)
            if like is not None:
                end = i + like.width
                yield replace(like, first=i, last=end)


def nested(text: Text, names: list[Name]) -> Iterator[Name]:
    """Countries and names of the article inside longer names: "United States" in "United States Navy"."""
    told = spellings(text, [name for name in names if name.kind not in (None, "other")])
    for around in names:
        if around.width > 1 and around.kind in MAY_HOLD_NAMES:
            yield from names_inside(text, around, told)


def names_inside(text: Text, around: Name, told: Spellings) -> Iterator[Name]:
    """The names told elsewhere and the countries within a longer name, from left to right."""
    end = around.first
    for token in text.tokens[around.first : around.last]:
        if token.i < end:
            continue
        name = known_name_at(text, token.i, around, told) or longest_listed(text, token, around.width)
        if name is not None and name.is_part_of(around):
            yield name
            end = name.last


def known_name_at(text: Text, first: int, around: Name, told: Spellings) -> Name | None:
    """A name told elsewhere that stands at a token of a longer name; what goes on with "for" is the body itself."""
    for words, like in told.get(text.words[first], ()):
        end = first + len(words)
        is_short_form = first == around.first and text.words[end : end + 1] == (PURPOSE,)
        if len(words) < around.width and text.has_words_at(first, words) and not is_short_form:
            return replace(like, first=first, last=first + len(words))
    return None

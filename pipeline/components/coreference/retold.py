"""Names that stand elsewhere in the text too: where the model missed them, and inside longer names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Doc

from pipeline.components.coreference.spotted import Name, listed

MAY_HOLD_NAMES = frozenset({"facility", "organization", "other", "place"})
Spellings = dict[str, list[tuple[tuple[str, ...], Name]]]


def spellings(doc: Doc, names: Iterable[Name]) -> Spellings:
    """Names of the text, and the surnames of its people, by their first token, the longest first."""
    found: dict[tuple[str, ...], Name] = {}
    for name in names:
        words = tuple(token.text for token in doc[name.first : name.last])
        if words[0][:1].isupper():
            found.setdefault(words, name)
        if name.kind == "person" and words[-1][:1].isupper() and len(words[-1]) > 2:
            found.setdefault(words[-1:], replace(name, first=name.last - 1))
    by_first: Spellings = defaultdict(list)
    for words, name in sorted(found.items(), key=lambda item: -len(item[0])):
        by_first[words[0]].append((words, name))
    return by_first


def repeated(doc: Doc, names: Iterable[Name]) -> Iterator[Name]:
    """Names that the model missed, known from elsewhere in the text, and the surnames of the people named there."""
    told = spellings(doc, names)
    end = 0
    for token in doc:
        if token.i >= end and token.text in told and token.pos_ not in ("DET", "PRON"):
            like = next((name for words, name in told[token.text] if stands(doc, token.i, words)), None)
            if like is not None:
                end = token.i + like.width
                yield replace(like, first=token.i, last=end)


def stands(doc: Doc, first: int, words: tuple[str, ...]) -> bool:
    return tuple(token.text for token in doc[first : first + len(words)]) == words


def nested(doc: Doc, names: list[Name]) -> Iterator[Name]:
    """Countries and names of the article inside longer names: "United States" in "United States Navy"."""
    told = spellings(doc, [name for name in names if name.kind not in (None, "other")])
    for around in names:
        if around.width > 1 and around.kind in MAY_HOLD_NAMES:
            yield from parts(doc, around, told)


def parts(doc: Doc, around: Name, told: Spellings) -> Iterator[Name]:
    """The names told elsewhere and the countries within a longer name, from left to right."""
    end = around.first
    for token in doc[around.first : around.last]:
        if token.i < end:
            continue
        name = told_at(doc, token.i, around, told) or listed(doc, token)
        if name is not None and name.is_part_of(around):
            yield name
            end = name.last


def told_at(doc: Doc, first: int, around: Name, told: Spellings) -> Name | None:
    """A name told elsewhere that stands at a token of a longer name."""
    for words, like in told.get(doc[first].text, ()):
        if len(words) < around.width and stands(doc, first, words):
            return replace(like, first=first, last=first + len(words))
    return None

"""What of an article is searched: its sentences, whom they name, and what those are called. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from pipeline.domain import Analysis
from pipeline.search_terms import words_of


@dataclass(frozen=True, slots=True)
class Passages:
    """What is searched of an article: its sentences with the keys of whom they name, and the words of all names."""

    sentences: tuple[tuple[int, int, str, tuple[str, ...]], ...]
    names: tuple[tuple[str, str], ...]


def passages(analysis: Analysis, sentences: Collection[tuple[int, int]]) -> Passages:
    text = analysis.article.text
    naming = sorted(
        (mention.start, entity.key)
        for entity in analysis.entities
        for mention in entity.mentions
        if mention.form != "pronoun"
    )
    names = {
        (word, entity.key)
        for entity in analysis.entities
        for name in (entity.name, *entity.aliases)
        for word in words_of(name)
    }
    found = tuple(
        (start, end, " ".join(words_of(text[start:end])), tuple(key for at, key in naming if start <= at < end))
        for start, end in stretches(text, sentences)
    )
    return Passages(found, tuple(sorted(names)))


def stretches(text: str, sentences: Collection[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """What is found as one: its sentences, or the lines of a text that has none."""
    return tuple(sorted(sentences) or lines(text))


def lines(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            yield at, at + len(line.rstrip())
        at += len(line)

"""Where the lexicons name a word, and what each entry that names it says."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import groupby
from typing import Any

BETWEEN_WORDS = re.compile(r"[ _]")
OF_ENTRY = frozenset({"adjectives", "name", "nouns", "phrases", "verbs"})
"""Fields of an entry that name it or list its words; the others are what it says."""


@dataclass(frozen=True)
class Entry:
    """The words of a list or class that are a word or have it in them, and what is said of them."""

    file: str
    place: str
    words: tuple[str, ...]
    says: str

    def __str__(self) -> str:
        return f"{self.place}: {', '.join(self.words)}" + (f" -> {self.says}" if self.says else "")


def entries(word: str) -> Iterator[Entry]:
    """All entries that name a word, alone or in a phrase, in the order of the files."""
    for file, lexicon in _lexicons().items():
        for place, listed, says in _lists(lexicon, ""):
            if named := tuple(each for each in listed if word in BETWEEN_WORDS.split(each)):
                yield Entry(file, place, named, says)


def explained(word: str) -> Iterator[str]:
    """The entries of a word as lines, under the names of their files."""
    for file, found in groupby(entries(word), key=lambda entry: entry.file):
        yield f"{file}.toml"
        yield from (f"  {entry}" for entry in found)


@cache
def _lexicons() -> Mapping[str, Mapping[str, Any]]:
    """Each lexicon as TOML has it, those of predicates first."""
    root = files(__package__)
    found = [*_files(root / "predicates", "predicates/"), *_files(root, "")]
    return {name: tomllib.loads(file.read_text("utf-8")) for name, file in found}


def _files(folder: Traversable, prefix: str) -> list[tuple[str, Traversable]]:
    names = sorted(file.name for file in folder.iterdir() if file.name.endswith(".toml"))
    return [(prefix + name.removesuffix(".toml"), folder / name) for name in names]


def _lists(table: Mapping[str, Any], path: str) -> Iterator[tuple[str, Sequence[str], str]]:
    """Each list of words under a table: where it stands, its words, and what the rest of its entry says."""
    for key, value in table.items():
        place = f"{path} {key}".strip()
        if isinstance(value, dict):
            yield from _lists(value, place)
        elif _is_words(value):
            yield place, value, ""
        elif isinstance(value, list):
            yield from (found for entry in value if isinstance(entry, dict) for found in _entry(entry, key))
        else:
            yield path, [key], str(value)


def _entry(entry: Mapping[str, Any], kind: str) -> Iterator[tuple[str, Sequence[str], str]]:
    says = ", ".join(f"{field} {_value_in_words(value)}" for field, value in entry.items() if field not in OF_ENTRY)
    name = f"{kind} {entry['name']!r}" if "name" in entry else kind
    for field, value in entry.items():
        if _is_words(value) and (field in OF_ENTRY or "name" not in entry):
            yield f"{name} {field}", value, says


def _is_words(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(word, str) for word in value)


def _value_in_words(value: object) -> str:
    if isinstance(value, dict):
        return " ".join(f"{key}={each}" for key, each in value.items())
    return " ".join(map(str, value)) if isinstance(value, list) else str(value)

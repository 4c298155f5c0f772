"""What words of the screens mean: one text each, for its tooltip and for the page Glossary."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from pipeline.domain import EventType

FILE = Path(__file__).with_suffix(".toml")


def meaning(word: str) -> str:
    """Raises KeyError for a word that the glossary lacks."""
    return words()[word]


def words() -> Mapping[str, str]:
    return _read()["words"]


def types() -> Mapping[EventType, str]:
    return _read()["types"]  # type: ignore[return-value]


@cache
def _read() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads(FILE.read_text("utf-8"))

"""What words of the screens mean: one text each, for its tooltip and for the page Glossary."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import msgspec

from pipeline.domain import EventType
from pipeline.wording.palette import Quad

FILE = Path(__file__).with_suffix(".toml")


class Glossary(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file: what each word means, each class of events, which has a colour, and each type."""

    words: Mapping[str, str]
    classes: Mapping[Quad, str]
    types: Mapping[EventType, str]


def meaning(word: str) -> str:
    """Raises KeyError for a word that the glossary lacks."""
    return terms()[word]


def terms() -> Mapping[str, str]:
    return _read().words


def classes() -> Mapping[Quad, str]:
    return _read().classes


def types() -> Mapping[EventType, str]:
    return _read().types


@cache
def _read() -> Glossary:
    return msgspec.toml.decode(FILE.read_bytes(), type=Glossary)

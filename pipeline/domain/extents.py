"""Stretches of a text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Extent:
    """A stretch of the text: its first character, the one after its last, and what stands there."""

    start: int
    end: int
    text: str

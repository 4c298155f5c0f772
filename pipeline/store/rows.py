"""What a store tells of an article without opening it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pipeline.domain import Basis


@dataclass(frozen=True, slots=True)
class Description:
    """What an article says of itself but its date; None for what is not known."""

    title: str | None
    outlet: str | None
    url: str | None


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article without its text; ``words``, ``events`` and ``movements`` are counts."""

    id: str
    title: str | None
    outlet: str | None
    url: str | None
    published: date | None
    basis: Basis
    candidates: tuple[date, ...]
    received: date | None
    words: int
    events: int
    movements: int
    pipeline_version: str

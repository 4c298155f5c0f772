"""When an article was published, from what it says itself: never from the day it is read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.domain import Basis, TimeExpression

RELEASED = date(2026, 11, 1)
"""Upper bound on the publication date of an article that says when it was neither published nor received."""


@dataclass(frozen=True, slots=True)
class Publication:
    """A publication date, how it is known, what else it could be, and why."""

    published: date | None
    basis: Basis
    candidates: tuple[date, ...] = ()
    reasons: tuple[str, ...] = ()


def infer_publication(
    text: str, title: str | None, url: str | None, expressions: Sequence[TimeExpression], received: date | None
) -> Publication:
    return Publication(None, "unknown")

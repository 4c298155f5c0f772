"""The text that is read, where it comes from and when it was published."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Literal

ID_LENGTH = 16
Basis = Literal["given", "metadata", "dateline", "inferred", "unknown"]


def article_id(text: str) -> str:
    """The id of an article: the same text is the same article, wherever it comes from."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:ID_LENGTH]


@dataclass(frozen=True, slots=True)
class Article:
    """A text, where it comes from, and the days between which it can have been published."""

    id: str
    text: str
    title: str | None = None
    published: date | None = None
    published_basis: Basis = "unknown"
    published_candidates: tuple[date, ...] = ()
    published_reasons: tuple[str, ...] = ()
    received: date | None = None
    outlet: str | None = None
    url: str | None = None
    language: str = "en"

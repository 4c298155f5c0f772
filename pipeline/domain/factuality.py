"""Whether what a word tells of has happened, as the article has it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pipeline.domain.extents import Extent

Factuality = Literal["CT+", "PR+", "PS+", "UU", "PS-", "PR-", "CT-"]
Status = Literal["occurred", "ongoing", "planned", "hypothetical", "cancelled", "denied"]


@dataclass(frozen=True, slots=True)
class Predicate(Extent):
    """A verb or event noun with its factuality as the article leaves it (FactBank's values)."""

    factuality: Factuality

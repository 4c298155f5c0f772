"""Who says what: sources, cues and what is said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pipeline.domain.extents import Extent

Manner = Literal["direct", "indirect", "mixed"]


@dataclass(frozen=True, slots=True)
class Source(Extent):
    """Who a statement is attributed to; ``entity`` is an entity id of the article, where one is named there."""

    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says what: source, cue and content (PolNeAR's terms).

    ``timex`` is the start offset of the time expression that tells when it was said; None where none does.
    """

    id: str
    source: Source | None
    cue: Extent
    content: Extent
    manner: Manner
    timex: int | None = None

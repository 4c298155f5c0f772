"""Movements: as one sentence tells of them, and as an article does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pipeline.domain.extents import Extent
from pipeline.domain.factuality import Factuality, Status
from pipeline.domain.places import Place
from pipeline.domain.reports import Argument, Report
from pipeline.domain.times import DateSpan

Vehicle = Literal["train", "plane", "ship", "car", "bus", "helicopter", "foot"]


@dataclass(frozen=True, slots=True)
class MovementMention:
    """One sentence's telling of a movement; offsets as in ``EventMention``.

    ``departure`` and ``arrival`` are start offsets of time expressions, ``lapse`` how far from that date it lies, or
    from one that the text does not tell, as in ``EventMention``. ``arrives``: its words say of themselves that the
    destination is reached ("arrived in", "visited", "met in"), as "travelled to" does not.
    """

    mover: Argument
    trigger: Extent
    evidence: Extent
    origin: int | None
    destination: int | None
    departure: int | None
    arrival: int | None
    vehicle: Vehicle | None
    purpose: str | None
    status: Status
    factuality: Factuality
    arrives: bool = False
    lapse: str | None = None
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mover:
    """Who or what changes place; ``entity`` is an entity id of the article, where one is known."""

    entity: str | None
    name: str


@dataclass(frozen=True, slots=True)
class Movement:
    """Someone or something changing place. What the text does not say is ``None``; the rest as in ``Event``."""

    id: str
    event: str | None
    mover: Mover
    origin: Place | None
    destination: Place | None
    departure: DateSpan | None
    arrival: DateSpan | None
    vehicle: Vehicle | None
    purpose: str | None
    status: Status
    reports: tuple[Report, ...]
    confidence: float = 1.0
    why: tuple[str, ...] = ()

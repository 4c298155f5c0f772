"""Toponyms and the places of the gazetteer that they can mean."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pipeline.domain.extents import Extent

PlaceRole = Literal["name", "demonym", "within_name"]


@dataclass(frozen=True, slots=True)
class PlaceCandidate:
    """A gazetteer entry that a name may mean. Latitude and longitude in degrees, WGS 84."""

    name: str
    country: str | None
    admin1: str | None
    feature: str | None
    latitude: float
    longitude: float
    geonames_id: int | None
    confidence: float


@dataclass(frozen=True, slots=True)
class Place(Extent):
    """A toponym and what it resolves to: ``None`` where it does not. ``country`` is ISO 3166 alpha-2."""

    name: str
    country: str | None
    admin1: str | None
    feature: str | None
    latitude: float | None
    longitude: float | None
    geonames_id: int | None
    confidence: float
    alternatives: tuple[PlaceCandidate, ...] = ()
    role: PlaceRole = "name"

"""A row of the gazetteer."""

from __future__ import annotations

from typing import NamedTuple


class Entry(NamedTuple):
    """A place a name can mean.

    ``id`` is its GeoNames id, or a negative number of Dateline's own for places GeoNames does not have in the sources
    used. ``feature`` is a GeoNames feature code; ``admin1`` and ``admin2`` are GeoNames codes within the country;
    ``population`` counts people, 0 where it is not known. ``curated`` says that it has a row in
    ``place_supplement.toml``, as the news names it often. ``alias`` says that the name asked for is not its own.
    """

    id: int
    name: str
    country: str | None
    admin1: str | None
    admin2: str | None
    feature: str
    latitude: float
    longitude: float
    population: int
    curated: bool
    alias: bool

    @property
    def geonames_id(self) -> int | None:
        return self.id if self.id > 0 else None

    @property
    def is_country(self) -> bool:
        return self.feature.startswith("PCL") or self.feature == "TERR"

    @property
    def is_city(self) -> bool:
        return self.feature.startswith("PPL")

"""Which of the places of a name is meant: a log-linear ranker over a handful of features, in two rounds.

The first round knows the gazetteer and what stands beside the name ("Paris, Texas"); the second also where the other
names of the document point after the first. All mentions of a name in a document mean one place, unless what stands
beside them says otherwise. The weights stand in ``place_weights.toml`` and are fitted by ``benchmarks/places_fit.py``.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from pipeline.components.toponyms import words as lexicon
from pipeline.gazetteer.entries import Entry
from pipeline.gazetteer.keys import key

MOST_CANDIDATES = 50
LARGEST = 10_000_000_000
FAINT = 0.02
SEATS = frozenset({"PPLC", "PPLA"})

METROPOLIS = 1_000_000
FAR_LARGER = 50
LARGER = 10
NEIGHBOURS = 2

Level = Literal["nation", "state"]
Weights = Mapping[str, float]
Cell = tuple[int, int]
Division = tuple[str | None, str | None]


@dataclass(frozen=True, slots=True)
class Name:
    """A name of a document that can mean several places; mentions with other containers are other names.

    ``within`` are the readings of what stands behind it: "Ohio" in "Columbus, Ohio"; ``countries`` are those
    that its sentences state, ``nations`` those named there and not only by a demonym; ``level`` says whose offices the
    text gives it.
    """

    form: str
    entries: tuple[Entry, ...]
    within: tuple[Entry, ...] = ()
    countries: frozenset[str] = frozenset()
    nations: frozenset[str] = frozenset()
    level: Level | None = None


@dataclass(slots=True)
class Pointers:
    """How much each name of a document points somewhere, summed over its mentions, and all of them together."""

    total: float = 0.0
    by_name: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))

    def add(self, name: str, share: float) -> None:
        self.total += share
        self.by_name[name] += share

    def of_others(self, name: str) -> float:
        return self.total - self.by_name.get(name, 0.0)


@dataclass(slots=True)
class Surroundings:
    """What the names of a document point to: countries, divisions and square degrees; which areas they state."""

    countries: defaultdict[str, Pointers] = field(default_factory=lambda: defaultdict(Pointers))
    divisions: defaultdict[Division, Pointers] = field(default_factory=lambda: defaultdict(Pointers))
    cells: defaultdict[Cell, Pointers] = field(default_factory=lambda: defaultdict(Pointers))
    stated: defaultdict[Division, set[str]] = field(default_factory=lambda: defaultdict(set))
    names: set[str] = field(default_factory=set)


def resolve(names: Sequence[Name], first: Weights, second: Weights) -> list[list[float]]:
    """For each name how likely each of its entries is the one meant; each list sums to 1."""
    owned = [[dict(own_features(name, entry)) for entry in name.entries] for name in names]
    around = surroundings(names, [likelihoods(rows, first) for rows in owned])
    return [
        likelihoods(
            [row | dict(support_features(name, e, around)) for e, row in zip(name.entries, rows, strict=True)], second
        )
        for name, rows in zip(names, owned, strict=True)
    ]


def likelihoods(rows: Sequence[Mapping[str, float]], weights: Weights) -> list[float]:
    scores = [sum(weights.get(name, 0.0) * value for name, value in row.items()) for row in rows]
    top = max(scores, default=0.0)
    powers = [math.exp(score - top) for score in scores]
    total = sum(powers)
    return [power / total for power in powers]


def own_features(name: Name, entry: Entry) -> Iterator[tuple[str, float]]:
    """What speaks for an entry whatever else the document says."""
    people = math.log(1 + entry.population) / math.log(LARGEST)
    yield "people", people
    yield feature_class(entry), 1.0
    yield f"{feature_class(entry)} people", people
    if entry.alias:
        shape = "short form" if is_longer_name(name, entry) else "alias"
        yield shape, 1.0
        yield f"{shape} people", people
    if is_beside_curated(name, entry):
        yield "beside a curated name", 1.0
    if is_dateline(entry):
        yield "dateline city", 1.0
    elif entry.feature.startswith("ADM"):
        yield from beside_cities(name, entry)
    if name.within:
        yield "within" if any(contains(area, entry) for area in name.within) else "elsewhere", 1.0
    if entry.country in name.countries and not entry.is_country:
        yield "country beside", 1.0
    if entry.feature == "ADM1" or entry.is_country:
        yield from level_features(name, entry)


def is_longer_name(name: Name, city: Entry) -> bool:
    """Whether a city's own name only goes on: "Santiago" for Santiago de Compostela."""
    return city.is_city and key(city.name).startswith(f"{name.form.partition(' ')[2]} ")


def level_features(name: Name, entry: Entry) -> Iterator[tuple[str, float]]:
    """A state and a nation of one name: whose offices are told of, and whether it stands among nations."""
    if name.level is not None:
        yield "level" if (name.level == "nation") == entry.is_country else "other level", 1.0
    states = {other.country for other in name.entries if other.feature == "ADM1" and not other.alias}
    is_among_nations = bool(name.nations) and name.nations.isdisjoint(states)
    if entry.is_country and is_among_nations and states - {entry.country}:
        yield "among nations", 1.0


def is_beside_metropolis(name: Name, town: Entry) -> bool:
    """Whether the name is far more likely that of a city of the world in another country: Melbourne in Derbyshire."""
    if not town.is_city or is_dateline(town) or town.country in name.nations:
        return False
    return any(overshadows(city, town) for city in name.entries)


def overshadows(city: Entry, town: Entry) -> bool:
    """Whether a town of the same name in another country is too small to be meant."""
    if not city.is_city or city.alias or city.country == town.country:
        return False
    known, times = (True, LARGER) if is_dateline(city) else (city.population >= METROPOLIS, FAR_LARGER)
    return known and city.population >= times * town.population


def is_beside_curated(name: Name, entry: Entry) -> bool:
    """Whether the name is a division's, or only an alias, and that of a well-known place too: the Red Sea."""
    lesser = (entry.alias or entry.feature.startswith("ADM")) and not entry.curated
    return lesser and any(other.curated and not other.alias for other in name.entries)


def beside_cities(name: Name, division: Entry) -> Iterator[tuple[str, float]]:
    """A state or province and the greater cities of its name: Washington, or Manchester in Jamaica."""
    cities = [entry for entry in name.entries if entry.is_city and not entry.alias and not contains(division, entry)]
    within = [entry for entry in name.entries if entry.is_city and not entry.alias and contains(division, entry)]
    if any(division.alias or city.feature in SEATS for city in within):
        yield "seat of its name within", 1.0
    if any(is_dateline(city) for city in cities):
        yield "dateline city of that name", 1.0
    elif any(city.population > division.population for city in cities):
        yield "larger city of that name", 1.0


def is_dateline(entry: Entry) -> bool:
    """Whether the news names the city without its country: capitals, and others that it lists."""
    if entry.alias or not entry.is_city:
        return False
    return entry.feature == "PPLC" or (entry.country, key(entry.name)) in lexicon.dateline_cities()


def feature_class(entry: Entry) -> str:
    """Classes of features that the news tells apart."""
    if entry.is_country:
        return "country"
    if entry.feature in ("ADM1", "ADM2", "PPLA", "PPLX", "AIRP"):
        return entry.feature
    if entry.feature.startswith("ADM"):
        return "ADM3"
    if entry.is_city:
        return "city"
    return "curated" if entry.curated else "natural"


def contains(area: Entry, entry: Entry) -> bool:
    """Whether an area's codes say that the entry lies in it."""
    if area.id == entry.id or area.country is None or area.country != entry.country:
        return False
    if area.is_country:
        return not entry.is_country
    if area.feature == "ADM1":
        return area.admin1 == entry.admin1
    if area.feature == "ADM2":
        return area.admin1 == entry.admin1 and area.admin2 == entry.admin2
    return entry.is_city and abs(area.latitude - entry.latitude) < 1 and abs(area.longitude - entry.longitude) < 1


def surroundings(names: Sequence[Name], chances: Sequence[Sequence[float]]) -> Surroundings:
    around = Surroundings()
    for name, shares in zip(names, chances, strict=True):
        around.names.add(name.form)
        for entry, share in zip(name.entries, shares, strict=True):
            if share < FAINT:
                continue
            if entry.country:
                around.countries[entry.country].add(name.form, share)
            if entry.country and entry.admin1:
                around.divisions[entry.country, entry.admin1].add(name.form, share)
            if entry.is_country or entry.feature == "ADM1":
                if share > 0.5:
                    around.stated[entry.country, entry.admin1].add(name.form)
            else:
                around.cells[cell(entry)].add(name.form, share)
    return around


def cell(entry: Entry) -> Cell:
    return math.floor(entry.latitude), math.floor(entry.longitude)


def support_features(name: Name, entry: Entry, around: Surroundings) -> Iterator[tuple[str, float]]:
    """What the other names of the document say for an entry."""
    others = max(1, len(around.names) - 1)
    division = (entry.country, entry.admin1)
    states_division = bool(entry.admin1 and around.stated.get(division, set()) - {name.form})
    in_country = others_there(around.countries.get(entry.country or ""), name.form)
    in_division = others_there(around.divisions.get(division), name.form) if entry.admin1 else 0.0
    near = nearby(around.cells, entry, name.form)
    yield "share of country", in_country / others
    yield "share of division", in_division / others
    yield "in country", in_country / (1 + in_country)
    yield "in division", in_division / (1 + in_division)
    yield "near", near / (1 + near)
    if states_division:
        yield "division stated", 1.0
    elif not name.within and near < NEIGHBOURS and is_beside_metropolis(name, entry):
        yield "metropolis of that name", 1.0
    if around.stated.get((entry.country, None), set()) - {name.form}:
        yield "country stated", 1.0


def nearby(cells: Mapping[Cell, Pointers], entry: Entry, form: str) -> float:
    """How many of the other names mean something within one square degree, roughly 100 km."""
    north, east = cell(entry)
    around = ((north + up, east + right) for up in (-1, 0, 1) for right in (-1, 0, 1))
    return sum(others_there(cells.get(square), form) for square in around)


def others_there(there: Pointers | None, form: str) -> float:
    return there.of_others(form) if there else 0.0

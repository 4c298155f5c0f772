"""A view and the address that reproduces it: filters, selection and the day of the map, as query parameters. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Literal, cast, get_args

from pages.view import folds, sorting, zoom
from pages.view.parameters import Parameters, Reading
from pages.view.sorting import Sort
from pages.view.zoom import Zoom
from pipeline.domain import Vehicle
from pipeline.index import SET_FILTERS, Choices, EventFilter

SelectionKind = Literal["event", "movement", "entity", "place", "source", "dyad", "article", "sentence", "words"]
Lanes = Literal["class", "type", "actor", "place"]
"""What each lane of the timeline is for."""
Shown = Literal["chart", "table", "both"]
"""What stands there of the timeline: bars, the table in order of time, or one beside the other."""
TABLE_BELOW = "timeline-table"
"""How ``open`` of older links asks for the table beside the chart."""
Layer = Literal["statement", "entity", "place", "date", "event"]
"""What can be marked in the text of an article."""
MARKED: frozenset[str] = frozenset(get_args(Layer)) - {"statement"}
"""What is marked as long as nobody chooses."""
NO_MARKS = "none"
Panel = Literal[
    "articles-table", "corrections-table", "entities-table", "movements-table", "network-table", "sources-table",
    "many-articles", "timeless-events",
]  # fmt: skip
"""What stands closed until somebody opens it."""
LONGEST_SEARCH = 200
ZOOM, FOLD = "zoom", "fold"
BY_BROWSER = {ZOOM, FOLD}
"""What scripts of the page write into the address by themselves."""
PART = re.compile("[1-9][0-9]{0,5}")
VEHICLES: tuple[Vehicle, ...] = get_args(Vehicle)
EXPECTED_DAY = "write it as 2023-09-11"


@dataclass(frozen=True, slots=True)
class Selection:
    """What is looked at: the id of an event, a movement or an article, a key of another kind, a sentence by the id of
    its article and its offset, ``0f3a:120``, or words by that and both their offsets, ``0f3a:120-128``."""

    kind: SelectionKind
    id: str


@dataclass(frozen=True, slots=True)
class View:
    """All that a link must carry. ``day`` is the day that the map stands at; ``None`` shows all.

    ``movers`` (keys of entities) and ``vehicles`` narrow the map of movements alone; empty shows all. ``together``
    shows what several articles tell of one event as one; ``lanes`` says what each lane of the timeline is for.
    ``reading`` is the article in which the selection is looked at, of several in which it stands; ``layers`` is what is
    marked in it. ``panels`` are open; ``everything`` zooms the map out to all movements. ``narrow`` is set by the
    window of each reader (``static/width.js``), whatever the link says. ``zooms`` are of charts that were moved into
    (``static/zoom.js``), ``folds`` what stands otherwise open than at first in what is selected (``static/folds.js``).
    ``part`` is that of a list or a long text that is shown, from 1; ``sorts`` are the orders of tables. ``shown`` says
    whether the timeline is a chart, a table or both.
    """

    wanted: EventFilter = field(default_factory=EventFilter)
    selected: Selection | None = None
    day: date | None = None
    movers: frozenset[str] = frozenset()
    vehicles: frozenset[str] = frozenset()
    together: bool = True
    lanes: Lanes = "class"
    reading: str | None = None
    layers: frozenset[str] = MARKED
    panels: frozenset[str] = frozenset()
    everything: bool = False
    narrow: bool = False
    zooms: frozenset[Zoom] = frozenset()
    part: int | None = None
    folds: frozenset[str] = frozenset()
    sorts: frozenset[Sort] = frozenset()
    shown: Shown = "chart"


def write(view: View) -> dict[str, list[str]]:
    """The parameters of a view; whatever is as by default is left out."""
    wanted = view.wanted
    parameters = {
        "from": _day(wanted.first),
        "to": _day(wanted.last),
        "undated": [] if wanted.undated else ["no"],
        "doubtful": ["yes"] if wanted.doubtful else [],
        **{name: sorted(getattr(wanted, field)) for name, field in SET_FILTERS.items()},
        "q": [wanted.search] if wanted.search else [],
        "stories": [] if view.together else ["no"],
        "lanes": [view.lanes] if view.lanes != "class" else [],
        "show": [view.shown] if view.shown != "chart" else [],
        "mover": sorted(view.movers),
        "vehicle": sorted(view.vehicles),
        "day": _day(view.day),
        "map": ["all"] if view.everything else [],
        "read": [view.reading] if view.reading else [],
        "marks": [] if view.layers == MARKED else sorted(view.layers) or [NO_MARKS],
        "open": sorted(view.panels),
        "narrow": ["yes"] if view.narrow else [],
        ZOOM: sorted(map(str, view.zooms)),
        "part": [str(view.part)] if view.part else [],
        FOLD: sorted(view.folds),
        "sort": sorted(map(str, view.sorts)),
        "select": [f"{view.selected.kind}:{view.selected.id}"] if view.selected else [],
    }
    return {name: values for name, values in parameters.items() if values}


def read(parameters: Parameters, choices: Choices) -> tuple[View, tuple[str, ...]]:
    """The view that parameters ask for, and a sentence for each that cannot be used."""
    reading = Reading(parameters)
    opened = reading.some("open", (*get_args(Panel), TABLE_BELOW))
    known = known_values(choices)
    view = View(
        _wanted(reading, known),
        reading.one(
            "select", _selection, "it names no event, movement, entity, place, source, dyad, article, sentence or words"
        ),
        reading.one("day", _date, EXPECTED_DAY),
        reading.some("mover", known["entity"]),
        reading.some("vehicle", VEHICLES),
        reading.one("stories", _word("no"), 'the only value is "no"') is None,
        reading.one("lanes", _lanes, "lanes can be type, actor or place") or "class",
        next(iter(reading.some("read", known["article"])), None),
        reading.some("marks", (*get_args(Layer), NO_MARKS)) - {NO_MARKS} if "marks" in parameters else MARKED,
        opened - {TABLE_BELOW},
        reading.one("map", _word("all"), 'the only value is "all"') is not None,
        reading.one("narrow", _word("yes"), 'the only value is "yes"') is not None,
        frozenset(reading.each(ZOOM, zoom.parse, "no chart can show that")),
        reading.one("part", _part, "it is a number, such as 2"),
        frozenset(reading.each(FOLD, folds.parse, "nothing here has that name")),
        sorting.one_each(reading.each("sort", sorting.parse, "no table can be in that order")),
        reading.one("show", _shown, "it can be table or both") or ("both" if TABLE_BELOW in opened else "chart"),
    )
    reading.reject_others(PARAMETERS)
    return view, tuple(reading.problems)


def _wanted(reading: Reading, known: Mapping[str, Collection[str]]) -> EventFilter:
    sets: dict[str, Any] = {field: reading.some(name, known[name]) for name, field in SET_FILTERS.items()}
    wanted = EventFilter(
        first=reading.one("from", _date, EXPECTED_DAY),
        last=reading.one("to", _date, EXPECTED_DAY),
        undated=reading.one("undated", _word("no"), 'the only value is "no"') is None,
        doubtful=reading.one("doubtful", _word("yes"), 'the only value is "yes"') is not None,
        search=(reading.one("q", str, "") or "")[:LONGEST_SEARCH].strip(),
        **sets,
    )
    if wanted.first and wanted.last and wanted.first > wanted.last:
        reading.problems.append(
            f"The link’s period ends before it begins: {wanted.first} to {wanted.last}; it was ignored."
        )
        return replace(wanted, first=None, last=None)
    return wanted


def known_values(choices: Choices) -> dict[str, Collection[str]]:
    return {
        "type": choices.types,
        "status": choices.statuses,
        "entity": {choice.key for choice in choices.entities},
        "place": {choice.key for choice in choices.places},
        "article": {choice.key for choice in choices.articles},
        "source": {choice.key for choice in choices.sources},
        "certainty": choices.certainties,
    }


PARAMETERS = {*SET_FILTERS, "from", "to", "undated", "doubtful", "q", "mover", "vehicle", "day", "read", "select"}
PARAMETERS |= {"stories", "lanes", "show", "map", "marks", "open", "narrow", "part", "sort", *BY_BROWSER}


def _day(day: date | None) -> list[str]:
    return [day.isoformat()] if day else []


def _date(value: str) -> date:
    day = date.fromisoformat(value)
    if day.isoformat() != value:
        raise ValueError(value)
    return day


def _part(value: str) -> int:
    if not PART.fullmatch(value):
        raise ValueError(value)
    return int(value)


def _word(only: str) -> Callable[[str], str]:
    """A parser of the one value that a parameter can have."""

    def parse(value: str) -> str:
        if value != only:
            raise ValueError(value)
        return value

    return parse


def _lanes(value: str) -> Lanes:
    for known in get_args(Lanes):
        if value == known:
            return cast("Lanes", known)
    raise ValueError(value)


def _shown(value: str) -> Shown:
    for known in get_args(Shown):
        if value == known:
            return cast("Shown", known)
    raise ValueError(value)


def _selection(value: str) -> Selection:
    kind, _, id_ = value.partition(":")
    for known in get_args(SelectionKind):
        if kind == known and id_:
            return Selection(known, id_)
    raise ValueError(value)

"""The view of this session, kept in widget state."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import replace
from typing import Any, get_args

import streamlit as st

from pages.view.address import MARKED, Panel, Selection, View
from pages.view.sorting import Sort
from pages.view.zoom import Zoom
from pipeline.index import SET_FILTERS, EventFilter

_SELECTED = "selected"
_READING = "article-being-read"
_ZOOMS, _FOLDS, _SORTS, _PART = "zooms", "folds", "sorts", "part-shown"
_DAY, _MOVERS, _VEHICLES = "day", "movers", "vehicles"
TOGETHER, LANES, SHOWN, LAYERS, EVERYTHING, NARROW = "together", "lanes", "shown", "layers", "everything", "narrow"

_SETTLED: ContextVar[EventFilter | None] = ContextVar("settled-filters", default=None)


def key(field: str) -> str:
    """The session-state key of a filter's widget."""
    return f"filter-{field}"


def panel_key(panel: str) -> str:
    """The session-state key that says whether a panel is open."""
    return f"{panel}-panel"


def zoom_into(zooms: frozenset[Zoom], at: EventFilter) -> None:
    """Show these parts of charts as long as the filters are these: of others, what they show is another whole."""
    st.session_state[_ZOOMS] = zooms, at


def fold(turned: frozenset[str], at: View) -> None:
    """Open or close these lines of what is selected in this view, as long as that is."""
    st.session_state[_FOLDS] = turned, at.selected or at.wanted


def folds() -> frozenset[str]:
    turned, at = st.session_state.get(_FOLDS, (frozenset(), None))
    return turned if at == (selected() or wanted()) else frozenset()


def sorts() -> frozenset[Sort]:
    held: frozenset[Sort] = st.session_state.get(_SORTS, frozenset())
    return held


def sort(table: str, order: Sort | None) -> None:
    """Order a table; None leaves it as it is at first."""
    others = frozenset(each for each in sorts() if each.table != table)
    st.session_state[_SORTS] = others | ({order} if order else set())


def current() -> View:
    state = st.session_state
    none: frozenset[str] = frozenset()
    ways = state.get(_MOVERS, none), state.get(_VEHICLES, none)
    lanes = state.get(LANES, "class")
    layers = frozenset(state.get(LAYERS, MARKED))
    panels = frozenset(panel for panel in get_args(Panel) if state.get(panel_key(panel)))
    reading = state.get(_READING)
    return View(
        wanted(),
        selected(),
        state.get(_DAY),
        *ways,
        shows_stories(),
        lanes,
        reading,
        layers,
        panels,
        everything=everything(),
        narrow=is_narrow(),
        zooms=zooms(),
        part=state.get(_PART, (None, None))[1],
        folds=folds(),
        sorts=sorts(),
        shown=state.get(SHOWN, "chart"),
    )


def zooms() -> frozenset[Zoom]:
    """The parts of charts that are shown, as long as the filters are those at which they were chosen."""
    held, at = st.session_state.get(_ZOOMS, (frozenset(), None))
    return held if at == wanted() else frozenset()


def part_shown(subject: object, default: int = 1) -> int:
    """Which part is shown of a list or text that is told apart by ``subject``; of another one the default."""
    of, number = st.session_state.get(_PART, (subject, None))
    if of not in (None, subject):
        number = None
    st.session_state[_PART] = subject, number
    return number or default


def turn_to(subject: object, number: int | None) -> None:
    """Show a part of a list or text."""
    st.session_state[_PART] = subject, number


def elsewhere() -> View:
    """The view of a link to something else: on its first part, with charts and cards as they are at first."""
    return replace(current(), part=None, zooms=frozenset(), folds=frozenset())


def shows_stories() -> bool:
    """Whether what several articles tell of one event is shown as one."""
    return bool(st.session_state.get(TOGETHER, True))


def everything() -> bool:
    """Whether the map shows all movements, however far apart."""
    return bool(st.session_state.get(EVERYTHING))


def is_narrow() -> bool:
    """Whether the page is too narrow for charts as a desktop shows them."""
    return bool(st.session_state.get(NARROW))


@contextmanager
def settle() -> Iterator[None]:
    """Within this the filters stay as they are, until ``show`` changes them: they are read from their widgets once."""
    before = _SETTLED.set(wanted())
    try:
        yield
    finally:
        _SETTLED.reset(before)


def wanted() -> EventFilter:
    settled = _SETTLED.get()
    return _read_filters() if settled is None else settled


def _read_filters() -> EventFilter:
    state = st.session_state
    sets: dict[str, Any] = {field: frozenset(state.get(key(field)) or ()) for field in SET_FILTERS.values()}
    return EventFilter(
        first=state.get(key("first")),
        last=state.get(key("last")),
        undated=state.get(key("undated"), True),
        doubtful=state.get(key("doubtful"), False),
        search=(state.get(key("search")) or "").strip(),
        **sets,
    )


def show(view: View) -> None:
    """Make this the view; only before the filter bar is drawn, or in a callback."""
    _SETTLED.set(None)
    for field in ("first", "last", "undated", "doubtful", "search"):
        st.session_state[key(field)] = getattr(view.wanted, field)
    for field in SET_FILTERS.values():
        st.session_state[key(field)] = sorted(getattr(view.wanted, field))
    st.session_state[_SELECTED] = view.selected
    st.session_state[_DAY] = view.day
    st.session_state[TOGETHER] = view.together
    st.session_state[LANES] = view.lanes
    st.session_state[SHOWN] = view.shown
    st.session_state[LAYERS] = view.layers
    for panel in get_args(Panel):
        st.session_state[panel_key(panel)] = panel in view.panels
    st.session_state[EVERYTHING] = view.everything
    st.session_state[NARROW] = view.narrow
    zoom_into(view.zooms, view.wanted)
    fold(view.folds, view)
    st.session_state[_SORTS] = view.sorts
    read(view.reading)
    choose_ways(view.movers, view.vehicles)


def hold() -> None:
    """Keep the view on a page without filters: Streamlit forgets what no widget holds."""
    show(current())


def narrow(**fields: Any) -> None:
    """Change some filters, in a callback."""
    now = current()
    show(replace(now, wanted=replace(now.wanted, **fields), zooms=frozenset()))


def keep_known(field: str, allowed: frozenset[str]) -> None:
    """Forget filter values that are no longer in the store, which a widget would refuse."""
    held = st.session_state.get(key(field), [])
    if not allowed.issuperset(held):
        _SETTLED.set(None)
        st.session_state[key(field)] = [value for value in held if value in allowed]


def selected() -> Selection | None:
    chosen: Selection | None = st.session_state.get(_SELECTED)
    return chosen


def marked() -> Selection | None:
    """What is selected, if charts have a mark for it; an article, a sentence and words have none."""
    chosen = selected()
    return None if chosen and chosen.kind in ("article", "sentence", "words") else chosen


def select(chosen: Selection | None) -> None:
    st.session_state[_SELECTED] = chosen


def read(article: str | None) -> None:
    """The article in which what is selected is looked at, of several in which it stands."""
    st.session_state[_READING] = article


def set_day(day: object) -> None:
    st.session_state[_DAY] = day


def choose_ways(movers: Iterable[str] = (), vehicles: Iterable[str] = ()) -> None:
    """Who moves, and by what, on the map of movements; nothing means all."""
    st.session_state[_MOVERS], st.session_state[_VEHICLES] = frozenset(movers), frozenset(vehicles)


def narrows_map() -> bool:
    return bool(current().movers or current().vehicles)

"""The view of this session: kept in widget state, read from the address and written back to it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, get_args

import streamlit as st

from pages.view import address
from pages.view.address import MARKED, Panel, Selection, View
from pages.view.zoom import Zoom
from pipeline.index import SET_FILTERS, Choices, EventFilter

_WRITTEN = "written-parameters"
_PAGE = "page-of-last-run"
_PROBLEMS = "link-problems"
_SELECTED = "selected"
_READING = "article-being-read"
_ZOOMS, _PART = "zooms", "part-shown"
_DAY, _MOVERS, _VEHICLES = "day", "movers", "vehicles"
TOGETHER, LANES, LAYERS, EVERYTHING, NARROW = "together", "lanes", "layers", "everything", "narrow"


def key(field: str) -> str:
    """The session-state key of a filter's widget."""
    return f"filter-{field}"


def panel_key(panel: str) -> str:
    """The session-state key that says whether a panel is open."""
    return f"{panel}-panel"


def adopt_address(choices: Choices, page: str, *, complete: bool) -> bool:
    """Take over the address if it is not the one this session wrote: a link, an edit, or a step back.

    Streamlit empties the address when the page changes; the view stays then. False if the address has what the choices
    do not know, and they are not complete yet: it stays as it is, to be read again.
    """
    asked = {name: st.query_params.get_all(name) for name in st.query_params}
    turned = st.session_state.get(_PAGE) not in (None, page)
    st.session_state[_PAGE] = page
    if turned and not asked:
        zoom_into(frozenset(), wanted())
        return True
    written = st.session_state.get(_WRITTEN)
    if asked == written:
        return True
    found, problems = address.read(asked, choices)
    if without_zoom(asked) == without_zoom(written or {}) and written is not None:
        zoom_into(found.zooms, found.wanted)
        return True
    if problems and not complete:
        return False
    show(found)
    st.session_state[_PART] = None, found.part
    st.session_state[_PROBLEMS] = problems
    return True


def without_zoom(parameters: address.Parameters) -> dict[str, list[str]]:
    """The browser writes how far charts are moved into by itself: filters that were chosen at the same time hold."""
    return {name: values for name, values in parameters.items() if name != address.ZOOM}


def zoom_into(zooms: frozenset[Zoom], at: EventFilter) -> None:
    """Show these parts of charts as long as the filters are these: of others, what they show is another whole."""
    st.session_state[_ZOOMS] = zooms, at


def write_address() -> None:
    parameters = address.write(current())
    if parameters != {name: st.query_params.get_all(name) for name in st.query_params}:
        st.query_params.from_dict(parameters)
    st.session_state[_WRITTEN] = parameters


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
        together(),
        lanes,
        reading,
        layers,
        panels,
        everything=everything(),
        narrow=is_narrow(),
        zooms=zooms(),
        part=state.get(_PART, (None, None))[1],
    )


def zooms() -> frozenset[Zoom]:
    """The parts of charts that are shown, as long as the filters are those at which they were chosen."""
    held, at = st.session_state.get(_ZOOMS, (frozenset(), None))
    return held if at == wanted() else frozenset()


def part(subject: object, default: int = 1) -> int:
    """Which part is shown of a list or text that is told apart by ``subject``; of another one the default."""
    of, number = st.session_state.get(_PART, (subject, None))
    if of not in (None, subject):
        number = None
    st.session_state[_PART] = subject, number
    return number or default


def turn_to(subject: object, number: int) -> None:
    """Show a part of a list or text."""
    st.session_state[_PART] = subject, number


def elsewhere() -> View:
    """The view of a link to something else: without the part of this list or text, and as charts are at first."""
    return replace(current(), part=None, zooms=frozenset())


def together() -> bool:
    """Whether what several articles tell of one event is shown as one."""
    return bool(st.session_state.get(TOGETHER, True))


def everything() -> bool:
    """Whether the map shows all movements, however far apart."""
    return bool(st.session_state.get(EVERYTHING))


def is_narrow() -> bool:
    """Whether the page is too narrow for charts as a desktop shows them."""
    return bool(st.session_state.get(NARROW))


def wanted() -> EventFilter:
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
    for field in ("first", "last", "undated", "doubtful", "search"):
        st.session_state[key(field)] = getattr(view.wanted, field)
    for field in SET_FILTERS.values():
        st.session_state[key(field)] = sorted(getattr(view.wanted, field))
    st.session_state[_SELECTED] = view.selected
    st.session_state[_DAY] = view.day
    st.session_state[TOGETHER] = view.together
    st.session_state[LANES] = view.lanes
    st.session_state[LAYERS] = view.layers
    for panel in get_args(Panel):
        st.session_state[panel_key(panel)] = panel in view.panels
    st.session_state[EVERYTHING] = view.everything
    st.session_state[NARROW] = view.narrow
    zoom_into(view.zooms, view.wanted)
    read(view.reading)
    choose_ways(view.movers, view.vehicles)


def hold() -> None:
    """Keep the view on a page without filters: Streamlit forgets what no widget holds."""
    show(current())


def narrow(**fields: Any) -> None:
    """Change some filters, in a callback."""
    now = current()
    show(replace(now, wanted=replace(now.wanted, **fields), zooms=frozenset()))


def keep_known(field: str, known: Iterable[str]) -> None:
    """Forget filter values that are no longer in the store, which a widget would refuse."""
    held = st.session_state.get(key(field), [])
    allowed = set(known)
    if not allowed.issuperset(held):
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


def problems() -> tuple[str, ...]:
    """What was wrong with the address; said until it is dismissed."""
    found: tuple[str, ...] = st.session_state.get(_PROBLEMS, ())
    return found


def dismiss_problems() -> None:
    st.session_state[_PROBLEMS] = ()

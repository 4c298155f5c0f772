"""The address of this session: taken over as its view, and written back from it."""

from __future__ import annotations

import streamlit as st

from pages.view import address, state
from pages.view.address import BY_BROWSER
from pages.view.parameters import Parameters
from pipeline.index import Choices

_WRITTEN = "written-parameters"
_PAGE = "page-of-last-run"
_PROBLEMS = "link-problems"
_DRAWN = "drawn-to-the-end"


def adopt(choices: Choices, page: str, *, complete: bool) -> bool:
    """Take over the address if it is not the one this session wrote: a link, an edit, or a step back.

    Streamlit empties the address when the page changes; the view stays then. False if the address has what the choices
    do not know, and they are not complete yet: it stays as it is, to be read again.
    """
    asked = {name: st.query_params.get_all(name) for name in st.query_params}
    turned = st.session_state.get(_PAGE) not in (None, page)
    st.session_state[_PAGE] = page
    if turned and not asked:
        state.zoom_into(frozenset(), state.wanted())
        return True
    written = st.session_state.get(_WRITTEN)
    if asked == written:
        return True
    found, problems = address.read(asked, choices)
    if without_page_writes(asked) == without_page_writes(written or {}) and written is not None:
        state.zoom_into(found.zooms, found.wanted)
        state.fold(found.folds, found)
        return True
    if problems and not complete:
        return False
    state.show(found)
    state.turn_to(None, found.part)
    st.session_state[_PROBLEMS] = problems
    return True


def without_page_writes(parameters: Parameters) -> dict[str, list[str]]:
    """Parameters without what scripts of the page write: filters that were chosen at the same time hold."""
    return {name: values for name, values in parameters.items() if name not in BY_BROWSER}


def begin_run() -> None:
    """Give widgets their values anew if the last run was cut short: the browser may have taken none of them."""
    if not st.session_state.get(_DRAWN, True):
        state.hold()
    st.session_state[_DRAWN] = False


def end_run() -> None:
    """A run has drawn all."""
    st.session_state[_DRAWN] = True


def write() -> None:
    parameters = address.write(state.current())
    if parameters != {name: st.query_params.get_all(name) for name in st.query_params}:
        st.query_params.from_dict(parameters)
    st.session_state[_WRITTEN] = parameters


def problems() -> tuple[str, ...]:
    """What was wrong with the address; said until it is dismissed."""
    found: tuple[str, ...] = st.session_state.get(_PROBLEMS, ())
    return found


def dismiss_problems() -> None:
    st.session_state[_PROBLEMS] = ()

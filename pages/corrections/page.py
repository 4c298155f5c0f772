"""Corrections: what to check next, what analysts changed, and the way back from each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from pages.corrections import tables
from pages.view import data, state
from pages.view.address import Selection
from pages.widgets import corrector, evidence, frame
from pipeline.corrections import OF_OUTLET, Entry
from pipeline.index import EventFilter, EventRow, Happening
from pipeline.wording.certainty import how_sure, is_checked

MOST_ENTRIES, MOST_DOUBTFUL = 50, 200
PASSED = "passed-over"


def page() -> None:
    log = data.corrections()
    corrector.way_back()
    if not log and frame.no_article(data.choices()):
        return
    check, history = st.columns([1, 1], gap="medium")
    with check:
        st.header("Check next", anchor=False)
        every = replace(state.wanted(), doubtful=True)
        least_sure = data.least_sure(every, MOST_DOUBTFUL)
        check_next([row for row in least_sure if not is_checked(row) or is_open(row)], every)
    with history:
        lost = [entry for entry in log if not entry.matched and not entry.undone]
        if lost:
            st.header("To review", anchor=False)
            st.caption(
                "What was corrected is there no longer: its article was read anew, or the other article was removed."
            )
            list_corrections(lost)
        st.header("What was changed", anchor=False)
        if not log:
            st.info("Nothing was corrected yet. Choose Right, Wrong or Edit over the card of an event or movement.")
        list_corrections([entry for entry in reversed(log) if entry.matched or entry.undone][:MOST_ENTRIES])
        if log:
            tables.corrections_table(log)


def is_open(row: Happening) -> bool:
    """Whether its fields are open: it stays until they are closed."""
    return bool(st.session_state.get(corrector.fields_key(row)))


def check_next(doubtful: Sequence[Happening], every: EventFilter) -> None:
    """The least sure event or movement that nobody has looked at; each answer brings the next."""
    if not doubtful:
        st.info("Every event and movement in this view was looked at.")
        return
    passed: set[str] = st.session_state.setdefault(PASSED, set())
    row = next(filter(is_open, doubtful), None) or next((row for row in doubtful if row.id not in passed), None)
    if row is None:
        passed.clear()
        row = doubtful[0]
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(f"Least sure first: {how_sure(row)}. Keys: A right, X wrong, J next.")
        st.button("Next", key="pass-over", shortcut="J", on_click=passed.add, args=(row.id,))
    chosen = Selection("event" if isinstance(row, EventRow) else "movement", row.id)
    evidence.card(chosen, every, keys=True)


def list_corrections(entries: Sequence[Entry]) -> None:
    """A line a correction, with its button."""
    titles = {article.id: article.title or "an untitled article" for article in data.articles()}
    for entry in entries:
        made = entry.correction
        with st.container(horizontal=True, vertical_alignment="center", key=f"correction-{entry.number}"):
            words = tables.change(made.change)
            if made.change.field != OF_OUTLET:
                words = f"{words} · “{made.target.trigger.text}” in {titles[made.article]}"
            when = f"{made.author}, {made.made:%d %b %Y %H:%M} UTC{f': {made.reason}' if made.reason else ''}"
            st.text(f"{words}\n{when}", width="stretch")
            st.button(
                "Redo" if entry.undone else "Undo",
                key=f"undo-{entry.number}",
                help=words,
                on_click=corrector.attempt,
                args=(corrector.undo, (entry.number,), not entry.undone),
            )


page()

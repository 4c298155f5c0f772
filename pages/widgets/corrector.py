"""Right, Wrong and Edit over the card of an event or movement, and the way back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import TypeVarTuple, Unpack, get_args

import streamlit as st

from pages.language import markdown
from pages.view import data, state, stories
from pages.view.address import Selection
from pages.widgets import story_cards
from pages.widgets.correction_fields import LABELS, NOWHERE, Editing
from pipeline.corrections import Change, Correction, Field, Reference, Target
from pipeline.domain import EventType, Place, Status
from pipeline.errors import CorrectionError, PipelineError
from pipeline.index import EventRow, Happening, ReportRow
from pipeline.wording import titles

Ts = TypeVarTuple("Ts")
AUTHOR, ANYBODY = "corrections-author", "an analyst"
LAST = "last-correction"
CORRECTED = "corrected"
DONE = {"right": "confirmed as right", "wrong": "hidden as wrong"}
LONGEST, LONGEST_REASON = 100, 300
WHEN_HELP = "A day, a month or a range: 12 Sept 2023, early August 2023, 12 to 17 September 2023. Empty: not told."
ANOTHER_HELP = "Places of that name are then offered in the lists of places."


def panel(row: Happening, reports: Sequence[ReportRow], *, keys: bool = False) -> None:
    """What an analyst can do with what the card tells; ``keys``: by one key too."""
    if not reports:
        return
    target = Target("event" if isinstance(row, EventRow) else "movement", row.id, reports[0].trigger)
    with st.container(horizontal=True, key="correct"):
        for label, word, icon_help, shortcut in (
            ("Right", "right", "It is read rightly: shown as checked from now on", "A"),
            (
                "Wrong",
                "wrong",
                "It is not what this article tells: hidden everywhere, unlike other articles",
                "X",
            ),
        ):
            st.button(
                label,
                key=f"verdict-{word}",
                help=icon_help,
                shortcut=shortcut if keys else None,
                on_click=attempt,
                args=(take, row, target, [Change("verdict", word)]),
            )
        fields = st.popover(
            "Edit", help="Change type, status, dates, places or parties", key=f"edit-{row.id}", on_change="rerun"
        )
    if fields.open:
        with fields:
            editing = Editing.of(row, data.analysis(row.article))
            editor(editing, lambda: take(row, target, editing.changes(), str(editing.typed("reason"))))


def editor(editing: Editing, keep: Callable[[], None]) -> None:
    """The fields, and Save, which does ``keep``; a refused value stays as it was typed, with the reason."""
    editing.fill(editing.before)
    for field in editing.before:
        draw(editing, field)
        if field in ("place", "destination"):
            another(editing)
    st.text_input("Why", key=editing.key("reason"), max_chars=LONGEST_REASON, placeholder="optional")
    st.text_input("Your name", key=AUTHOR, max_chars=LONGEST, placeholder="optional")
    if problem := st.session_state.get(editing.key("problem")):
        st.error(markdown.plain(problem))
    st.button("Save", key=editing.key("save"), type="primary", on_click=save, args=(editing, keep))


def another(editing: Editing) -> None:
    """A name whose places are offered too."""
    name = st.text_input("Another place", key=editing.key("another"), max_chars=LONGEST, help=ANOTHER_HELP)
    if name and not editing.searched():
        st.caption(markdown.plain(str(CorrectionError.no_place(name))))


def draw(editing: Editing, field: Field) -> None:
    label, key = LABELS[field], editing.key(field)
    first = 0 if editing.before[field] else None
    if field == "type":
        st.selectbox(label, get_args(EventType), index=first, format_func=lambda type_: titles.TYPES[type_], key=key)
    elif field == "status":
        st.selectbox(label, get_args(Status), format_func=lambda status: titles.STATUSES[status], key=key)
    elif field in ("actors", "recipients"):
        offered = [*dict.fromkeys((*editing.names(), *editing.typed(field)))]
        st.multiselect(
            label, offered, key=key, accept_new_options=True, placeholder="Choose or type a name", select_all=False
        )
    elif field == "mover":
        offered = [name for name in dict.fromkeys((*editing.names(), str(editing.typed(field)))) if name]
        st.selectbox(label, offered, index=first, key=key, accept_new_options=True)
    elif field in ("place", "origin", "destination"):
        places = editing.places()
        offered = [*dict.fromkeys((NOWHERE, *places, str(editing.typed(field))))]
        st.selectbox(label, offered, format_func=lambda chosen: named(places.get(chosen), chosen), key=key)
    else:
        st.text_input(label, key=key, max_chars=LONGEST, help=WHEN_HELP)


def named(place: Place | None, key: str) -> str:
    """ "Vladivostok, RU (PPLA)": what tells places of one name apart."""
    if place is None:
        return key or "not told"
    where = ", ".join(part for part in (place.name, place.admin1, place.country) if part)
    return f"{where} ({place.feature})" if place.feature else where


def save(editing: Editing, keep: Callable[[], None]) -> None:
    try:
        keep()
    except PipelineError as error:
        st.session_state[editing.key("problem")] = str(error)
    else:
        editing.clear()


def take(row: Happening, target: Target, changes: Sequence[Change], reason: str = "") -> None:
    """Keep what was changed, and offer the way back; what was corrected stays selected, whatever comes first now."""
    now = datetime.now(UTC)
    linked, _ = stories.linked(row.id)
    told_too = tuple(stories.others(linked.story, row.id)) if linked else ()
    numbers = data.store().correct(
        *(Correction(row.article, target, with_stories(change, told_too), author(), now, reason) for change in changes)
    )
    verdict = next((change.word for change in changes if change.field == "verdict"), None)
    done = DONE.get(verdict or "", CORRECTED)
    left = story_cards.still_told(linked, row.article) if linked and verdict == "wrong" else ""
    st.session_state[LAST] = (numbers, title(row), f"{done} in this article; {left}" if left else done)
    state.select(None if verdict == "wrong" else Selection(target.kind, row.id))


def with_stories(change: Change, told_too: tuple[Reference, ...]) -> Change:
    """A verdict with what others told of the same when it was given: their card says so."""
    return replace(change, stories=told_too) if change.field == "verdict" else change


def author() -> str:
    return (st.session_state.get(AUTHOR) or "").strip() or ANYBODY


def remember(numbers: Sequence[int], what: str) -> None:
    """Offer the way back from what was just corrected."""
    st.session_state[LAST] = (tuple(numbers), what, CORRECTED)


def way_back() -> None:
    """The last correction of this session, with a button that takes it back."""
    numbers, what, done = st.session_state.get(LAST, ((), "", CORRECTED))
    if not numbers:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="corrected"):
        st.caption(markdown.plain(f"{what}: {done}."))
        st.button("Undo", key="undo-last", on_click=attempt, args=(undo, numbers, True))


def undo(numbers: Sequence[int], undone: bool) -> None:
    """Take corrections back, or make them again."""
    data.store().undo(*numbers, undone=undone)
    st.session_state.pop(LAST, None)


def attempt(write: Callable[[Unpack[Ts]], None], *given: *Ts) -> None:
    """Do what a button asks of the store; what goes wrong is said, and nothing was changed."""
    try:
        write(*given)
    except PipelineError as error:
        st.toast(markdown.plain(str(error)))


def title(row: Happening) -> str:
    return titles.event_title(row) if isinstance(row, EventRow) else titles.movement_title(row)

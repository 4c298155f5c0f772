"""Right, Wrong and Edit over the card of an event or movement, and the way back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from typing import TypeVarTuple, Unpack

import streamlit as st

from pages.language import markdown
from pages.view import data, state, stories
from pages.view.address import Selection
from pages.widgets import field_editor, story_cards
from pages.widgets.correction_fields import Editing
from pipeline.corrections import Change, Correction, Field, Reference, Target
from pipeline.errors import PipelineError
from pipeline.index import EventRow, Happening, ReportRow
from pipeline.wording import titles

Ts = TypeVarTuple("Ts")
AUTHOR, NAME, ANYBODY = "corrections-author", "corrections-name", "an analyst"
LAST, WHY = "last-correction", "last-correction-why"
CORRECTED, TAKEN_BACK = "corrected", "taken back"
DONE = {"right": "confirmed as right", "wrong": "hidden as wrong"}
LONGEST, LONGEST_REASON = 100, 300
AT_ONCE = "Each change is kept at once."


@dataclass(frozen=True, slots=True)
class Made:
    """Corrections by their numbers, of what, and what was done to it.

    ``elsewhere`` is what is selected when that is undone or redone.
    """

    numbers: tuple[int, ...]
    what: str
    done: str
    elsewhere: Selection | None
    undone: bool = False


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
                args=(apply_changes, row, target, [Change("verdict", word)]),
            )
        fields = st.popover(
            "Edit", help="Change type, status, dates, places or parties", key=fields_key(row), on_change="rerun"
        )
    if fields.open:
        with fields:
            editing = Editing.of(row, data.analysis(row.article))
            editing.fill(editing.before)
            st.caption(AT_ONCE)
            for field in editing.before:
                field_editor.draw(editing, field, partial(edit, row, target, editing, field))


def fields_key(row: Happening) -> str:
    """The session-state key that says whether its fields are open."""
    return f"edit-{row.id}"


def edit(row: Happening, target: Target, editing: Editing, field: Field) -> None:
    """Take a field as soon as it is chosen, or left."""

    def keep() -> None:
        if changes := list(editing.change(field)):
            apply_changes(row, target, changes)

    field_editor.save(editing, keep, field)


def apply_changes(row: Happening, target: Target, changes: Sequence[Change]) -> None:
    """Keep what was changed, and offer the way back; what was corrected stays selected, whatever comes first now."""
    now = datetime.now(UTC)
    linked, _ = stories.linked(row.id)
    told_too = tuple(stories.other_accounts(linked.story, row.id)) if linked else ()
    numbers = data.store().correct(
        *(Correction(row.article, target, with_stories(change, told_too), author(), now) for change in changes)
    )
    verdict = next((change.word for change in changes if change.field == "verdict"), None)
    done = DONE.get(verdict or "", CORRECTED)
    left = story_cards.still_told(linked, row.article) if linked and verdict == "wrong" else ""
    remember(numbers, title(row), f"{done} in this article; {left}" if left else done)
    state.select(None if verdict == "wrong" else Selection(target.kind, row.id))


def with_stories(change: Change, told_too: tuple[Reference, ...]) -> Change:
    """A verdict with what others told of the same when it was given: their card says so."""
    return replace(change, stories=told_too) if change.field == "verdict" else change


def author() -> str:
    """As it was last given in this session."""
    return str(st.session_state.get(AUTHOR) or ANYBODY)


def remember(numbers: Sequence[int], what: str, done: str = CORRECTED) -> None:
    """Offer the way back from what was just corrected, to what is still selected."""
    st.session_state[LAST] = Made(tuple(numbers), what, done, state.selected())
    st.session_state.pop(WHY, None)


def way_back() -> None:
    """The last correction of this session: a button that takes it back or makes it again, before words of any
    length; who made it, and why.
    """
    made: Made | None = st.session_state.get(LAST)
    if made is None:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="corrected"):
        st.button("Redo" if made.undone else "Undo", key="undo-last", on_click=attempt, args=(toggle_undone, made))
        st.caption(markdown.plain(f"{made.what}: {TAKEN_BACK if made.undone else made.done}."), width="content")
        st.text_input(
            "Why", key=WHY, max_chars=LONGEST_REASON, placeholder="Why (optional)", label_visibility="collapsed",
            width=220, on_change=attempt, args=(explain, made),
        )  # fmt: skip
        st.session_state[NAME] = st.session_state.get(AUTHOR, "")
        st.text_input(
            "Your name", key=NAME, max_chars=LONGEST, placeholder="Your name (optional)", label_visibility="collapsed",
            width=180, on_change=attempt, args=(sign_correction, made),
        )  # fmt: skip


def toggle_undone(made: Made) -> None:
    """Take it back or make it again, and select what was selected then: the other may be there no more."""
    undo(made.numbers, not made.undone)
    st.session_state[LAST] = replace(made, undone=not made.undone, elsewhere=state.selected())
    state.select(made.elsewhere)


def undo(numbers: Sequence[int], undone: bool) -> None:
    """Take corrections back, or make them again."""
    data.store().undo(*numbers, undone=undone)
    st.session_state.pop(LAST, None)


def explain(made: Made) -> None:
    data.store().sign_corrections(*made.numbers, reason=st.session_state[WHY].strip())


def sign_correction(made: Made) -> None:
    """From now on, and what was just made."""
    st.session_state[AUTHOR] = st.session_state[NAME].strip()
    data.store().sign_corrections(*made.numbers, author=author())


def attempt(write: Callable[[Unpack[Ts]], None], *given: *Ts) -> None:
    """Do what a button asks of the store; what goes wrong is said, and nothing was changed."""
    try:
        write(*given)
    except PipelineError as error:
        st.toast(markdown.plain(str(error)))


def title(row: Happening) -> str:
    return titles.event_title(row) if isinstance(row, EventRow) else titles.movement_title(row)

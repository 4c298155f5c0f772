"""The fields of an event or movement as widgets: taken one by one, or all by Save; what is refused stays as it was."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from typing import get_args

import streamlit as st

from pages.language import markdown
from pages.widgets import places
from pages.widgets.correction_fields import LABELS, NOWHERE, Editing
from pipeline.corrections import PLACES, SIDES, Field
from pipeline.domain import EventType, Place, Status
from pipeline.errors import PipelineError
from pipeline.wording import titles

LONGEST, MOST_RUNNERS_UP = 100, 3
WHEN_HELP = "A day, a month or a range: 12 Sept 2023, early August 2023, 12 to 17 September 2023. Empty: not told."
PLACE_HELP = (
    "Choose one, or type any name and press Enter: the likeliest of that name is taken, the others are offered then."
)


def editor(editing: Editing, keep: Callable[[], None]) -> None:
    """The fields, and Save, which does ``keep``."""
    for field in editing.before:
        draw(editing, field)
    refusal(editing)
    st.button("Save", key=editing.key("save"), type="primary", on_click=save, args=(editing, keep))


def draw(editing: Editing, field: Field, taken: Callable[[], None] | None = None) -> None:
    """A field; what is refused stays in it as it was typed, with the reason."""
    label, key = LABELS[field], editing.key(field)
    first = 0 if editing.before[field] else None
    if field == "type":
        types = get_args(EventType)
        st.selectbox(label, types, index=first, format_func=lambda each: titles.TYPES[each], key=key, on_change=taken)
    elif field == "status":
        statuses = get_args(Status)
        st.selectbox(label, statuses, format_func=lambda each: titles.STATUSES[each], key=key, on_change=taken)
    elif field in SIDES:
        offered = [*dict.fromkeys((*editing.names(), *editing.typed(field)))]
        st.multiselect(
            label, offered, key=key, accept_new_options=True, placeholder="Choose or type a name", select_all=False,
            on_change=taken,
        )  # fmt: skip
    elif field == "mover":
        offered = [name for name in dict.fromkeys((*editing.names(), str(editing.typed(field)))) if name]
        st.selectbox(label, offered, index=first, key=key, accept_new_options=True, on_change=taken)
    elif field in PLACES:
        place(editing, field, taken)
    else:
        st.text_input(label, key=key, max_chars=LONGEST, help=WHEN_HELP, on_change=taken)
    refusal(editing, field)


def place(editing: Editing, field: Field, taken: Callable[[], None] | None) -> None:
    """A list that takes any name, and what else the name in the text may mean, each at a click."""
    known = editing.places()
    offered = dict.fromkeys((NOWHERE, *known, str(editing.typed(field))))
    names = titles.distinct({key: full_place_name(known.get(key), key) for key in offered})
    st.selectbox(
        LABELS[field], list(names), format_func=lambda key: names.get(key, key), key=editing.key(field),
        accept_new_options=True, help=PLACE_HELP, on_change=taken,
    )  # fmt: skip
    for key, other in islice(editing.runners_up(field).items(), MOST_RUNNERS_UP):
        label = f"Rather {markdown.plain(full_place_name(other, key))}"
        st.button(
            label,
            key=editing.key(f"{field}-{key}"),
            type="tertiary",
            on_click=choose_place,
            args=(editing, field, key, taken),
        )


def choose_place(editing: Editing, field: Field, key: str, taken: Callable[[], None] | None) -> None:
    editing.set_value(field, key)
    if taken:
        taken()


def refusal(editing: Editing, field: Field | None = None) -> None:
    """Why what was given was not taken, beside it."""
    if problem := st.session_state.get(problem_key(editing, field)):
        st.error(markdown.plain(problem))


def problem_key(editing: Editing, field: Field | None) -> str:
    return editing.key(f"{field or 'all'}-problem")


def full_place_name(place: Place | None, key: str) -> str:
    """ "Vladivostok, Primorye, Russia (town or city)": what tells places of one name apart."""
    return places.full_name(place) if place else key or "not told"


def save(editing: Editing, keep: Callable[[], None], field: Field | None = None) -> None:
    key = problem_key(editing, field)
    st.session_state.pop(key, None)
    try:
        keep()
    except PipelineError as error:
        st.session_state[key] = str(error)
    else:
        editing.clear_fields(*([field] if field else editing.before))

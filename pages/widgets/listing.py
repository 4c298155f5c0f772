"""What a chart cannot show, listed beside it: each name a button that opens its evidence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import streamlit as st

from pages.language import markdown
from pages.view import state
from pages.view.address import Selection
from pipeline.domain import Status
from pipeline.index import EventRow, MovementRow
from pipeline.wording import titles
from pipeline.wording.dates import NO_DATE

MOST_LISTED = 24
LABEL_LENGTH = 60


def list_buttons(key: str, caption: str, named: Sequence[tuple[Selection, str]], most: int = MOST_LISTED) -> None:
    """A caption and a button a name; nothing where there is no name. Several names may open the same."""
    if not named:
        return
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key=f"listed-{key}"):
        st.caption(caption, width="content")
        for number, (selection, name) in enumerate(named[:most]):
            st.button(
                name,
                key=f"{key}-{number}-{selection.kind}-{selection.id}",
                type="tertiary",
                on_click=state.select,
                args=(selection,),
            )
        if len(named) > most:
            st.caption(f"and {len(named) - most} more", width="content")


def undated(events: Iterable[EventRow], key: str = "undated", most: int = MOST_LISTED) -> None:
    """Events that the timeline cannot show, since no day is known: listed beside it, never dropped."""
    list_buttons(key, "No day known:", [(Selection("event", row.id), event(row)) for row in events], most)


def movement_titles(movements: Iterable[MovementRow]) -> list[tuple[Selection, str]]:
    return [(Selection("movement", row.id), movement(row)) for row in movements]


def movement(row: MovementRow) -> str:
    return _with_status(titles.movement_title(row), row.status)


def event(row: EventRow) -> str:
    said = titles.event_date(row)
    return _with_status(titles.telling_title(row), row.status, "" if said == NO_DATE else f", {said}")


def _with_status(title: str, status: Status, more: str = "") -> str:
    return f"{markdown.plain(titles.shortened(title, LABEL_LENGTH))} ({titles.STATUSES[status].lower()}{more})"

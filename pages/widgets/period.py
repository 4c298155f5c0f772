"""The period of the filters: days typed as people write them, or chosen in a calendar that opens where the data are."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

import streamlit as st

from pages.language import markdown
from pages.view import state
from pipeline.dates import written_span
from pipeline.errors import CorrectionError
from pipeline.index import Choices
from pipeline.wording.dates import long_day

End = Literal["first", "last"]
LABELS: dict[End, str] = {"first": "From", "last": "To"}
EXAMPLES: dict[End, str] = {"first": "e.g. 12 Sept 2023", "last": "e.g. September 2023"}
CALENDAR = "period-calendar"
LONGEST = 60


def draw(choices: Choices) -> None:
    for end in LABELS:
        date_field(end)
    wanted = state.wanted()
    if wanted.first and wanted.last and wanted.first > wanted.last:
        st.warning("The period ends before it begins. Choose an earlier “From” or a later “To”.")
    if choices.first and choices.last:
        calendar(choices.first, choices.last)
    if wanted.first or wanted.last:
        st.checkbox("Keep events without a date", key=state.key("undated"))
    elif choices.first and choices.last:
        st.caption(f"Events from {long_day(choices.first)} to {long_day(choices.last)}")


def date_field(end: End) -> None:
    """A field that is taken when it is left; what is no date stays in it, with the reason."""
    key = f"period-{end}"
    typed, problem = st.session_state.get(f"{key}-refused", ("", ""))
    refused = problem and typed == st.session_state.get(key)
    if not refused:
        st.session_state[key] = field_text(end_held(end))
    st.text_input(LABELS[end], key=key, max_chars=LONGEST, placeholder=EXAMPLES[end], on_change=take_end, args=(end,))
    if refused:
        st.error(markdown.plain(problem))


def end_held(end: End) -> date | None:
    day: date | None = getattr(state.wanted(), end)
    return day


def field_text(day: date | None) -> str:
    return long_day(day) if day else ""


def take_end(end: End) -> None:
    """The first day that "From" can mean, the last of "To"; nothing takes the end away."""
    key = f"period-{end}"
    typed = st.session_state[key]
    try:
        span = written_span(typed, None)
        day = getattr(span, end) if span else None
        if span and day is None:
            raise CorrectionError.no_end(typed, end)
    except CorrectionError as error:
        st.session_state[f"{key}-refused"] = typed, str(error)
        return
    st.session_state.pop(f"{key}-refused", None)
    state.narrow(**{end: day})


def calendar(first: date, last: date) -> None:
    """Both ends at once; it goes no further than the data and what is wanted."""
    wanted = state.wanted()
    days = [day for day in (wanted.first, wanted.last) if day]
    with st.popover("Calendar", width="stretch"):
        st.session_state[CALENDAR] = tuple(days) if days == sorted(days) else ()
        st.date_input(
            "From and to",
            key=CALENDAR,
            min_value=min(first, *days, last),
            max_value=max(first, *days, last),
            format="YYYY-MM-DD",
            on_change=choose_both,
        )


def choose_both() -> None:
    """As soon as both ends are chosen."""
    days: Any = st.session_state[CALENDAR]
    if len(days) == 2:
        state.narrow(first=days[0], last=days[1])

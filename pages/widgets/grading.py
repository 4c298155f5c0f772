"""How far an analyst trusts an outlet and what it reports: two grades, over the card of an event or movement."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

import streamlit as st

from pages.language import glossary, markdown
from pages.view import data
from pages.widgets import corrector
from pipeline.corrections import OF_OUTLET, Change, Correction, Target
from pipeline.domain import Participant
from pipeline.grades import CREDIBILITY, RELIABILITY
from pipeline.index import Happening, ReportRow


def panel(row: Happening, target: Target, reports: Sequence[ReportRow]) -> None:
    """A button that says both grades, and when it is open, both scales; each choice is kept at once."""
    known = data.grades()
    grade = known.of(row.outlet, row.article, (report.trigger for report in reports))
    opened = st.popover(f"Grade {grade}", key=f"grade-{row.id}", help=glossary.meaning("Grade"), on_change="rerun")
    if not opened.open:
        return
    with opened:
        if row.outlet:
            outlet = Participant(0, 0, row.outlet, None, row.outlet)
            _scale(
                f"{markdown.plain(row.outlet)}, whatever it reports", RELIABILITY, grade.outlet,
                row, target, Change(OF_OUTLET, parties=(outlet,)),
            )  # fmt: skip
        else:
            st.caption("Its outlet is not known, so only what it reports can be graded.")
        _scale("What it reports here", CREDIBILITY, grade.report, row, target, Change("credibility"))


def _scale(label: str, words: Mapping[str, str], given: str, row: Happening, target: Target, change: Change) -> None:
    key = f"{change.field}-{row.id}"
    st.session_state[key] = given

    def keep() -> None:
        grade = st.session_state[key]
        if grade != given:
            corrector.attempt(take_grade, row, target, change, grade)

    st.radio(label, list(words), format_func=lambda grade: f"{grade}: {words[grade]}", key=key, on_change=keep)


def take_grade(row: Happening, target: Target, change: Change, grade: str) -> None:
    made = Change(change.field, grade, parties=change.parties)
    whom = row.outlet if change.field == OF_OUTLET else corrector.title(row)
    numbers = data.store().correct(Correction(row.article, target, made, corrector.author(), datetime.now(UTC)))
    corrector.remember(numbers, whom or "", f"graded {grade}")

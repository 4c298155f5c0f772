"""An event or movement that an analyst reads in words of the text: selected there, or typed here."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from datetime import UTC, datetime

import streamlit as st

from pages.articles import prefill
from pages.articles.choice import words_of
from pages.view import data, state
from pages.view.address import Selection
from pages.widgets import corrector, field_editor
from pages.widgets.correction_fields import Editing
from pipeline.additions import added_event, added_movement, identity
from pipeline.corrections import Change, Correction, Field, Kind, Target
from pipeline.domain import Analysis, Extent
from pipeline.errors import CorrectionError

TYPED = "words-to-add"
KINDS: dict[Kind, str] = {"event": "Event", "movement": "Movement"}
EVENT_FIELDS: tuple[Field, ...] = ("type", "status", "when", "place", "actors", "recipients")
MOVEMENT_FIELDS: tuple[Field, ...] = ("mover", "status", "origin", "destination", "departure", "arrival")
LONGEST_WORDS = 300
HELP = "Select words in the text and choose “Add an event”, or write them here: those that tell of it, as they stand."


def offer_addition(analysis: Analysis, selected: Selection | None, shown: tuple[int, int]) -> None:
    """The form for the words that are selected, or where to write them."""
    words = words_of(analysis.article, selected)
    if words is None:
        st.text_input(
            "Add an event told by the words", key=TYPED, help=HELP, max_chars=LONGEST_WORDS,
            on_change=corrector.attempt, args=(select_typed, analysis, shown[0]),
        )  # fmt: skip
        return
    with st.container(border=True, key="addition"):
        st.markdown("**Add what these words tell**")
        st.text(f"“{words.text}”")
        kind = st.segmented_control(
            "Kind", list(KINDS), default="event", format_func=lambda kind: KINDS[kind], key=f"add-{words.start}"
        )
        addition_form(analysis, words, kind or "event")
        st.button("Cancel", key="cancel-addition", on_click=state.select, args=(None,))


def select_typed(analysis: Analysis, start: int) -> None:
    """Select the typed words where they first stand in the part that is shown, or before it."""
    typed = st.session_state[TYPED].strip()
    if not typed:
        return
    text = analysis.article.text
    at = text.find(typed, start)
    at = text.find(typed) if at < 0 else at
    if at < 0:
        raise CorrectionError.not_in_text(typed)
    state.read(analysis.article.id)
    state.select(Selection("words", f"{analysis.article.id}:{at}-{at + len(typed)}"))


def addition_form(analysis: Analysis, words: Extent, kind: Kind) -> None:
    """The fields, filled with what stands in the sentence."""
    evidence = sentence(analysis, words)
    if kind == "event":
        before, found = EVENT_FIELDS, prefill.event_fields(analysis, words, evidence)
    else:
        before, found = MOVEMENT_FIELDS, prefill.movement_fields(analysis, words, evidence)
    id_ = identity(analysis.article.id, kind, words)
    editing = Editing(id_, dict.fromkeys(before, ""), analysis)
    editing.fill(found)
    field_editor.editor(editing, lambda: keep_addition(editing, words, evidence, kind))


def sentence(analysis: Analysis, words: Extent) -> Extent:
    """The sentences in which the words stand; the words themselves in a text of which none are known."""
    bounds = data.sentences(analysis.article.id)
    first = bisect_right(bounds, (words.start, len(analysis.article.text))) - 1
    start = min(bounds[first][0], words.start) if first >= 0 else words.start
    end = max([words.end, *(end for begin, end in bounds if begin < words.end and words.start < end)])
    return Extent(start, end, analysis.article.text[start:end])


def keep_addition(editing: Editing, words: Extent, evidence: Extent, kind: Kind) -> None:
    """Note the addition, and select what was added."""
    article, changes = editing.analysis.article.id, editing.changes()
    change = Change("added")
    if kind == "event":
        change = replace(change, event=added_event(article, words, evidence, changes))
    else:
        change = replace(change, movement=added_movement(article, words, evidence, changes))
    target = Target(kind, editing.name, words)
    numbers = data.store().correct(Correction(article, target, change, corrector.author(), datetime.now(UTC)))
    corrector.remember(numbers, f"“{words.text}”", "added")
    state.select(Selection("event" if kind == "event" else "movement", editing.name))

"""This is somebody else, or one with another: corrections of whom mentions name, over the card of an entity."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import streamlit as st

from pages.view import data, state
from pages.view.address import Selection
from pages.widgets import corrector
from pipeline.corrections import Change, Correction, Target
from pipeline.domain import Extent, Participant
from pipeline.index import EventFilter, MentionRow
from pipeline.wording import titles

Fields = Callable[[str, tuple[MentionRow, ...]], None]
EVERYWHERE = ""
EVERYTHING = EventFilter(doubtful=True)


def panel(key: str) -> None:
    """What can be said of whom a key names: that it is another one, or that some of it is somebody else."""
    mentions = data.mentions(key, EVERYTHING)
    with st.container(horizontal=True, key="naming"):
        popover("This is …", f"same-{key}", mentions, joining, key)
        popover("Not the same …", f"apart-{key}", mentions, parting, key)


def popover(label: str, name: str, mentions: tuple[MentionRow, ...], fields: Fields, key: str) -> None:
    opened = st.popover(label, key=name, on_change="rerun")
    if opened.open:
        with opened:
            fields(key, mentions)


def joining(key: str, mentions: tuple[MentionRow, ...]) -> None:
    kind = key.partition(":")[0]
    known = {each.key: each.name for each in data.choices().entities if each.kind == kind and each.key != key}
    chosen = st.selectbox(
        "This is", list(known), index=None, format_func=lambda one: known.get(one, one), key=f"same-as-{key}"
    )
    where = scope(key, mentions)
    change = Change("same", chosen, parties=(Participant(0, 0, "", None, known.get(chosen or "", "")),))
    first = {each.article: each for each in reversed(mentions) if each.form == "name"} or {
        each.article: each for each in reversed(mentions)
    }
    told = [each for article, each in first.items() if where in (EVERYWHERE, article)]
    st.button(
        "Save", key=f"save-same-{key}", type="primary", disabled=chosen is None,
        on_click=corrector.attempt, args=(take, key, told, change, chosen),
    )  # fmt: skip


def parting(key: str, mentions: tuple[MentionRow, ...]) -> None:
    names = list(dict.fromkeys(each.text for each in mentions if each.form == "name"))
    called = st.selectbox("Somebody else is called", names, index=None, key=f"called-{key}")
    where = scope(key, mentions)
    first = {each.article: each for each in reversed(mentions) if each.text == called}
    told = [each for article, each in first.items() if where in (EVERYWHERE, article)]
    st.button(
        "Save", key=f"save-apart-{key}", type="primary", disabled=not told,
        on_click=corrector.attempt, args=(take, key, told, Change("apart", called), key),
    )  # fmt: skip


def scope(key: str, mentions: tuple[MentionRow, ...]) -> str:
    """One article, or all that name it."""
    called = {each.id: each.title or "an untitled article" for each in data.articles()}
    here = list(dict.fromkeys(each.article for each in mentions))
    words = {EVERYWHERE: f"everywhere ({titles.count(len(here), 'article')})"} | {
        one: called.get(one, one) for one in here
    }
    return (
        st.selectbox("Where", list(words), format_func=lambda one: words.get(one, one), key=f"where-{key}")
        or EVERYWHERE
    )


def take(key: str, told: list[MentionRow], change: Change, then: str) -> None:
    """One correction an article; what was chosen is shown."""
    now = datetime.now(UTC)
    made = (
        Correction(
            each.article,
            Target("entity", key, Extent(each.start, each.end, each.text)),
            change,
            corrector.author(),
            now,
        )
        for each in told
    )
    corrector.remember(data.store().correct(*made), told[0].text)
    state.select(Selection("entity", then))

"""The text of an article with its marks, what was found beside it, and the keys that go through it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from html import escape
from urllib.parse import quote, urlencode

import streamlit as st

from pages.articles import addition, choice, findings, layers, place_map, typeset
from pages.articles.findings import Finding
from pages.language.highlight import Mark
from pages.movements.figures import CONFIG
from pages.view import address, data, state
from pages.view.address import Selection
from pages.widgets import chart, corrector, evidence
from pipeline.domain import Analysis
from pipeline.index import EventFilter
from pipeline.wording import titles

PART_CHARACTERS = 20_000
LAYERS = "article-layers"
STANDS = "reader-stands-at"
FOLLOW = '<script src="/app/static/reader.js"></script>'
KINDS = ("event", "movement", "entity", "place", "source")
KEYS = (
    "A click on a mark, or Enter, opens it. Keys: J next event or movement, K previous, A right, X wrong, "
    "E adds an event that the selected words tell."
)


@dataclass(frozen=True, slots=True)
class Reader:
    """An article as it is read: what is selected in it, and the part of the text that is shown."""

    analysis: Analysis
    selected: Selection | None
    listed: Sequence[Finding]
    parts: Sequence[tuple[int, int]]

    @classmethod
    def of(cls, analysis: Analysis, selected: Selection | None) -> Reader:
        parts = typeset.part_bounds(analysis.article.text, PART_CHARACTERS)
        return cls(analysis, selected, findings.findings(analysis), parts)

    @property
    def article(self) -> str:
        return self.analysis.article.id

    @property
    def article_filter(self) -> EventFilter:
        """All that this article tells, whatever the filters leave out."""
        return EventFilter(articles=frozenset({self.article}), doubtful=True)

    def part(self) -> tuple[int, int]:
        """The part of the text that is shown; another selection brings its own."""
        return self.parts[min(state.part_shown(self.subject, self.first_part()), len(self.parts)) - 1]

    @property
    def subject(self) -> object:
        return self.article, self.selected

    def first_part(self) -> int:
        """The part in which the selection stands first."""
        at = min((start for start, _ in self.stretches()), default=0)
        return 1 + sum(end <= at for _, end in self.parts)

    def stretches(self) -> list[tuple[int, int]]:
        return choice.stretches(self.analysis, self.selected, state.wanted())

    def address(self) -> Callable[[Selection], str]:
        """The link that selects something here."""
        now = address.write(replace(state.elsewhere(), selected=None, reading=self.article))
        kept = urlencode(now, doseq=True)
        return lambda chosen: f"?{kept}&select={quote(f'{chosen.kind}:{chosen.id}', safe='')}"


def text(reader: Reader) -> None:
    """The part of the text that is shown, with the wanted layers marked."""
    wanted = layers_choice()
    start, end = reader.part()
    if len(reader.parts) > 1:
        parts_choice(reader)
    marks = layers.marks(reader.analysis, wanted, reader.address(), (start, end))
    marks += [Mark(at, to, "dl-evidence") for at, to in reader.stretches()]
    body = typeset.typeset(reader.analysis.article.text, marks, start, end)
    chosen = f"{reader.selected.kind}:{reader.selected.id}" if reader.selected else ""
    words = reader.address()(Selection("words", f"{reader.article}:"))
    opening = f"<article class='dl-article' tabindex='0' aria-label='Text' data-selected='{escape(chosen)}'"
    st.html(f"{opening} data-words='{escape(words)}'>{body}</article>{FOLLOW}", unsafe_allow_javascript=True)
    st.caption(KEYS)


def parts_choice(reader: Reader) -> None:
    """Which part is shown; in the address."""
    key = f"part-{reader.article}"
    st.session_state[key] = reader.parts.index(reader.part()) + 1
    st.number_input(
        f"Part (of {len(reader.parts)})", 1, len(reader.parts), key=key,
        on_change=lambda: state.turn_to(reader.subject, st.session_state[key]),
    )  # fmt: skip


def layers_choice() -> list[str]:
    """What is marked in the text; in the address."""
    held = state.current().layers
    st.session_state[LAYERS] = [name for name in layers.LAYERS if name in held]
    chosen = st.pills(
        "Marked in the text",
        list(layers.LAYERS),
        selection_mode="multi",
        format_func=lambda name: layers.LAYERS[name][0],
        key=LAYERS,
        on_change=lambda: state.show(replace(state.current(), layers=frozenset(st.session_state[LAYERS]))),
    )
    return list(chosen)


def beside(reader: Reader) -> None:
    """The card of what is selected, and everything in this part of the text to choose from."""
    steps(reader)
    corrector.way_back()
    addition.offer_addition(reader.analysis, reader.selected, reader.part())
    chosen = reader.selected if reader.selected and reader.selected.kind in KINDS else None
    if chosen and not evidence.card(chosen, reader.article_filter, keys=True):
        st.caption("It has no card: it is not in this article, or among more than can be listed.")
    start, end = reader.part()
    if here := [found for found in reader.listed if start <= found.at < end]:
        st.html(findings.list_of(here, reader.selected, reader.address()))
    else:
        st.caption("No event or movement was found in this text.")


def steps(reader: Reader) -> None:
    """Previous and next, by click or key, from the last one that was looked at."""
    number = next((at for at, found in enumerate(reader.listed) if found.selection == reader.selected), None)
    if number is not None:
        st.session_state[STANDS] = reader.article, reader.selected, number
    article, last, at = st.session_state.get(STANDS, (reader.article, None, 0))
    stands, place = (last, at) if article == reader.article else (None, 0)
    with st.container(horizontal=True, vertical_alignment="center", key="steps"):
        for label, key, step in (("Previous", "K", -1), ("Next", "J", 1)):
            to = findings.finding_after(reader.listed, stands, place, step)
            off = to is None
            st.button(label, key=f"step-{key}", disabled=off, shortcut=key, on_click=go, args=(to, reader.article))
        every = titles.count(len(reader.listed), "event or movement", "events and movements")
        st.caption(f"{number + 1:,} of {every}" if number is not None else every, width="content")


def go(to: Finding | None, article: str) -> None:
    if to is not None:
        state.read(article)
        state.select(to.selection)


def the_map(reader: Reader) -> None:
    """The places of the article; a click on one opens it."""
    named = place_map.points(reader.analysis.places)
    if not named:
        return
    chosen = reader.selected.id if reader.selected and reader.selected.kind in ("place", "movement") else None
    figure = place_map.place_map(named, data.movements(reader.article_filter), chosen)
    chart.show(figure, "article-map", place_map.description(named), CONFIG)

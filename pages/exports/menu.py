"""The Export button of every page with data: what the filter shows, in each format, made when it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import streamlit as st

from pages.language import markdown
from pages.movements import choice, days
from pages.view import data, state, stories
from pages.view.stories import Stories
from pages.widgets import filters
from pipeline import exports
from pipeline.exports.excerpt import KINDS, MOST, Excerpt, Kind, Scope
from pipeline.index import Choices, Index, MovementRow
from pipeline.store import Store
from pipeline.wording import titles

if TYPE_CHECKING:
    from pipeline.exports.formats import Format

NOTHING = ("Search", "Corrections", "Shared", "Add text", "Glossary")
"""Pages of which nothing is exported."""
KINDS_OF: dict[str, tuple[Kind, ...]] = {"Timeline": ("event",), "Movements": ("movement",)}
"""Pages that show one kind; all others have both."""
APART = "Each article’s own, also where the page shows several as one; tables name the story that they tell together. "
OPEN = "export-menu"
CHARTS = (
    "<div class='dl-charts'>Charts "
    "<button type='button' data-charts='png' data-name='{name}'>PNG</button> "
    "<button type='button' data-charts='svg' data-name='{name}'>SVG</button> "
    "<span role='status'></span></div>"
)
CHARTS_SCRIPT = '<script src="/app/static/charts.js"></script>'


def draw(title: str, choices: Choices) -> None:
    """The button, and when it is open, a line a format with what that leaves out. Imports here: few views write any."""
    if title in NOTHING or not choices.articles:
        return
    menu = st.popover("Export", key=OPEN, on_change="rerun", width="content")
    if not menu.open:
        return
    from pipeline.exports.formats import FORMATS

    wanted = scope(title, choices)
    with menu, st.container(key="export-menu-formats"):
        st.caption(summary(wanted))
        for format_ in FORMATS:
            button, leaves_out = st.columns([2, 5], vertical_alignment="center")
            button.download_button(
                format_.name,
                partial(make_file, data.index(), data.store(), wanted, format_, stories.latest()),
                exports.file_name(wanted, format_.suffix),
                format_.media,
                key=f"export-{format_.suffix}",
                on_click="ignore",
                width="stretch",
            )
            leaves_out.caption(format_.leaves_out)
        _charts(exports.file_name(wanted, "").removesuffix("."))


def _charts(name: str) -> None:
    """The pictures are made in the browser, of what stands there."""
    buttons, leaves_out = st.columns([2, 5], vertical_alignment="center")
    buttons.html(CHARTS.format(name=escape(name)) + CHARTS_SCRIPT, unsafe_allow_javascript=True)
    leaves_out.caption("Each chart of this page, as it stands here. Leaves out what is beyond its edges.")


def make_file(index: Index, store: Store, wanted: Scope, format_: Format, linked: Stories | None) -> bytes:
    return format_.write(excerpt(index, store, wanted, linked))


def excerpt(index: Index, store: Store, wanted: Scope, linked: Stories | None) -> Excerpt:
    """What matches by now, with the stories of several articles as far as they are known."""
    now = datetime.now(UTC).replace(microsecond=0)
    return exports.read(index, store, wanted, now, stories=linked.rows() if linked else {})


def scope(title: str, choices: Choices) -> Scope:
    """What the page shows, and the words for it."""
    narrowing = _narrowing() if title == "Movements" else None
    words = (*filters.words(choices), *(_ways(choices) if narrowing else ()))
    return Scope(title, state.wanted(), words, KINDS_OF.get(title, KINDS), base(), narrowing)


def base() -> str:
    """The address of this dashboard, as the browser has it."""
    return urlsplit(str(st.context.url or ""))._replace(path="/", query="", fragment="").geturl()


def summary(wanted: Scope) -> str:
    """How much is exported, and of what."""
    totals = data.totals(wanted.wanted)
    numbers = {"event": totals.events, "movement": totals.movements}
    parts = [titles.count(numbers[kind], kind) for kind in wanted.kinds]
    narrowed = ", narrowed as on the map" if wanted.moves else ""
    cut = f"; at most {MOST:,} of each, and the file says if it is cut" if max(numbers.values()) > MOST else ""
    apart = APART if state.shows_stories() else ""
    these = markdown.plain("; ".join(wanted.filters())) or "no filter"
    return f"{' and '.join(parts)}{narrowed} ({these}){cut}. {apart}What is corrected stands as corrected."


def _narrowing() -> Callable[[MovementRow], bool] | None:
    """The map's own choices of who moves, by what and until when."""
    view = state.current()
    if not (view.movers or view.vehicles or view.day):
        return None
    return lambda row: bool(days.until(choice.chosen([row], view.movers, view.vehicles), view.day))


def _ways(choices: Choices) -> tuple[str, ...]:
    view = state.current()
    names = {each.key: each.name for each in choices.entities}
    day = [f"until {view.day}"] if view.day else []
    return (*(names.get(key, key) for key in sorted(view.movers)), *sorted(view.vehicles), *day)

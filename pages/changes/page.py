"""What changed: since the last visit of this browser, in the view that the filters make."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from pages.changes import watched
from pages.changes.news import News, Turn, news
from pages.language import markdown
from pages.view import address, data, navigation, state, stories, visits
from pages.view.address import Selection
from pages.view.happenings import happenings
from pages.view.visits import Visit
from pages.widgets import evidence, frame, listing
from pipeline.index import Happening, MovementRow
from pipeline.wording import titles
from pipeline.wording.dates import long_day

TURNS: dict[Turn, str] = {
    "done": "Plans carried out",
    "off": "Called off or denied",
    "new": "New",
    "more": "More reports of what was known",
}
MOST_LISTED = 20
WATCHED = (
    "People, places and searches are watched by a view with a name: choose them, then “Snapshot”, “Save the view”."
)


def page(visit: Visit) -> None:
    """Sections of what changed beside the evidence of what is selected."""
    written = data.written_after(visit.version)
    corrected = data.corrected_after(visit.left)
    found, linked = happenings(state.wanted()), stories.latest()
    told = news(found, linked.by_id if linked else {}, written - corrected)
    st.caption(f"Since {long_day(visit.left.date())}, {visit.left:%H:%M} UTC. {WATCHED}")
    watched.draw(written - corrected)
    if not told and not corrected:
        st.info("Nothing in this view has changed since.")
        return
    listed, side = st.columns([1, 1], gap="medium")
    with listed:
        for turn, title in TURNS.items():
            section(turn, title, [each for each in told if each.turn == turn])
        corrections(corrected)
    with side:
        evidence.panel(("movement", "event"), state.marked() or (told[0].selection if told else None))


def section(turn: Turn, title: str, told: list[News]) -> None:
    """A heading, and a button for each."""
    if not told:
        return
    st.header(f"{title} ({len(told):,})", anchor=False)
    for each in told[:MOST_LISTED]:
        key = f"{turn}-{each.selection.kind}-{each.selection.id}"
        st.button(words(each.row), key=key, type="tertiary", on_click=state.select, args=(each.selection,))
    frame.shortened_note(min(len(told), MOST_LISTED), len(told), "change")


def words(row: Happening) -> str:
    return listing.movement(row) if isinstance(row, MovementRow) else listing.event(row)


def corrections(articles: frozenset[str]) -> None:
    """Articles that analysts corrected, each a link."""
    named = [row for row in data.articles() if row.id in articles]
    if not named:
        return
    st.header(f"{titles.count(len(named), 'article')} corrected", anchor=False)
    for row in named[:MOST_LISTED]:
        chosen = address.write(replace(state.current(), selected=Selection("article", row.id)))
        label = markdown.plain(row.title or "an untitled article")
        st.page_link(navigation.script("articles"), label=label, query_params=chosen)
    frame.shortened_note(min(len(named), MOST_LISTED), len(named), "article")


if since := visits.last():
    page(since)
else:
    st.info("This is the first visit of this browser. What changes from now on will stand here at the next.")

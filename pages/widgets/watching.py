"""Watching what is selected, or what the filters show: a view with a name, whose changes stand on "What changed"."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from urllib.parse import parse_qs, urlencode, urlsplit

import streamlit as st

from pages.view import address, data, state
from pages.view.address import Selection, View
from pages.widgets import corrector, filters
from pipeline.index import Choices, EventFilter
from pipeline.store.shares import ViewRow
from pipeline.wording import titles

PAGE = "/changes"
LONGEST_NAME = 120
HELP = "What changes in it stands on “What changed”, for everybody who uses this store"


def offer_watch(chosen: Selection, name: str) -> None:
    """Over what is selected: a button that watches it, or no longer."""
    if watched := of_selection(chosen):
        _button(name, path(watched), "this", "watch")


def offer_view(choices: Choices) -> None:
    """A button that watches what the filters show."""
    if (wanted := state.wanted()) != EventFilter():
        words = filters.words(choices)
        name = titles.shortened(", ".join(words), LONGEST_NAME) or "this period"
        _button(name, path(View(wanted)), "this view", "watch-view")


def _button(name: str, there: str, what: str, key: str) -> None:
    shares = data.store().shares
    same = next((row for row in shares.views() if row.address == there), None)
    if same:
        st.button("Stop watching", key=key, type="tertiary", on_click=corrector.attempt, args=(stop_watching, same.id))
    else:
        st.button(
            f"Watch {what}",
            key=key,
            type="tertiary",
            help=HELP,
            on_click=corrector.attempt,
            args=(watch, name, there),
        )


def watch(name: str, there: str) -> None:
    data.store().shares.save_view(name[:LONGEST_NAME], there, datetime.now(UTC).replace(tzinfo=None))


def stop_watching(view: str) -> None:
    data.store().shares.remove_view(view)


def of_selection(chosen: Selection) -> View | None:
    """What is watched of a person, a place or a source by its filter, of an event or movement by itself; or nothing."""
    one = frozenset({chosen.id})
    match chosen.kind:
        case "entity":
            return View(EventFilter(entities=one))
        case "place":
            return View(EventFilter(places=one))
        case "source":
            return View(EventFilter(sources=one))
        case "event" | "movement":
            return View(EventFilter(), chosen)
        case _:
            return None


def path(view: View) -> str:
    return f"{PAGE}?{urlencode(address.write(view), doseq=True)}"


def view_of(row: ViewRow) -> View:
    """Its filters, and what is selected if that is what is watched; what they name and is gone counts for nothing."""
    parts = urlsplit(row.address)
    read, _ = address.read(parse_qs(parts.query), data.choices())
    shown = View(read.wanted)
    return replace(shown, selected=read.selected) if parts.path == PAGE else shown

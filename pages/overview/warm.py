"""What the first view needs, made while the server starts and the browser loads, so that no reader waits for it."""

from __future__ import annotations

import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import import_module

import streamlit as st

from pages.view.background import Background
from pages.view.once import close_all

SHARED = "numpy"
"""Plotly takes this module as it finds it, even half imported by another thread; so it is whole before any starts."""

THRESHOLDS = 20_000, 20, 100
"""Of the collector: a run makes some 100,000 objects, next to none of them in circles."""


@asynccontextmanager
async def lifespan(_: st.App) -> AsyncIterator[None]:
    import_module(SHARED)
    gc.disable()
    warming = Background("warm-up", warm)
    warming.run(0.0)
    yield
    warming.wait_for_end()
    close_all()


def warm() -> None:
    """Make what the first view needs, which stays: collecting garbage does not look at it, then or after each run.

    Collections took a seventh of a first view, and the one that Streamlit makes after each run a tenth of a second.
    """
    try:
        warm_up()
    finally:
        gc.freeze()
        gc.set_threshold(*THRESHOLDS)
        gc.enable()


def warm_up() -> None:
    """Open the store, answer what a page without filters asks, and draw it once.

    Imports here, so that the server answers meanwhile. What fails, the page says when it is opened.
    """
    from pages.entities import figures as entity_figures
    from pages.movements import figures as movement_figures
    from pages.timeline import figures as timeline_figures
    from pages.timeline.rows import dated_events
    from pages.view import data, stories
    from pages.widgets import chart
    from pipeline.errors import PipelineError
    from pipeline.index import EventFilter

    try:
        data.choices()
        stories.latest()
        found = data.filtered_rows(EventFilter())
    except PipelineError:
        return
    chart.spec(movement_figures.movements_map(found.movements))
    chart.spec(entity_figures.counts(found.counts.entities))
    if shown := dated_events(found.events):
        chart.spec(timeline_figures.timeline(shown))

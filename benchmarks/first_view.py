"""The first view of a server just started, in a real browser, beside a bare page of Streamlit with two small charts.

Seconds from the start of the server, without the browser's own start: until the server answers, until the heading
stands, until a chart over time and a map both stand. The bare page is the least that a dashboard of these parts takes.
"""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, sync_playwright

from benchmarks.served import ROOT, processor_seconds, served

ROUNDS = 5
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
HEADING, CHARTS = "h1", (".cartesianlayer path", ".geo path")
BARE = """
import streamlit as st

st.title("A bare page")
st.plotly_chart({"data": [{"type": "bar", "x": ["2031-07-01", "2031-08-01"], "y": [3, 4]}], "layout": {}})
st.plotly_chart(
    {"data": [{"type": "scattergeo", "lon": [125, 131], "lat": [39, 43]}], "layout": {}},
    config={"topojsonURL": "/app/static/topojson/"},
)
"""
BARE_CONFIG = """
[browser]
gatherUsageStats = false
serverAddress = "localhost"
[server]
address = "localhost"
enableStaticServing = true
fileWatcherType = "none"
"""
HEAD = f"{'':14}{'answers':>10}{'heading':>10}{'charts':>10}{'processor':>11}"


def run(_: Path | None) -> int:
    """Print the medians of ``ROUNDS`` views of each, by turns; gold is not used."""
    with ExitStack() as held:
        folder = Path(held.enter_context(tempfile.TemporaryDirectory()))
        browser = held.enter_context(sync_playwright()).chromium.launch(executable_path=installed())
        held.callback(browser.close)
        bare = bare_page(folder / "bare")
        known = f"sqlite:///{folder}/known.sqlite"
        view(browser, ROOT, known)
        found = [
            (
                view(browser, bare, known),
                view(browser, ROOT, f"sqlite:///{folder}/new-{number}.sqlite"),
                view(browser, ROOT, known),
            )
            for number in range(ROUNDS)
        ]
    print(f"\n## first view, seconds, {ROUNDS} by turns\n{HEAD}")
    for name, views in zip(("a bare page", "a new store", "a known store"), zip(*found, strict=True), strict=True):
        print(f"{name:14}" + "".join(f"{figure:10.2f}" for figure in medians(views)))
    return 0


def installed() -> str | None:
    """A Chromium of this machine; None for Playwright's own."""
    return next(filter(None, map(shutil.which, BROWSERS)), None)


def bare_page(folder: Path) -> Path:
    """A folder with an app that draws two charts, and the land for its map."""
    shutil.copytree(ROOT / "static" / "topojson", folder / "static" / "topojson")
    (folder / ".streamlit").mkdir()
    (folder / ".streamlit" / "config.toml").write_text(BARE_CONFIG, "utf-8")
    (folder / "app.py").write_text(BARE, "utf-8")
    return folder


def view(browser: Browser, folder: Path, store: str) -> tuple[float, ...]:
    """When a server just started answers, and a window that is opened then shows heading and charts; its processor."""
    started = time.perf_counter()
    with served(store, folder) as (home, process):
        page = browser.new_context().new_page()
        moments = [time.perf_counter()]
        page.goto(home, wait_until="commit")
        page.wait_for_selector(HEADING)
        moments.append(time.perf_counter())
        for chart in CHARTS:
            page.wait_for_selector(chart, state="attached")
        moments.append(time.perf_counter())
        taken = processor_seconds(process)
        page.context.close()
    return *(moment - started for moment in moments), taken


def medians(views: Iterable[tuple[float, ...]]) -> list[float]:
    return [median(figures) for figures in zip(*views, strict=True)]

"""The first view of a server just started, in a real browser, beside a bare page of Streamlit with two small charts.

Seconds from the start of the server: until it has sent the whole page to a client without a browser; until it answers;
until a window that is opened then shows the heading, and both a chart over time and a map. The bare page
is the least that a dashboard of these parts takes.
"""

from __future__ import annotations

import asyncio
import shutil
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from itertools import count
from pathlib import Path
from random import Random
from statistics import median

from playwright.sync_api import BrowserType, sync_playwright

from benchmarks.served import ROOT, processor_seconds, served
from benchmarks.sessions import reading

ROUNDS = 5
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = ["--disable-gpu"]
"""Where there is none, Chromium imitates one on the processor, which takes a second of each view."""
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
HEAD = f"{'':14}{'sent':>10}{'answers':>10}{'heading':>10}{'charts':>10}{'processor':>11}"


def run(_: Path | None) -> int:
    """Print the medians of ``ROUNDS`` views of each, by turns; gold is not used."""
    with ExitStack() as held:
        folder = Path(held.enter_context(tempfile.TemporaryDirectory()))
        chromium = held.enter_context(sync_playwright()).chromium
        bare, numbers = bare_page(folder / "bare"), count()

        def store(name: object) -> str:
            return f"sqlite:///{folder}/{name}.sqlite"

        views(chromium, ROOT, store("known"), store("known"))
        found = [
            (
                views(chromium, bare, store("unused"), store("unused")),
                views(chromium, ROOT, store(next(numbers)), store(next(numbers))),
                views(chromium, ROOT, store("known"), store("known")),
            )
            for _ in range(ROUNDS)
        ]
    print(f"\n## first view, seconds, {ROUNDS} by turns\n{HEAD}")
    for name, each in zip(("a bare page", "a new store", "a known store"), zip(*found, strict=True), strict=True):
        medians = (median(figures) for figures in zip(*each, strict=True))
        print(f"{name:14}" + "".join(f"{figure:10.2f}" for figure in medians))
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


def views(chromium: BrowserType, folder: Path, store: str, other: str) -> tuple[float, ...]:
    """When a server of one store has sent its page, and how one of the other is seen."""
    with ThreadPoolExecutor(1) as apart:  # Playwright has a loop running in this thread
        sent = apart.submit(first_run, folder, store).result()
    return sent, *seen(chromium, folder, other)


def first_run(folder: Path, store: str) -> float:
    """Seconds until a server just started has sent its first page to a client without a browser."""

    async def read(home: str) -> None:
        async with reading(home, Random(0)) as reader:
            await reader.rerun()

    started = time.perf_counter()
    with served(store, folder) as (home, _):
        asyncio.run(read(home))
        return time.perf_counter() - started


def seen(chromium: BrowserType, folder: Path, store: str) -> tuple[float, ...]:
    """When a server just started answers, and a new window shows a heading and the charts; its processor's seconds."""
    with chromium.launch(executable_path=installed(), args=FLAGS) as browser:
        page, started = browser.new_page(), time.perf_counter()
        with served(store, folder) as (home, process):
            moments = [time.perf_counter()]
            page.goto(home, wait_until="commit")
            page.wait_for_selector(HEADING)
            moments.append(time.perf_counter())
            for chart in CHARTS:
                page.wait_for_selector(chart, state="attached")
            moments.append(time.perf_counter())
            taken = processor_seconds(process)
    return *(moment - started for moment in moments), taken

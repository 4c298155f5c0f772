"""The dashboard on a store of made-up articles: queries, reruns, memory, the first view, and adding a text.

``DATELINE_EVENTS`` says how many events; 100,000 without it.
"""

from __future__ import annotations

import os
import resource
import shutil
import tempfile
import time
from collections.abc import Callable, Mapping
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from statistics import median

from playwright.sync_api import sync_playwright
from streamlit.testing.v1 import AppTest

from benchmarks import synthetic
from benchmarks.served import processor_seconds, served
from pipeline.index import Index, folder_of
from pipeline.store import Store

ROOT = Path(__file__).parent.parent
EVENTS, ROUNDS = 100_000, 3
ADD_WORDS = 400
BROWSER = ("chromium", "chromium-browser", "google-chrome")
PAGES = ("overview", "timeline", "movements", "network", "entities", "sources")
CHANGES = {
    "from": ("text_input", "period-first", "1 January 2015"),
    "to": ("text_input", "period-last", "31 December 2017"),
    "type": ("multiselect", "filter-types", ["CONSULT"]),
    "3 types": ("multiselect", "filter-types", ["AID", "ACCUSE", "ASSAULT"]),
    "person": ("multiselect", "filter-entities", ["person:person3"]),
    "place": ("multiselect", "filter-places", ["3"]),
    "source": ("multiselect", "filter-sources", ["name:person3"]),
    "search": ("text_input", "filter-search", "article77"),
}


def run(gold: Path | None) -> int:
    """Print medians beside the budgets; gold is not used. The machine should have nothing else to do."""
    events = int(os.environ.get("DATELINE_EVENTS", EVENTS))
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/made-up.sqlite"
        filled = seconds(lambda: synthetic.fill(url, events))
        queries(url, events)
        with get_context("spawn").Pool(1, maxtasksperchild=1) as alone:
            pages = {page: alone.apply(reruns, (url, page)) for page in PAGES}
        new, known = (
            [
                median(taken)
                for taken in zip(*(first_view(f"sqlite:///{folder}/{n}.sqlite") for n in range(ROUNDS)), strict=True)
            ]
            for _ in ("new stores", "the same again")
        )
        added = adding(f"sqlite:///{folder}/added.sqlite")
    print_pages(events, pages)
    for store, (started, first, taken) in (("a new store", new), ("a store that is there", known)):
        print(f"{f'server answers, {store}, s':44}{started:10.2f}")
        print(f"{f'first view from its start, {store}, s':44}{started + first:10.2f}{2:10}")
        print(f"{'of which its processor was busy, s':44}{taken:10.2f}")
    print(f"{'adding an article of 400 words, s':44}{added:10.2f}{2:10}")
    print(f"{'filling the store, s':44}{filled:10.0f}")
    return 0


def print_pages(events: int, pages: Mapping[str, tuple[list[float], float]]) -> None:
    """The reruns of each page with each filter, in seconds, and the memory they took, beside the budgets."""
    limit = 0.2 if events <= EVENTS else 0.5
    print(f"\n## reruns with a new filter, {events:,} events, s\n{'':16}" + "".join(f"{name:>9}" for name in CHANGES))
    for page, (taken, _) in pages.items():
        print(f"{page:16}" + "".join(f"{each:9.2f}" for each in taken))
    every = [each for taken, _ in pages.values() for each in taken]
    megabytes = max(most for _, most in pages.values())
    print(f"\n## dashboard, {events:,} events\n{'':44}{'measured':>10}{'budget':>10}")
    print(f"{'rerun with a new filter, median, s':44}{median(every):10.2f}{limit:10.1f}")
    print(f"{'rerun with a new filter, slowest, s':44}{max(every):10.2f}{limit:10.1f}")
    print(f"{'memory of the process without model, MB':44}{megabytes:10.0f}{400:10}")


def seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def queries(url: str, events: int) -> None:
    """How long the index is built, and what the overview asks of it, in milliseconds, for each filter."""
    store = Store.open(url)
    index = Index(store, folder_of(store.address()))
    print(f"\n## building the index of {events:,} events: {seconds(index.update):.1f} s")
    print(f"\n## queries, {events:,} events, ms\n{'':16}{'counts':>9}{'events':>9}{'bins':>9}{'moves':>9}{'quoted':>9}")
    for name, wanted in synthetic.FILTERS.items():
        bins = partial(index.event_bins, unit="month")
        asked = (index.counts, index.events, bins, index.movements, index.quoted)
        times = (1000 * median(seconds(partial(ask, wanted)) for _ in range(ROUNDS)) for ask in asked)
        print(f"{name:16}" + "".join(f"{taken:9.0f}" for taken in times))
    index.close()
    store.close()


def reruns(url: str, page: str) -> tuple[list[float], float]:
    """Seconds of a rerun for each filter that was not asked before, and the most megabytes that the process held."""
    os.environ["DATELINE_STORE"] = url
    app = AppTest.from_file(ROOT / "pages" / "main.py", default_timeout=300).run()
    app.switch_page(f"{page}/page.py").run()
    return [rerun(app, *change) for change in CHANGES.values()], resource.getrusage(
        resource.RUSAGE_SELF
    ).ru_maxrss / 1024


def rerun(app: AppTest, widget: str, key: str, value: object) -> float:
    """Seconds with that filter alone, which is taken away again."""
    widgets = getattr(app, widget)
    before = widgets(key=key).value
    widgets(key=key).set_value(value)
    taken = seconds(app.run)
    if app.exception or app.error:
        raise RuntimeError([*app.exception, *app.error])
    getattr(app, widget)(key=key).set_value(before)
    app.run()
    return taken


def first_view(url: str) -> tuple[float, float, float]:
    """Seconds to a server that answers, from there to a page with its charts in a browser that is open already, and
    of the server's processor until then.
    """
    installed = next((path for name in BROWSER if (path := shutil.which(name))), None)
    with sync_playwright() as playwright:
        page = playwright.chromium.launch(executable_path=installed, args=["--no-sandbox"]).new_page()
        begun = time.perf_counter()
        with served(url) as (home, process):
            started = time.perf_counter() - begun
            shown = seconds(lambda: (page.goto(home), page.wait_for_selector(".js-plotly-plot .main-svg >> nth=1")))
            return started, shown, processor_seconds(process)


def adding(url: str) -> float:
    """Seconds to read and keep a text once the model is there."""
    from pages.add_text.extraction import extract
    from pipeline import readers

    store = Store.open(url)
    line = "President Adaeze Okafor visited Lisbon on 4 March {} and met Rui Prado, officials said. "
    texts = ["".join(line.format(1900 + year + n) for year in range(ADD_WORDS // 15)) for n in range(ROUNDS + 1)]

    def add(text: str) -> None:
        found = extract(readers.draft(text))
        store.add(found.reading, found.analysis)

    add(texts[0])
    return median(seconds(partial(add, text)) for text in texts[1:])

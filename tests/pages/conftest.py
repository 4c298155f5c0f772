from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from shutil import copy

import pytest
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Selectbox
from streamlit.util import calc_hash

from pages.view import indexing
from pages.view.once import close_all
from tests.pages.sample import fill

MAIN = Path(__file__).parents[2] / "pages" / "main.py"


@pytest.fixture(scope="session", autouse=True)
def packages_scanned_once() -> Iterator[None]:
    """Streamlit looks through all installed packages for components before the first run of each ``AppTest``."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest_scanner, "scan_component_manifests", cache(manifest_scanner.scan_component_manifests))
        yield


@pytest.fixture(autouse=True)
def index_in_memory(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Small, waited for however busy the machine is, and closed with its threads when the test is over."""
    monkeypatch.setenv("DATELINE_INDEX", "memory")
    monkeypatch.setattr(indexing, "WAIT", 60.0)
    yield
    close_all()


@pytest.fixture(scope="session")
def filled_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the sample articles in it, to be copied."""
    file = tmp_path_factory.mktemp("filled") / "dateline.sqlite"
    fill(f"sqlite:///{file}")
    return file


@pytest.fixture
def store_url(filled_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A store of this test's own, with the sample articles in it; the app opens it."""
    url = f"sqlite:///{copy(filled_store, tmp_path)}"
    monkeypatch.setenv("DATELINE_STORE", url)
    return url


@pytest.fixture
def app(store_url: str, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """The real app on that store. Streamlit makes the page ``__main__``, which processes of later tests would run."""
    monkeypatch.setitem(sys.modules, "__main__", sys.modules["__main__"])
    return AppTest.from_file(MAIN, default_timeout=120)


def typed_into(list_: Selectbox[str], words: str) -> AppTest:
    """After typing what a list does not offer yet."""
    list_.options.append(words)
    return list_.set_value(words).run()


def open_page(app: AppTest, name: str) -> AppTest:
    """Open the app on one of its pages, as a link does: ``switch_page`` knows them only after another was drawn."""
    app._page_hash = calc_hash(name)
    return app.run()

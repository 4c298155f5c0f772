from __future__ import annotations

import sys
from pathlib import Path
from shutil import copy

import pytest
from streamlit.testing.v1 import AppTest

from pages.view import indexing
from tests.pages.sample import fill

MAIN = Path(__file__).parents[2] / "pages" / "main.py"


@pytest.fixture(autouse=True)
def index_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """Small, and waited for however busy the machine is."""
    monkeypatch.setenv("DATELINE_INDEX", "memory")
    monkeypatch.setattr(indexing, "WAIT", 60.0)


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
    return AppTest.from_file(MAIN, default_timeout=30)

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.sample import fill

MAIN = Path(__file__).parents[2] / "pages" / "main.py"


@pytest.fixture
def store_url(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A store of this test's own, with the sample articles in it; the app opens it."""
    url = f"sqlite:///{tmp_path / 'dateline.sqlite'}"
    fill(url)
    monkeypatch.setenv("DATELINE_STORE", url)
    return url


@pytest.fixture
def app(store_url: str) -> AppTest:
    """The real app on that store."""
    return AppTest.from_file(MAIN, default_timeout=30)

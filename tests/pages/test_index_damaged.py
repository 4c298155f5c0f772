"""A dashboard whose index cannot be read says so and goes on by itself."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from pages.view import indexing
from pages.view.background import Background
from pages.view.once import close_all
from pipeline.index import Index
from pipeline.store import Store
from tests.index.test_failures import one_block
from tests.pages.conftest import MAIN


@pytest.fixture
def file(store_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The index of the sample articles, which the app will open."""
    monkeypatch.setenv("DATELINE_INDEX", str(tmp_path / "index"))
    with closing(Store.open(store_url)) as store, closing(Index(store, tmp_path / "index")) as index:
        index.update()
        assert index.path is not None
        return index.path


def numbers(app: AppTest) -> list[str]:
    """At the head of the page."""
    return [link.label for link in app.page_link if link.label.startswith("**")]


def test_a_page_goes_on_when_its_damaged_index_was_made_anew(file: Path) -> None:
    expected = numbers(AppTest.from_file(MAIN, default_timeout=120).run())
    close_all()
    one_block(file)
    app = AppTest.from_file(MAIN, default_timeout=120).run()
    assert numbers(app) == expected
    assert not app.warning
    assert not app.error


def test_a_page_says_that_its_index_is_made_anew(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one_block(file)
    monkeypatch.setattr(Background, "run", lambda *_: None)
    app = AppTest.from_file(MAIN, default_timeout=120).run()
    assert "is being made anew" in app.warning[0].value
    assert not app.error
    assert not app.exception


def test_progress_says_why_it_is_so_at_each_start() -> None:
    kept, not_kept = (indexing.said(1000, 2000, "Wait.", problem) for problem in ("", "disk full"))
    assert kept == "Indexing articles: 1,000 of 2,000. Wait."
    assert not_kept.removeprefix(kept) == " It is so at each start, as the index cannot be kept in a file: disk full."

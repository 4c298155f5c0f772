"""The articles that come with Dateline: marked, and removed by one click."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from pages.view import navigation
from pipeline.store import Store
from pipeline.store.seeds import FOLDER
from tests.pages.conftest import MAIN, open_page

NUMBER = len(list(FOLDER.glob("*.txt")))


@pytest.fixture
def new(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """The app on a store that it makes itself, opened on Articles."""
    monkeypatch.setenv("DATELINE_STORE", f"sqlite:///{tmp_path / 'new.sqlite'}")
    monkeypatch.setitem(sys.modules, "__main__", sys.modules["__main__"])
    app = AppTest.from_file(MAIN, default_timeout=120).run()
    return app.switch_page(str(navigation.script("articles"))).run()


def test_samples_are_marked_and_removed_for_good(new: AppTest, tmp_path: Path) -> None:
    assert any(f"{NUMBER} sample articles came with Dateline" in caption.value for caption in new.caption)
    new.button(key="remove-samples").click().run()
    assert not new.exception
    assert "no article yet" in new.info[0].value
    store = Store.open(f"sqlite:///{tmp_path / 'new.sqlite'}")
    assert store.articles() == []


def test_samples_are_counted_beside_the_numbers(new: AppTest) -> None:
    new.switch_page(str(navigation.script("overview"))).run()
    assert f"{NUMBER} sample articles in the store" in [link.label for link in new.page_link]


def test_samples_that_are_none_are_not_spoken_of(app: AppTest) -> None:
    open_page(app, "articles")
    assert not any("sample" in caption.value for caption in app.caption)
    assert "remove-samples" not in {button.key for button in app.button}

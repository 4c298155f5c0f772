"""The dashboard on the folder of a batch run, as it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from benchmarks.synthetic import finished_run
from pipeline.domain import Analysis, Reading
from pipeline.store import open_store
from tests.pages.test_app import card, script, tiles


@pytest.fixture
def on_folder(app: AppTest, store_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """The app on a folder with the sample articles."""
    folder = finished_run(tmp_path / "run", kept(store_url))
    monkeypatch.setenv("DATELINE_STORE", f"parquet:{folder}")
    return app.run()


def kept(url: str) -> list[tuple[Reading, Analysis]]:
    store = open_store(url)
    found = [(Reading((), (), (), (), (), (), (), ()), store.analysis(row.id)) for row in store.articles()]
    store.close()
    return found


def test_parquet_is_shown_as_a_database_is(on_folder: AppTest, store_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    shown, evidence = tiles(on_folder), card(on_folder)
    monkeypatch.setenv("DATELINE_STORE", store_url)
    on_folder.run()
    assert (tiles(on_folder), card(on_folder)) == (shown, evidence)


def test_parquet_takes_no_correction_and_says_so(on_folder: AppTest) -> None:
    before = card(on_folder)
    on_folder.button(key="verdict-wrong").click().run()
    assert "read and not written to" in on_folder.toast[0].value
    assert not on_folder.exception
    assert card(on_folder) == before


def test_parquet_articles_stay(on_folder: AppTest) -> None:
    on_folder.switch_page(script("articles")).run()
    remove = next(button for button in on_folder.button if (button.key or "").startswith("remove-"))
    remove.click().run()
    assert "read and not written to" in on_folder.toast[0].value
    assert not on_folder.exception


def test_parquet_says_that_no_text_can_be_kept_before_one_is_read(on_folder: AppTest) -> None:
    on_folder.switch_page(script("add_text")).run()
    assert "read and not written to" in on_folder.info[0].value
    assert not on_folder.exception

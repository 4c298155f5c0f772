from __future__ import annotations

import gc
import subprocess
import sys
from pathlib import Path

import pytest

from pages.overview import warm
from pages.view import data
from pipeline.index import EventFilter, Index

ROOT = Path(__file__).parents[3]
PROBE = """
import sys
from pages.overview import warm
warm.warm_up()
print(*(name for name in ("alembic", "ftfy", "pandas", "plotly", "pyarrow", "spacy") if name in sys.modules))
"""


def test_warm_up_leaves_nothing_to_ask_for_the_first_page(store_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    warm.warm_up()
    for asked in ("choices", "counts", "events", "movements"):
        monkeypatch.delattr(Index, asked)
    assert data.choices().articles
    assert data.filtered_rows(EventFilter()).events


def test_what_was_warmed_up_is_no_longer_looked_at_by_the_collector(store_url: str) -> None:
    gc.unfreeze()
    gc.disable()
    try:
        warm.warm()
        assert gc.isenabled()
        assert gc.get_freeze_count() > 0
    finally:
        gc.enable()
        gc.unfreeze()


def test_warm_up_leaves_errors_to_the_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_STORE", "sqlite:////no/such/folder/store.sqlite")
    warm.warm_up()


def test_warm_up_draws_a_new_store_without_the_model_and_what_else_takes_long_to_import(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATELINE_STORE", f"sqlite:///{tmp_path / 'new.sqlite'}")
    found = subprocess.run([sys.executable, "-c", PROBE], cwd=ROOT, check=True, capture_output=True, text=True)
    assert found.stdout.split() == ["plotly"]


def test_the_server_answers_before_store_and_index_are_imported() -> None:
    probe = (
        "import sys, app; print(*({'duckdb', 'numpy', 'pandas', 'pipeline.index', 'sqlalchemy'} & set(sys.modules)))"
    )
    found = subprocess.run([sys.executable, "-c", probe], cwd=ROOT, check=True, capture_output=True, text=True)
    assert found.stdout.split() == []

"""How often the database of a store is asked for its version, and what is seen of writes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import pytest
from streamlit.testing.v1 import AppTest

from pages.view import data, presence
from pages.view.presence import Presence
from pipeline.store import Store


@pytest.fixture
def store(store_url: str) -> Iterator[Store]:
    with closing(Store.open(store_url)) as opened:
        yield opened


@pytest.fixture
def watched(store: Store) -> Presence:
    return Presence(store, 0, lambda _: None)


def test_presence_shows_what_this_process_wrote_at_once(
    store: Store, watched: Presence, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(presence, "FRESH_SECONDS", 60.0)
    watched.refresh()
    before = watched.version()
    store.remove(store.articles()[0].id)
    assert watched.version() > before


def test_presence_shows_what_others_wrote_when_it_is_refreshed(
    store_url: str, watched: Presence, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(presence, "FRESH_SECONDS", 60.0)
    watched.refresh()
    before = watched.version()
    with closing(Store.open(store_url)) as other:
        other.remove(other.articles()[0].id)
    assert watched.version() == before
    watched.refresh()
    assert watched.version() > before


def test_a_page_asks_for_the_version_once_a_run(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    app.run()
    monkeypatch.setattr(presence, "FRESH_SECONDS", 60.0)
    asked: list[int] = []
    original = Store.version

    def version(self: Store) -> int:
        asked.append(1)
        return original(self)

    monkeypatch.setattr(Store, "version", version)
    app.multiselect(key="filter-types").set_value(["CONSULT"]).run()
    assert not app.exception
    assert len(asked) == 1
    assert data.articles()

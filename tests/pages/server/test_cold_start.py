"""A link that is opened before the store is indexed."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Event

import pytest
from streamlit.testing.v1 import AppTest

from pages.view import data, indexing
from pipeline.index import Index
from tests.pages.test_app import address


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """Indexing goes on when this is set, and pages do not wait for it."""
    released, update = Event(), Index.update

    def late(index: Index) -> None:
        released.wait(60)
        update(index)

    monkeypatch.setattr(Index, "update", late)
    monkeypatch.setattr(indexing, "WAIT", 0.0)
    yield released
    released.set()


def indexed(store_url: str, held: Event) -> None:
    held.set()
    data.indexing(store_url)._background.run(60)


@pytest.mark.parametrize("status", ["occurred", "planned"])
def test_link_keeps_its_filter_until_the_store_is_indexed(
    app: AppTest, store_url: str, held: Event, status: str
) -> None:
    app.query_params["status"] = status
    first = app.run()
    assert not first.exception
    assert not first.warning
    assert address(first) == {"status": [status]}
    indexed(store_url, held)
    second = app.run()
    assert not second.warning
    assert address(second) == {"status": [status]}
    assert app.session_state["filter-statuses"] == [status]


def test_link_to_what_is_not_in_the_store_is_refused_once_it_is_indexed(
    app: AppTest, store_url: str, held: Event
) -> None:
    app.query_params["type"] = "Nonsense"
    assert not app.run().warning
    indexed(store_url, held)
    assert "nothing here has that type" in app.run().warning[0].value
    assert address(app) == {}


def test_address_without_filters_shows_what_is_indexed_so_far(app: AppTest, held: Event) -> None:
    assert app.run().title[0].value == "Overview"
    assert app.sidebar.multiselect

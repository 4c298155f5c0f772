"""A dashboard whose database goes away goes on from its index, says so, and resumes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from pages.view import data, presence
from pages.view.once import close_all
from pipeline.errors import StoreAwayError
from pipeline.index import EventFilter, Index
from pipeline.store import Store
from tests.index.test_failures import take_away
from tests.pages.conftest import MAIN
from tests.pages.sample import fill
from tests.store.conftest import new_database
from tests.store.conftest import postgres as postgres

AWAY = "database of the store does not answer"


@pytest.fixture
def empty(postgres: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A store on a PostgreSQL server, which is asked again at once."""
    url = new_database(postgres)
    monkeypatch.setenv("DATELINE_STORE", url)
    monkeypatch.setattr(presence, "RETRY_SECONDS", 0.0)
    yield url
    end_server(url)


@pytest.fixture
def address(empty: str) -> str:
    """With the sample articles."""
    fill(empty)
    return empty


def end_server(address: str) -> None:
    """What the pages hold of a store is closed and forgotten, as when their process ends."""
    close_all()


def shown(app: AppTest) -> list[str]:
    """The numbers at the head of the page, each with what it counts."""
    return [link.label for link in app.page_link if link.label.startswith("**")]


def test_pages_go_on_from_the_index_while_the_database_is_away(address: str, postgres: str) -> None:
    app = AppTest.from_file(MAIN, default_timeout=120).run()
    before = shown(app)
    take_away(postgres, address, away=True)
    app.run()
    assert shown(app) == before
    assert AWAY in app.warning[0].value
    assert not app.error
    app.multiselect(key="filter-types").set_value(["CONSULT"]).run()
    assert shown(app) != before
    assert not app.error
    take_away(postgres, address, away=False)
    data.store().remove(data.articles()[0].id)
    app.multiselect(key="filter-types").set_value([]).run()
    assert not app.warning
    assert shown(app)[0] == "**1** article"
    assert not app.exception


def test_a_write_while_the_database_is_away_says_what_to_do(address: str, postgres: str) -> None:
    app = AppTest.from_file(MAIN, default_timeout=120).run()
    take_away(postgres, address, away=True)
    app.button(key="verdict-wrong").click().run()
    assert "nothing was changed; see that its server runs" in app.toast[0].value.replace("\\", "")
    take_away(postgres, address, away=False)
    assert data.corrections() == ()


def test_a_server_started_while_the_database_is_away_opens_from_the_index(
    address: str, postgres: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATELINE_INDEX", str(tmp_path / "index"))
    with closing(Store.open(address)) as store, closing(Index(store, tmp_path / "index")) as index:
        index.update()
        known = index.counts(EventFilter()).totals
    take_away(postgres, address, away=True)
    app = AppTest.from_file(MAIN, default_timeout=120).run()
    assert shown(app)[:2] == [f"**{known.articles}** articles", f"**{known.events}** events"]
    assert AWAY in app.warning[0].value
    assert "may be old" in app.warning[0].value
    for page in ("timeline", "movements", "network", "entities", "sources"):
        app.switch_page(f"{page}/page.py").run()
        assert not app.error
        assert not app.exception
    with pytest.raises(StoreAwayError):
        data.store().remove("any")
    take_away(postgres, address, away=False)
    data.store().remove(data.articles()[0].id)
    app.switch_page("overview/page.py").run()
    assert not app.warning
    assert shown(app)[0] == "**1** article"


def test_a_new_store_whose_database_is_away_says_so_and_begins_when_it_is_back(empty: str, postgres: str) -> None:
    take_away(postgres, empty, away=True)
    app = AppTest.from_file(MAIN, default_timeout=120).run()
    assert AWAY in app.error[0].value
    take_away(postgres, empty, away=False)
    app.run()
    assert not app.error
    assert shown(app)[0] == f"**{len(data.samples())}** articles"

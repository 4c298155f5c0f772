"""A dashboard whose database goes away goes on from its index, says so, and resumes."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from pages.view import data, presence
from tests.index.test_failures import take_away
from tests.pages.conftest import MAIN
from tests.pages.sample import fill
from tests.store.conftest import new_database
from tests.store.conftest import postgres as postgres

AWAY = "database of the store does not answer"


@pytest.fixture
def address(postgres: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """The sample articles on a PostgreSQL server, which is asked again at once."""
    url = new_database(postgres)
    fill(url)
    monkeypatch.setenv("DATELINE_STORE", url)
    monkeypatch.setattr(presence, "AGAIN", 0.0)
    return url


def shown(app: AppTest) -> list[str]:
    """The numbers at the head of the page, each with what it counts."""
    return [link.label for link in app.page_link if link.label.startswith("**")]


def test_pages_go_on_from_the_index_while_the_database_is_away(address: str, postgres: str) -> None:
    app = AppTest.from_file(MAIN, default_timeout=60).run()
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
    app = AppTest.from_file(MAIN, default_timeout=60).run()
    take_away(postgres, address, away=True)
    app.button(key="verdict-wrong").click().run()
    assert "nothing was changed; see that its server runs" in app.toast[0].value.replace("\\", "")
    take_away(postgres, address, away=False)
    assert data.corrections() == ()

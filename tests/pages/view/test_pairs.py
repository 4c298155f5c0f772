"""Who does what to whom, counted over events as pages show them."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from pages.view import pairs, stories
from pipeline.domain import EventType
from pipeline.index import Participation
from pipeline.store import Store
from tests.pages.conftest import open_page
from tests.pages.rows import event
from tests.pages.test_stories import DENIED, EARLY, LATE

ANA, BO = Participation("person:ana", "Ana"), Participation(None, "two men")


def test_counted_by_pair_and_type_the_most_frequent_first() -> None:
    met = event(id="e1", actors=(ANA,), recipients=(BO,))
    planned = event(id="e2", actors=(ANA,), recipients=(BO, BO), status="planned")
    blamed = event(id="e3", actors=(BO,), recipients=(ANA,), type="ACCUSE")
    [talks, accusation] = pairs.count_dyads([blamed, met, planned])
    assert (talks.key, talks.type, talks.events, talks.settled) == ("person:ana/two%20men", "CONSULT", 2, 1)
    assert (accusation.actor, accusation.recipient, accusation.events) == (BO, ANA, 1)


@pytest.mark.parametrize(("type_", "mutual"), [("CONSULT", True), ("ASSAULT", None)])
def test_counted_two_who_act_together_are_a_pair_where_the_type_is_mutual(
    type_: EventType, mutual: bool | None
) -> None:
    found = pairs.count_dyads([event(type=type_, actors=(BO, ANA), recipients=())])
    assert [row.mutual for row in found] == ([mutual] if mutual else [])


def test_network_counts_what_several_articles_tell_once(
    app: AppTest, store_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stories, "WAIT", 60.0)
    store = Store.open(store_url)
    for reading, analysis in (EARLY, LATE, DENIED):
        store.add(reading, analysis)
    store.close()
    app.query_params.update({"select": "dyad:person:marta%20okafor/person:tomas%20lindgren", "doubtful": "yes"})
    open_page(app, "network")
    [card] = [each.value for each in app.html if "Who to whom" in each.value]
    assert "1 event: Accusation 1" in card
    assert "3 reports in 3 articles" in card
    app.button(key="article-by-article").click().run()
    [card] = [each.value for each in app.html if "Who to whom" in each.value]
    assert "3 events: Accusation 3" in card

"""One with another, or somebody else: from the card of an entity, and back."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from pages.view import data
from pipeline.index import EventFilter
from pipeline.store import Store
from tests.pages import two_georgias
from tests.pages.conftest import open_page, typed_into
from tests.pages.drafting import EMPTY_READING, Draft
from tests.store.indexed import Indexed

ALL = EventFilter(doubtful=True)
COSTA, DIAS = "person:ana-costa", "person:rui-dias"


def test_one_person_is_made_another_everywhere_and_parted_again(app: AppTest, store_url: str) -> None:
    app.query_params["select"] = f"entity:{DIAS}"
    open_page(app, "entities")
    app.session_state[f"same-{DIAS}"] = True
    app.run()
    app.selectbox(key=f"same-as-{DIAS}").select(COSTA).run()
    assert not app.exception
    store = Indexed.open(store_url)
    assert {row.key for row in store.counts().entities}.isdisjoint({DIAS})
    assert len(store.corrections()) == 2
    app.button(key="undo-last").click().run()
    assert DIAS in {row.key for row in store.counts().entities}
    store.close()


def test_one_person_is_made_another_by_a_click_where_they_share_a_name(app: AppTest, store_url: str) -> None:
    store = Store.open(store_url)
    draft = Draft("Dias slept.", "Sleep", None, None)
    draft.entity("person:dias", "person", "Dias", ("Dias", "name"))
    store.add(EMPTY_READING, draft.analysis())
    store.close()
    app.query_params["select"] = "entity:person:dias"
    open_page(app, "entities")
    app.session_state["same-person:dias"] = True
    app.run()
    app.button(key=f"same-as-person:dias-{DIAS}").click().run()
    assert not app.exception
    assert app.query_params["select"] == f"entity:{DIAS}"
    assert "person:dias" not in {each.key for each in data.choices().entities}


def test_a_person_is_made_a_body_by_a_click_and_back(app: AppTest) -> None:
    app.query_params["select"] = f"entity:{DIAS}"
    open_page(app, "entities")
    app.session_state[f"same-{DIAS}"] = True
    app.run()
    app.button(key=f"kind-of-{DIAS}-organization").click().run()
    assert not app.exception
    assert app.query_params["select"] == "entity:organization:rui-dias"
    assert {each.key: each.kind for each in data.choices().entities}["organization:rui-dias"] == "organization"
    app.button(key="undo-last").click().run()
    assert DIAS in {each.key for each in data.choices().entities}
    assert app.query_params["select"] == f"entity:{DIAS}"


def test_a_person_is_made_one_with_a_body(app: AppTest, store_url: str) -> None:
    store = Store.open(store_url)
    draft = Draft("Dias Works closed.", "Close", None, None)
    draft.entity("organization:dias-works", "organization", "Dias Works", ("Dias Works", "name"))
    store.add(EMPTY_READING, draft.analysis())
    store.close()
    app.query_params["select"] = f"entity:{DIAS}"
    open_page(app, "entities")
    app.session_state[f"same-{DIAS}"] = True
    app.run()
    assert "Dias Works" not in {each.name for each in data.choices().entities}
    app.query_params["select"] = "entity:organization:dias-works"
    app.run()
    app.session_state["same-organization:dias-works"] = True
    app.run()
    button = app.button(key=f"same-as-organization:dias-works-{DIAS}")
    assert button.label == "Rui Dias · person"
    button.click().run()
    assert not app.exception
    mentioned = {each.article for each in data.mentions(DIAS, ALL)}
    assert len(mentioned) == 3


def test_whoever_an_article_names_is_offered_also_who_takes_part_in_nothing(app: AppTest, store_url: str) -> None:
    store = Store.open(store_url)
    draft = Draft("Olga Prado watched Luis Ferro.", "Idle", None, None)
    draft.entity("person:olga-prado", "person", "Olga Prado", ("Olga Prado", "name"))
    draft.entity("person:luis-ferro", "person", "Luis Ferro", ("Luis Ferro", "name"))
    store.add(EMPTY_READING, draft.analysis())
    store.close()
    app.query_params["select"] = "entity:person:olga-prado"
    open_page(app, "entities")
    app.session_state["same-person:olga-prado"] = True
    app.run()
    assert "person:luis-ferro" not in {each.key for each in data.choices().entities}
    app.selectbox(key="same-as-person:olga-prado").select("person:luis-ferro").run()
    assert app.query_params["select"] == "entity:person:luis-ferro"


def test_who_has_no_name_is_told_apart_by_the_article(app: AppTest, store_url: str) -> None:
    store = Store.open(store_url)
    for number, title in enumerate(("Ferry aground", "Dam leaks")):
        draft = Draft(f"{title}. A spokesman spoke.", title, None, None)
        key = f"person:spokesman-0a1b2c3{number}"
        draft.entity(key, "person", "A spokesman", ("A spokesman", "nominal"))
        told = draft.report("A spokesman spoke.", "spoke", "occurred")
        draft.event(("STATEMENT", None), ["A spokesman"], [], [told])
        store.add(EMPTY_READING, draft.analysis())
    store.close()
    page = open_page(app, "entities")
    offered = page.multiselect(key="filter-entities").options
    assert {"A spokesman (in “Ferry aground”) · person", "A spokesman (in “Dam leaks”) · person"} <= set(offered)
    assert not [each for each in offered if each.startswith("Rui Dias (in")]
    app.query_params["select"] = "entity:person:spokesman-0a1b2c30"
    app.run()
    app.session_state["same-person:spokesman-0a1b2c30"] = True
    app.run()
    assert not [each.key for each in app.button if str(each.key).startswith("same-as-")], "it shares no name"


def test_a_name_is_parted_by_a_click(app: AppTest) -> None:
    app.query_params["select"] = f"entity:{DIAS}"
    open_page(app, "entities")
    app.session_state[f"apart-{DIAS}"] = True
    app.run()
    app.button(key=f"apart-{DIAS}-Rui Dias").click().run()
    assert [entry.correction.change.word for entry in data.corrections()] == ["Rui Dias"] * 2


def test_a_place_is_made_another_with_all_that_happens_there(app: AppTest, store_url: str) -> None:
    two_georgias.kept(store_url)
    app.query_params["select"] = f"place:{two_georgias.KEY}"
    open_page(app, "movements")
    app.session_state[f"place-{two_georgias.KEY}"] = True
    app.run()
    app.button(key=f"place-{two_georgias.KEY}-{two_georgias.STATE}").click().run()
    assert not app.exception
    assert app.query_params["select"] == f"place:{two_georgias.STATE}"
    went = next(row for row in data.movements(ALL) if row.mover.name == "Ada Quist")
    assert went.destination
    assert went.destination.country == "US"
    app.button(key="undo-last").click().run()
    went = next(row for row in data.movements(ALL) if row.mover.name == "Ada Quist")
    assert went.destination
    assert went.destination.country == "GE"


def test_a_place_is_looked_for_by_name_and_none_is_made_up(app: AppTest, store_url: str) -> None:
    event = two_georgias.kept(store_url)
    app.query_params["select"] = f"place:{two_georgias.KEY}"
    open_page(app, "movements")
    app.session_state[f"place-{two_georgias.KEY}"] = True
    app.run()
    typed_into(app.selectbox(key=f"place-of-{two_georgias.KEY}"), "Zzyzqx")
    assert data.corrections() == ()
    typed_into(app.selectbox(key=f"place-of-{two_georgias.KEY}"), "Tbilisi")
    row = next(row for row in data.events(ALL) if row.id == event)
    assert row.place
    assert row.place.name == "Tbilisi"

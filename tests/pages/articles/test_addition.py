"""An analyst adds what some words of the text tell; the fields hold what stands in the sentence."""

from __future__ import annotations

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from pages.articles import prefill, type_guess
from pages.articles.choice import words_of
from pages.corrections import tables
from pages.view import data
from pages.view.address import Selection
from pipeline.additions import identity
from pipeline.domain import EventType, Extent
from pipeline.index import EventFilter, EventRow, MovementRow
from tests.pages.conftest import open_page
from tests.pages.sample import VISIT, visit
from tests.pages.test_app import card, script

ALL = EventFilter(doubtful=True)
ARTICLE = visit().article.id


def words(text: str) -> Extent:
    start = VISIT.index(text)
    return Extent(start, start + len(text), text)


def selected(app: AppTest, text: str) -> str:
    """Open the article with these words selected; the name of the fields."""
    chosen = words(text)
    app.run()
    app.session_state["selected"] = Selection("words", f"{ARTICLE}:{chosen.start - 1}-{chosen.end}")
    app.switch_page(script("articles")).run()
    assert not app.exception
    return identity(ARTICLE, "event", chosen)


def event(id_: str) -> EventRow:
    return next(row for row in data.events(ALL) if row.id == id_)


def test_an_event_is_added_from_words_and_taken_back(app: AppTest) -> None:
    id_ = selected(app, "neglect")
    app.selectbox(key=f"fix-{id_}-type").select("ACCUSE")
    assert app.multiselect(key=f"fix-{id_}-actors").value == ["Ana Costa"]
    app.button(key=f"fix-{id_}-save").click().run()
    assert not app.exception
    row = event(id_)
    assert (row.type, row.status, [each.key for each in row.actors]) == ("ACCUSE", "occurred", ["person:ana-costa"])
    assert row.evidence == VISIT.split("\n")[2]
    assert "Accusation" in card(app)
    app.button(key="undo-last").click().run()
    assert id_ not in {each.id for each in data.events(ALL)}
    assert not app.warning
    assert any("neglect" in text.value for text in app.text), "the words are selected as they were"
    app.button(key="undo-last").click().run()
    assert "Accusation" in card(app)


def test_a_movement_is_added_from_words(app: AppTest) -> None:
    selected(app, "send troops")
    app.segmented_control[0].set_value("movement").run()
    id_ = identity(ARTICLE, "movement", words("send troops"))
    assert app.selectbox(key=f"fix-{id_}-mover").value == "Portugal"
    app.text_input(key=f"fix-{id_}-arrival").set_value("9 March 2019")
    app.button(key=f"fix-{id_}-save").click().run()
    found: MovementRow = next(row for row in data.movements(ALL) if row.id == id_)
    assert (found.mover.name, found.origin) == ("Portugal", None)
    assert found.arrival
    assert found.arrival.first == date(2019, 3, 9)
    (entry,) = data.corrections()
    assert tables.change(entry.correction.change).startswith("Added: Portugal")


def test_a_selection_has_whole_words() -> None:
    chosen = words("eglec")
    found = words_of(visit().article, Selection("words", f"{ARTICLE}:{chosen.start}-{chosen.end}"))
    assert found == words("neglect")


def test_an_event_without_a_type_says_so_and_keeps_what_was_typed(app: AppTest) -> None:
    id_ = selected(app, "her office")
    app.text_input(key=f"fix-{id_}-when").set_value("8 March 2019")
    app.button(key=f"fix-{id_}-save").click().run()
    assert "no type" in app.error[0].value
    assert app.text_input(key=f"fix-{id_}-when").value == "8 March 2019"
    assert data.corrections() == ()


def test_a_movement_without_place_and_day_says_so_and_keeps_what_was_typed(app: AppTest) -> None:
    selected(app, "send troops")
    app.segmented_control[0].set_value("movement").run()
    id_ = identity(ARTICLE, "movement", words("send troops"))
    app.selectbox(key=f"fix-{id_}-destination").select("")
    app.selectbox(key=f"fix-{id_}-status").select("planned")
    app.button(key=f"fix-{id_}-save").click().run()
    assert "no place and no day" in app.error[0].value
    assert app.selectbox(key=f"fix-{id_}-status").value == "planned"
    assert data.corrections() == ()


def test_words_can_be_typed_in_place_of_being_selected(app: AppTest) -> None:
    page = open_page(app, "articles")
    page.selectbox(key="article-shown").select(ARTICLE).run()
    page.text_input(key="words-to-add").set_value("neglect").run()
    assert any("neglect" in text.value for text in page.text)
    page.button(key="cancel-addition").click().run()
    page.text_input(key="words-to-add").set_value("a hailstorm").run()
    assert "does not stand in this text" in page.toast[0].value


def test_words_that_no_text_has_open_the_article_alone(app: AppTest) -> None:
    app.query_params["select"] = f"words:{ARTICLE}:90000-90010"
    page = open_page(app, "articles")
    assert not page.exception
    assert page.text_input(key="words-to-add").value == ""


def test_prefilled_are_the_nearest_of_the_sentence() -> None:
    line = VISIT.split("\n")[1]
    found = prefill.event_fields(visit(), words("left"), words(line))
    assert (found["actors"], found["recipients"], found["type"]) == (("Ana Costa",), (), "")
    moved = prefill.movement_fields(visit(), words("left"), words(line))
    assert (moved["mover"], moved["origin"]) == ("Ana Costa", "")


@pytest.mark.parametrize(
    ("word", "type_"),
    [
        ("accused", "ACCUSE"),
        ("protesting", "PROTEST"),
        ("resigned", "PERSONNEL"),
        ("the blue umbrella", None),
    ],
)
def test_a_type_is_guessed_from_the_lexicons(word: str, type_: EventType | None) -> None:
    assert type_guess.type_of(word) == type_

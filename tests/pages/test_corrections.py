"""Corrections as an analyst makes them: on a card, with a way back from each."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from pages.view import data
from pages.view.address import Selection
from pipeline.index import EventFilter, EventRow, Happening
from tests.pages import two_georgias
from tests.pages.conftest import open_page, typed_into
from tests.pages.test_app import card, script, tiles

ALL = EventFilter(doubtful=True)


@pytest.fixture
def timeline(app: AppTest) -> AppTest:
    return open_page(app, "timeline")


def shown(app: AppTest) -> EventRow:
    """The event whose card stands on the page."""
    chosen = app.selectbox(key="evidence-of").value
    assert isinstance(chosen, Selection)
    return next(event for event in data.events(ALL) if event.id == chosen.id)


def edited(app: AppTest) -> EventRow:
    """The event whose card stands on the page, with its fields open."""
    row = shown(app)
    app.session_state[f"edit-{row.id}"] = True
    app.run()
    return row


def field(row: Happening, name: str) -> str:
    return f"fix-{row.id}-{name}"


def test_corrections_wrong_hides_and_undo_brings_back(timeline: AppTest) -> None:
    before, row = tiles(timeline), shown(timeline)
    timeline.button(key="verdict-wrong").click().run()
    assert not timeline.exception
    assert row.id not in {event.id for event in data.events(ALL)}
    assert tiles(timeline) != before
    timeline.button(key="undo-last").click().run()
    assert tiles(timeline) == before


def test_corrections_right_says_so_on_the_card(timeline: AppTest) -> None:
    row = shown(timeline)
    timeline.button(key="verdict-right").click().run()
    assert "checked by an analyst" in card(timeline)
    assert shown(timeline).id == row.id


def test_corrections_edit_takes_status_date_place_and_parties_at_once(timeline: AppTest) -> None:
    row = edited(timeline)
    timeline.selectbox(key=field(row, "status")).set_value("denied").run()
    timeline.text_input(key=field(row, "when")).set_value("12 to 17 September 2023").run()
    typed_into(timeline.selectbox(key=field(row, "place")), "Ulan-Ude")
    timeline.multiselect(key=field(row, "actors")).set_value(["Ada Quist"]).run()
    assert not timeline.exception
    after = next(event for event in data.events(ALL) if event.id == row.id)
    assert (after.status, after.edtf) == ("denied", "2023-09-12/2023-09-17")
    assert after.place
    assert (after.place.name, after.place.country) == ("Ulan-Ude", "RU")
    assert [each.name for each in after.actors] == ["Ada Quist"]
    assert after.recipients == row.recipients
    assert "12–17 September 2023" in card(timeline)
    assert [entry.correction.change.field for entry in data.corrections()] == ["status", "when", "place", "actors"]


def test_corrections_keep_what_was_typed_when_it_is_no_date(timeline: AppTest) -> None:
    row = edited(timeline)
    timeline.text_input(key=field(row, "when")).set_value("the day after never").run()
    assert "is no date" in timeline.error[0].value
    timeline.selectbox(key=field(row, "status")).set_value("denied").run()
    assert "is no date" in timeline.error[0].value
    assert timeline.text_input(key=field(row, "when")).value == "the day after never"
    assert [entry.correction.change.field for entry in data.corrections()] == ["status"]


def test_corrections_offer_what_else_the_name_of_a_place_may_mean(app: AppTest, store_url: str) -> None:
    event = two_georgias.kept(store_url)
    app.query_params["select"] = f"event:{event}"
    timeline = open_page(app, "timeline")
    timeline.session_state[f"edit-{event}"] = True
    timeline.run()
    (rather,) = (button for button in timeline.button if button.label.startswith("Rather"))
    rather.click().run()
    after = next(each for each in data.events(ALL) if each.id == event)
    assert after.place
    assert (after.place.country, after.place.latitude) == ("US", 33.75)


def test_corrections_are_signed_and_explained_where_they_were_made(timeline: AppTest) -> None:
    timeline.button(key="verdict-right").click().run()
    timeline.text_input(key="last-correction-why").set_value(" saw it ").run()
    timeline.text_input(key="corrections-name").set_value("Ada").run()
    timeline.button(key="verdict-wrong").click().run()
    assert timeline.text_input(key="last-correction-why").value == ""
    made = [entry.correction for entry in data.corrections()]
    assert [(each.author, each.reason) for each in made] == [("Ada", "saw it"), ("Ada", "")]


def test_corrections_undo_can_be_made_again_there(timeline: AppTest) -> None:
    row = shown(timeline)
    timeline.button(key="verdict-wrong").click().run()
    timeline.button(key="undo-last").click().run()
    assert timeline.button(key="undo-last").label == "Redo"
    timeline.button(key="undo-last").click().run()
    assert row.id not in {event.id for event in data.events(ALL)}


def test_corrections_page_lists_each_with_its_way_back(timeline: AppTest) -> None:
    row = edited(timeline)
    timeline.selectbox(key=field(row, "status")).set_value("planned").run()
    timeline.text_input(key="last-correction-why").set_value("<b>agenda</b>").run()
    page = timeline.switch_page(script("corrections")).run()
    (line,) = (text.value for text in page.text if "agenda" in text.value)
    assert line.startswith("Status: Planned · “")
    page.button(key="undo-1").click().run()
    assert next(event for event in data.events(ALL) if event.id == row.id) == row
    page.button(key="undo-1").click().run()
    assert next(event for event in data.events(ALL) if event.id == row.id).status == "planned"


def test_corrections_page_goes_through_the_least_sure(timeline: AppTest) -> None:
    page = timeline.switch_page(script("corrections")).run()
    first = card(page)
    page.button(key="verdict-right").click().run()
    assert card(page) != first
    for _ in range(len(data.events(ALL)) + len(data.movements(ALL)) - 1):
        page.button(key="verdict-right").click().run()
    assert any("looked at" in info.value for info in page.info)


def test_corrections_page_passes_over_what_is_left_for_later(timeline: AppTest) -> None:
    page = timeline.switch_page(script("corrections")).run()
    first, many = card(page), len(data.events(ALL)) + len(data.movements(ALL))
    page.button(key="pass-over").click().run()
    assert card(page) != first
    for _ in range(many - 1):
        page.button(key="pass-over").click().run()
    assert card(page) == first
    assert data.corrections() == ()


def test_corrections_of_title_and_outlet(app: AppTest) -> None:
    page = open_page(app, "articles")
    next(field for field in page.text_input if field.label == "Title").set_value("*Another* title")
    next(button for button in page.button if button.label == "Save").click().run()
    assert not page.exception
    assert "*Another* title" in {article.title for article in data.articles()}


def test_corrections_fields_show_the_text_again_after_undo(timeline: AppTest) -> None:
    row = edited(timeline)
    timeline.selectbox(key=field(row, "status")).set_value("denied").run()
    timeline.session_state[f"edit-{row.id}"] = False
    timeline.run()
    timeline.button(key="undo-last").click().run()
    edited(timeline)
    assert timeline.selectbox(key=field(row, "status")).value == row.status


def test_corrections_say_what_place_is_not_known(timeline: AppTest) -> None:
    row = edited(timeline)
    typed_into(timeline.selectbox(key=field(row, "place")), "Zzyzqx")
    assert any("No place is called" in error.value for error in timeline.error)
    assert data.corrections() == ()


def test_corrections_page_keeps_what_is_edited_until_it_is_closed(timeline: AppTest) -> None:
    page = timeline.switch_page(script("corrections")).run()
    row = data.least_sure(ALL, 200)[0]
    page.session_state[f"edit-{row.id}"] = True
    page.run()
    page.selectbox(key=field(row, "status")).set_value("planned").run()
    assert "checked by an analyst" in card(page)
    page.session_state[f"edit-{row.id}"] = False
    page.run()
    assert "checked by an analyst" not in card(page)


def test_corrections_of_an_article_that_is_gone_say_so(timeline: AppTest) -> None:
    row = shown(timeline)
    button = timeline.button(key="verdict-wrong")
    data.store().remove(row.article)
    button.click().run()
    assert not timeline.exception
    assert "There is no article" in timeline.toast[0].value

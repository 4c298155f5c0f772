"""An analyst grades an outlet and what it reports, apart, over the card; both stand beside each voice of a story."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from pages.view import data
from tests.pages.test_app import script
from tests.pages.test_stories import EARLY, LATE, story, told

__all__ = ["told"]


@pytest.fixture
def opened(app: AppTest, told: str) -> AppTest:
    app.session_state[f"grade-{told}"] = True
    return app


def graded(card: str) -> list[str]:
    """The grades on the card of a story, in the order of its voices."""
    return [part.partition("</span>")[0].rpartition(">")[2] for part in card.split("title='Grade ")[1:]]


def test_what_nobody_graded_is_f6(opened: AppTest, told: str) -> None:
    assert graded(story(opened, told)) == ["F6", "F6", "F6"]


def test_outlet_and_report_are_graded_apart_and_at_once(opened: AppTest, told: str) -> None:
    story(opened, told)
    opened.radio(key=f"reliability-{told}").set_value("B").run()
    opened.radio(key=f"credibility-{told}").set_value("2").run()
    assert sorted(graded(story(opened, told))) == ["B2", "F6", "F6"]
    assert any("graded 2" in caption.value for caption in opened.caption)
    opened.button(key="undo-last").click().run()
    assert sorted(graded(story(opened, told))) == ["B6", "F6", "F6"]


def test_grade_of_an_outlet_holds_for_all_that_it_reports(opened: AppTest, told: str) -> None:
    story(opened, told)
    opened.radio(key=f"reliability-{told}").set_value("E").run()
    other = next(event.id for event in EARLY[1].events if event.id != told)
    elsewhere = LATE[1].events[0].id
    for id_, grade in ((other, "E"), (elsewhere, "F")):
        opened.session_state[f"grade-{id_}"] = True
        story(opened, id_)
        assert opened.radio(key=f"reliability-{id_}").value == grade


def test_grade_of_an_outlet_stays_when_the_article_is_removed(opened: AppTest, told: str) -> None:
    story(opened, told)
    opened.radio(key=f"reliability-{told}").set_value("B").run()
    store = data.store()
    [article] = {entry.correction.article for entry in store.corrections()}
    store.remove(article)
    page = opened.switch_page(script("corrections")).run()
    assert not page.exception
    assert any(f"Outlet graded: {EARLY[1].article.outlet}, B" in text.value for text in page.text)


def test_grades_stand_in_the_log(opened: AppTest, told: str) -> None:
    story(opened, told)
    opened.radio(key=f"credibility-{told}").set_value("4").run()
    page = opened.switch_page(script("corrections")).run()
    assert any("Report graded: 4" in text.value for text in page.text)

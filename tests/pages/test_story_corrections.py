"""An analyst joins two stories and parts a report from one, on the card, with the way back."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.test_app import script
from tests.pages.test_stories import DENIED, EARLY, LATE, story, told

__all__ = ["told"]

MET, WARNED = EARLY[1].events[1].id, LATE[1].events[1].id


@pytest.fixture
def opened(app: AppTest, told: str) -> AppTest:
    return app


def test_an_event_is_said_to_be_the_same_as_another(opened: AppTest) -> None:
    opened.session_state[f"one-story-{MET}"] = True
    assert story(opened, MET) == ""
    opened.selectbox(key=f"one-story-with-{MET}").select(WARNED).run()
    assert any("is one event with" in caption.value for caption in opened.caption)
    assert not opened.session_state[f"one-story-{MET}"]
    assert "2 articles" in story(opened, MET)
    assert "an analyst said so" in story(opened, WARNED)
    page = opened.switch_page(script("corrections")).run()
    assert any("One event with: “warned”" in text.value for text in page.text)
    page.button(key="undo-1").click().run()
    assert story(page, MET) == ""


def test_a_report_is_said_to_be_of_another_event(opened: AppTest, told: str) -> None:
    opened.session_state[f"another-story-{told}"] = True
    assert "3 articles" in story(opened, told)
    opened.button(key=f"another-story-{told}-{told}").click().run()
    assert not opened.exception
    assert any("tells is another event" in caption.value for caption in opened.caption)
    assert story(opened, told) == ""
    assert "2 articles" in story(opened, LATE[1].events[0].id)
    opened.button(key="undo-last").click().run()
    assert "3 articles" in story(opened, told)
    opened.button(key="undo-last").click().run()
    assert story(opened, told) == ""


def test_an_event_of_the_same_party_is_a_click_away(opened: AppTest, told: str) -> None:
    opened.session_state[f"another-story-{told}"] = True
    story(opened, told)
    opened.button(key=f"another-story-{told}-{told}").click().run()
    opened.session_state[f"one-story-{told}"] = True
    story(opened, told)
    other = LATE[1].events[0].id
    offered = [button.key for button in opened.button if (button.key or "").startswith(f"one-story-{told}-")]
    assert f"one-story-{told}-{other}" in offered
    assert f"one-story-{told}-{MET}" not in offered
    opened.button(key=f"one-story-{told}-{other}").click().run()
    assert "3 articles" in story(opened, told)


def test_the_likest_event_of_another_article_is_offered_first(opened: AppTest, told: str) -> None:
    opened.session_state[f"one-story-{MET}"] = True
    story(opened, MET)
    offered = opened.selectbox(key=f"one-story-with-{MET}").options
    assert not any("Ana Prado" in each for each in offered)
    assert len(offered) > 3


def test_a_report_marked_wrong_is_said_on_the_card_of_its_story(opened: AppTest, told: str) -> None:
    assert "marked wrong" not in story(opened, told)
    opened.button(key="verdict-wrong").click().run()
    shown = story(opened, LATE[1].events[0].id)
    assert "2 articles, 2 independent voices" in shown
    assert "One report was marked wrong</b> and is left out: <s>“accused” in Andes &lt;b&gt;Daily · Charge</s>" in shown
    assert "What the other reports tell stands: Denied." in shown
    assert "marked wrong" not in story(opened, LATE[1].events[1].id)
    opened.button(key="undo-last").click().run()
    assert "marked wrong" not in story(opened, told)


def test_the_last_report_that_is_not_wrong_says_of_the_others(opened: AppTest, told: str) -> None:
    for wrong in (told, DENIED[1].events[1].id):
        story(opened, wrong)
        opened.button(key="verdict-wrong").click().run()
    shown = story(opened, LATE[1].events[0].id)
    assert shown.count("One report was marked wrong") == 2
    assert "Told in one article only" in shown
    assert "What the other reports tell stands: Occurred." in shown


def test_a_wrong_report_that_is_right_after_all_is_of_its_story_again(opened: AppTest, told: str) -> None:
    story(opened, told)
    opened.button(key="verdict-wrong").click().run()
    opened.button(key="undo-last").click().run()
    story(opened, told)
    opened.button(key="verdict-right").click().run()
    assert "3 articles" in story(opened, told)
    assert "marked wrong" not in story(opened, told)

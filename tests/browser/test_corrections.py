"""Corrections by the keyboard alone, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import Server, Watched, sample_store, serving, settled, wait_for_script, wait_until
from tests.browser.test_dashboard import CARD
from tests.browser.test_hostile import MADE_OF_TEXT

COUNT_RUNS = """() => {
  const app = document.querySelector("[data-testid=stApp]");
  window.runs = 0;
  new MutationObserver(() => { window.runs += app.dataset.testScriptState === "notRunning"; })
    .observe(app, { attributeFilter: ["data-test-script-state"] });
}"""


@pytest.fixture(scope="module")
def corrected_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """What is first on its pages does not depend on what other tests added."""
    with serving(sample_store(tmp_path_factory.mktemp("corrected"))) as running:
        yield running


@pytest.fixture
def timeline(context: BrowserContext, corrected_server: Server) -> Iterator[Page]:
    watched = Watched(context.new_page(), corrected_server.url)
    page = watched.open("/timeline")
    expect(page.locator(CARD).first).to_be_visible()
    settled(page)
    yield page
    assert watched.complaints == []


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).press("Enter")


@contextmanager
def another_run(page: Page) -> Iterator[None]:
    """Wait for the end of the run that is asked for within; nothing on the page need show it."""
    page.evaluate(COUNT_RUNS)
    yield
    wait_until(lambda: page.evaluate("window.runs") > 0)


def write(page: Page, name: str, text: str) -> None:
    """Type into a field and leave it, as somebody does who looks at what happens."""
    typed = page.get_by_role("textbox", name=name, exact=True)
    with another_run(page):
        typed.fill(text)
        typed.press("Tab")
    settled(page)


def test_wrong_and_undo_by_the_keyboard(timeline: Page) -> None:
    title = timeline.locator(f"{CARD} h2").first.inner_text()
    press(timeline, "Wrong")
    expect(timeline.get_by_text("hidden as wrong")).to_be_visible()
    press(timeline, "Undo")
    expect(timeline.get_by_text("hidden as wrong")).to_have_count(0)
    expect(timeline.locator(f"{CARD} h2").first).to_have_text(title)


def test_edit_by_the_keyboard_shows_what_was_typed_as_it_is(timeline: Page) -> None:
    wait_for_script(timeline, "datelinePopovers")
    press(timeline, "Edit")
    expect(timeline.get_by_role("textbox", name="When")).to_be_visible()
    settled(timeline)
    expect(timeline.get_by_role("combobox", name="Type")).to_be_focused()
    write(timeline, "When", "12 to 17 September 2023")
    expect(timeline.locator(CARD).first).to_contain_text("12–17 September 2023")
    expect(timeline.locator(CARD).first).to_contain_text("checked by an analyst")
    settled(timeline)
    timeline.keyboard.press("Escape")
    expect(timeline.get_by_role("textbox", name="When")).to_have_count(0)
    expect(timeline.get_by_role("button", name="Edit", exact=True)).to_be_focused()
    settled(timeline)
    write(timeline, "Why", "<img src=x> :smile: [a](http://example.org)")
    timeline.get_by_role("link", name="Corrections").first.press("Enter")
    expect(timeline.get_by_text("<img src=x> :smile: [a](http://example.org)").first).to_be_visible()
    settled(timeline)
    assert timeline.locator(MADE_OF_TEXT).count() == 0


def test_events_of_two_articles_are_made_one_and_two_again_by_the_keyboard(timeline: Page) -> None:
    wait_for_script(timeline, "datelinePopovers")
    press(timeline, "Same event as …")
    expect(timeline.get_by_role("combobox", name="It is the same event as")).to_be_focused()
    settled(timeline)
    timeline.keyboard.press("ArrowDown")
    expect(timeline.get_by_role("option").first).to_be_visible()
    timeline.keyboard.press("Enter")
    expect(timeline.get_by_text("is one event with")).to_be_visible()
    expect(timeline.get_by_text("2 articles, 2 independent voices")).to_be_visible()
    settled(timeline)
    press(timeline, "Undo")
    expect(timeline.get_by_text("2 articles, 2 independent voices")).to_have_count(0)

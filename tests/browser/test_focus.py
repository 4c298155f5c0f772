"""Where the focus is once a control that a key pressed is gone."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import Server, Watched, settled, wait_for_script


def opened(watched: Watched, path: str) -> Page:
    page = watched.open(path)
    settled(page)
    wait_for_script(page, "datelineFocus")
    return page


def test_a_chip_that_is_removed_hands_the_focus_to_the_next(watched: Watched) -> None:
    page = opened(watched, "/timeline?type=CONSULT&type=ACCUSE")
    chips = page.get_by_role("button", name="✕")
    expect(chips).to_have_count(2)
    chips.first.press("Enter")
    expect(chips).to_have_count(1)
    expect(chips).to_be_focused()


@pytest.mark.parametrize(
    ("path", "pressed", "next_one"),
    [
        pytest.param("/timeline?type=CONSULT", ".st-key-clear-filters", ".st-key-period-first input", id="out of use"),
        pytest.param("/timeline?type=NOTHING", ".st-key-dismiss-problems", ".st-key-tiles a >> nth=0", id="gone"),
    ],
)
def test_a_button_that_did_its_work_hands_the_focus_to_what_follows(
    watched: Watched, path: str, pressed: str, next_one: str
) -> None:
    page = opened(watched, path)
    page.locator(f"{pressed} button").press("Enter")
    expect(page.locator(next_one)).to_be_focused()


def test_a_button_in_the_place_of_the_pressed_one_has_the_focus(
    context: BrowserContext, writing_server: Server
) -> None:
    page = opened(Watched(context.new_page(), writing_server.url), "/entities?select=entity:person:rui-dias")
    page.get_by_role("button", name="Watch this").press("Enter")
    expect(page.get_by_role("button", name="Stop watching")).to_be_focused()


def test_a_link_to_another_page_hands_the_focus_to_its_content(watched: Watched) -> None:
    page = opened(watched, "/timeline?q=Rabat")
    page.get_by_role("link", name="read them").press("Enter")
    expect(page.get_by_role("heading", level=1, name="Search")).to_be_visible()
    expect(page.locator("#stMain")).to_be_focused()


def test_a_click_moves_no_focus(watched: Watched) -> None:
    page = opened(watched, "/timeline?type=CONSULT&type=ACCUSE")
    chips = page.get_by_role("button", name="✕")
    chips.first.click()
    expect(chips).to_have_count(1)
    settled(page)
    expect(chips).not_to_be_focused()

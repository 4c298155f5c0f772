"""What the map of movements does in a real browser."""

from __future__ import annotations

import json
import re

from playwright.sync_api import expect

from tests.browser.conftest import Watched, settled, wait_until
from tests.browser.test_dashboard import CARD, MAP, click_mark

NOTE_PAUSE = """() => new MutationObserver(() => {
  window.paused ||= document.querySelector(".st-key-map-play")?.textContent.includes("Pause");
}).observe(document.body, { childList: true, characterData: true, subtree: true })"""


def test_clicking_a_place_opens_what_its_name_was_taken_for(watched: Watched) -> None:
    page = watched.open("/movements")
    settled(page)
    click_mark(page, page.locator(f"{MAP} .scattergeo path.point").nth(-2))
    expect(page).to_have_url(re.compile("select=place"))
    settled(page)
    expect(page.locator(f"{CARD} .dl-kind")).to_have_text("Place")


def test_play_begins_by_the_keyboard_and_ends_at_the_last_day(watched: Watched) -> None:
    page = watched.open("/movements")
    settled(page)
    page.evaluate(NOTE_PAUSE)
    page.get_by_role("button", name="Play").press("Enter")
    wait_until(lambda: page.evaluate("window.paused === true"))
    expect(page.get_by_role("button", name="Play")).to_be_visible()


def test_download_is_the_movements_of_the_view(watched: Watched) -> None:
    page = watched.open("/movements?mover=person%3Aana-costa&vehicle=plane")
    settled(page)
    page.get_by_role("button", name="Export").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="GeoJSON").click()
    features = json.loads(download.value.path().read_text("utf-8"))["features"]
    assert [each["properties"]["who"] for each in features if each["geometry"]["type"] == "LineString"] == ["Ana Costa"]

"""What the map of movements does in a real browser."""

from __future__ import annotations

import json
import re
from itertools import combinations

from playwright.sync_api import expect

from tests.browser.conftest import Watched, settled, wait_for_script, wait_until
from tests.browser.test_dashboard import CARD, MAP, click_mark

NOTE_PAUSE = """() => new MutationObserver(() => {
  window.paused ||= document.querySelector(".st-key-map-play")?.textContent.includes("Pause");
}).observe(document.body, { childList: true, characterData: true, subtree: true })"""

WORD_BOXES = """(words) => words.filter((each) => each.textContent.trim()).map((each) => {
  const box = each.getBoundingClientRect();
  return [box.left, box.top, box.right, box.bottom];
})"""
SCALE = f"document.querySelector('{MAP}')?._fullLayout?.geo.projection.scale"
LEADING_PX = 6
"""What a line of 12 pixels has beside its letters, by which the boxes of two lines may overlap."""


def test_clicking_a_place_opens_what_its_name_was_taken_for(watched: Watched) -> None:
    page = watched.open("/movements")
    settled(page)
    click_mark(page, page.locator(f"{MAP} .scattergeo path.point:not([style*='opacity: 0;'])").nth(-2))
    expect(page).to_have_url(re.compile("select=place"))
    settled(page)
    expect(page.locator(f"{CARD} .dl-kind")).to_have_text("Place")


def test_the_address_holds_how_far_the_map_is_zoomed(watched: Watched) -> None:
    page = watched.open("/movements")
    settled(page)
    wait_for_script(page, "datelineZooms")
    at_first = page.evaluate(SCALE)
    page.locator(f"{MAP} .modebar-btn[data-title='Zoom in']").click()
    expect(page).to_have_url(re.compile("zoom=map"))
    zoomed = page.evaluate(SCALE)
    assert zoomed > at_first
    page.reload()
    settled(page)
    wait_until(lambda: page.evaluate(SCALE) == zoomed)
    page.locator(f"{MAP} .modebar-btn[data-title='Reset']").click()
    expect(page).not_to_have_url(re.compile("zoom"))
    wait_until(lambda: page.evaluate(SCALE) == at_first)


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


def test_words_on_the_map_stand_on_no_others(watched: Watched) -> None:
    page = watched.open("/movements")
    settled(page)
    boxes = page.locator(f"{MAP} .geolayer text").evaluate_all(WORD_BOXES)
    assert len(boxes) > 3
    assert not [(one, other) for one, other in combinations(boxes, 2) if _overlap(one, other)]


def _overlap(one: list[float], other: list[float]) -> bool:
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return across > 0 and down > LEADING_PX

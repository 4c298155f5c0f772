"""What the network of who does what to whom does in a real browser."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.browser.conftest import Watched, settled
from tests.browser.test_dashboard import CARD, click_mark

NETWORK = ".st-key-network .js-plotly-plot"


def test_clicking_an_arrowhead_opens_the_events_between_two(watched: Watched) -> None:
    page = watched.open("/network")
    settled(page)
    click_mark(page, page.locator(f"{NETWORK} .scatterlayer .trace path.point").last)
    expect(page).to_have_url(re.compile("select=(dyad|entity)"))
    expect(page.locator(f"{CARD} h2")).to_be_visible()


def test_a_line_of_the_history_opens_its_sentence_by_the_keyboard(watched: Watched) -> None:
    page = watched.open("/timeline")
    settled(page)
    line = page.locator(f"{CARD} details").first
    expect(line).to_have_attribute("open", "")
    line.locator("summary").press("Enter")
    expect(line).not_to_have_attribute("open", "")

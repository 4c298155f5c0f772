"""axe-core finds nothing that is ours on any page, in either theme; one Tab leads over the menu to the content."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from typing import Literal

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from pages.view import navigation
from tests.browser.conftest import Server, Watched, settled, wait_until

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
VIOLATIONS = """async () => (await axe.run(document, {resultTypes: ["violations"]})).violations.map(
  (each) => `${each.id}: ${each.nodes.map((node) => node.html.slice(0, 160)).join(" ")}`)"""
Theme = Literal["light", "dark"]
BACKGROUNDS: dict[Theme, str] = {"light": "rgb(255, 255, 255)", "dark": "rgb(18, 24, 31)"}


@pytest.fixture
def watched(context: BrowserContext, server: Server) -> Iterator[Watched]:
    """On a small screen, and without motion."""
    page = context.new_page()
    page.set_viewport_size({"width": 1280, "height": 720})
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    watched = Watched(page, server.url)
    yield watched
    assert watched.complaints == []


def opened(watched: Watched, name: str) -> Page:
    page = watched.open(f"/{name}")
    expect(page.get_by_role("heading", name=navigation.TITLES[name], level=1)).to_be_visible()
    settled(page)
    return page


def show_in(theme: Theme, page: Page) -> None:
    """Have the page follow another theme of the system, and wait until it has."""
    page.emulate_media(color_scheme=theme)
    expect(page.get_by_test_id("stApp")).to_have_css("background-color", BACKGROUNDS[theme])
    wait_until(lambda: page.evaluate("document.getAnimations().length === 0"))


@pytest.mark.parametrize("name", navigation.pages())
def test_each_page_opens_and_axe_finds_nothing_in_either_theme(watched: Watched, name: str) -> None:
    """One visit for all that is looked at on each page: its title, complaints of the browser, axe."""
    page = opened(watched, name)
    expect(page.get_by_test_id("stException")).to_have_count(0)
    page.evaluate(AXE)
    for theme in BACKGROUNDS:
        show_in(theme, page)
        assert page.evaluate(VIOLATIONS) == [], theme


def test_the_first_tab_leads_to_the_content(watched: Watched) -> None:
    page = opened(watched, "timeline")
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    expect(skip).to_have_text("Skip to main content")
    skip.press("Enter")
    content = page.locator("#stMain")
    expect(content).to_be_focused()
    page.keyboard.press("Tab")
    expect(content.locator(":focus")).to_be_visible()


def test_a_link_that_has_the_focus_is_outlined(watched: Watched) -> None:
    page = opened(watched, "overview")
    link = page.locator("#stMain").get_by_role("link", name="5 events")
    link.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect(link).to_be_focused()
    expect(link).to_have_css("outline-style", "solid")


def test_the_map_of_the_overview_stands_above_the_fold(watched: Watched) -> None:
    page = opened(watched, "overview")
    drawn = page.locator(".st-key-map .js-plotly-plot")
    expect(drawn).to_be_visible()
    box = drawn.bounding_box()
    assert box
    assert box["y"] + box["height"] <= 720


def test_the_legend_keeps_its_colours_where_the_system_chooses_them(watched: Watched) -> None:
    watched.page.emulate_media(forced_colors="active")
    page = opened(watched, "timeline")
    swatch = page.locator(".dl-swatch.dl-filled").first
    expect(swatch).to_have_css("background-color", "rgb(48, 104, 204)")

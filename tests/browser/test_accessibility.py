"""axe-core finds nothing that is ours on any page, in either theme; one Tab leads over the menu to the content."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from pages.view import navigation
from tests.browser.conftest import PATIENCE_MS, Server, settled

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
VIOLATIONS = """async () => (await axe.run(document, {resultTypes: ["violations"]})).violations.map(
  (each) => `${each.id}: ${each.nodes.map((node) => node.html.slice(0, 160)).join(" ")}`)"""


@pytest.fixture(params=["light", "dark"])
def context(browser: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    """Only here scripts of the test are let in."""
    theme: Literal["light", "dark"] = request.param
    context = browser.new_context(
        viewport={"width": 1280, "height": 720}, color_scheme=theme, bypass_csp=True, reduced_motion="reduce"
    )
    context.set_default_timeout(PATIENCE_MS)
    yield context
    context.close()


def opened(context: BrowserContext, server: Server, name: str) -> Page:
    page = context.new_page()
    page.goto(f"{server.url}/{'' if name == navigation.FIRST else name}")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    settled(page)
    return page


@pytest.mark.parametrize("name", navigation.pages())
def test_axe_finds_nothing(context: BrowserContext, server: Server, name: str) -> None:
    page = opened(context, server, name)
    page.evaluate(AXE)
    assert page.evaluate(VIOLATIONS) == []


def test_the_first_tab_leads_to_the_content(context: BrowserContext, server: Server) -> None:
    page = opened(context, server, "timeline")
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    expect(skip).to_have_text("Skip to main content")
    skip.press("Enter")
    content = page.locator("#stMain")
    expect(content).to_be_focused()
    page.keyboard.press("Tab")
    expect(content.locator(":focus")).to_be_visible()


def test_the_map_of_the_overview_stands_above_the_fold(context: BrowserContext, server: Server) -> None:
    page = opened(context, server, "overview")
    drawn = page.locator(".st-key-map .js-plotly-plot")
    expect(drawn).to_be_visible()
    box = drawn.bounding_box()
    assert box
    assert box["y"] + box["height"] * 0.75 <= 720

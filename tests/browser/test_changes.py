"""What changed since the last visit, by the cookie that the browser keeps."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from tests.browser.conftest import Server, Watched, wait_for_script, wait_until

LONG_AGO = "1.1600000000"


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser that was never here: pages of other tests leave their cookie when they are closed."""
    context = browser.new_context()
    yield context
    context.close()


def kept_visits(context: BrowserContext, server: Server) -> list[str]:
    return [each["value"] for each in context.cookies(server.url) if each["name"] == "dateline-visit"]


def test_browser_remembers_its_last_visit(context: BrowserContext, server: Server) -> None:
    """The page is not watched: leaving it gives up the requests that are under way."""
    page = context.new_page()
    page.goto(f"{server.url}/changes")
    expect(page.get_by_text("This is the first visit of this browser")).to_be_visible()
    expect(page.locator("[data-store-version]")).to_be_attached()
    wait_for_script(page, "datelineVisit")
    page.goto("about:blank")
    wait_until(lambda: kept_visits(context, server))
    [visit] = kept_visits(context, server)
    assert visit.startswith("0.0-")


def test_changes_since_a_visit_open_their_evidence(context: BrowserContext, server: Server, watched: Watched) -> None:
    context.add_cookies([{"name": "dateline-visit", "value": f"0.0-{LONG_AGO}", "url": server.url}])
    page = watched.open("/changes")
    expect(page.get_by_role("heading", name="New (")).to_be_visible()
    expect(page.locator(".dl-card blockquote").first).to_be_visible()

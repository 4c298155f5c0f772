"""What changed since the last visit, by the cookie that the browser keeps."""

from __future__ import annotations

from playwright.sync_api import BrowserContext, expect

from tests.browser.conftest import Server, Watched

LONG_AGO = "1.1600000000"


def test_browser_remembers_its_last_visit(context: BrowserContext, server: Server, watched: Watched) -> None:
    with watched.page.expect_response("**/visit.js"):
        page = watched.open("/changes")
    expect(page.get_by_text("This is the first visit of this browser")).to_be_visible()
    page.wait_for_load_state("networkidle")
    page.goto("about:blank")
    kept = next(each for each in context.cookies(server.url) if each["name"] == "dateline-visit")
    assert kept["value"].startswith("0.0-")


def test_changes_since_a_visit_open_their_evidence(context: BrowserContext, server: Server, watched: Watched) -> None:
    context.add_cookies([{"name": "dateline-visit", "value": f"0.0-{LONG_AGO}", "url": server.url}])
    page = watched.open("/changes")
    expect(page.get_by_role("heading", name="New (")).to_be_visible()
    expect(page.locator(".dl-card blockquote").first).to_be_visible()

from __future__ import annotations

from playwright.sync_api import BrowserContext, expect

from tests.browser.conftest import Server


def test_unknown_address_leads_back_to_a_page(context: BrowserContext, server: Server) -> None:
    page = context.new_page()
    answer = page.goto(f"{server.url}/a/b?x=1")
    assert answer is not None
    assert answer.status == 404
    expect(page.get_by_text("“/a/b”")).to_be_visible()
    page.get_by_role("link", name="Timeline").click()
    expect(page.get_by_role("heading", level=1, name="Timeline")).to_be_visible()

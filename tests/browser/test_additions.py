"""Adding an event from words of the text, by mouse and by keys, in a real browser."""

from __future__ import annotations

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import Server, Watched, settled, wait_for_script
from tests.pages.sample import visit

SELECT = """([words]) => {
  const walker = document.createTreeWalker(document.querySelector(".dl-article"), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.data.indexOf(words);
    if (at >= 0) return document.getSelection().setBaseAndExtent(node, at, node, at + words.length);
  }
}"""


def added(page: Page, type_: str) -> None:
    """Fill in the type and save; the card opens."""
    form = page.locator(".st-key-addition")
    field = form.get_by_role("combobox", name="Type")
    field.fill(type_)
    field.press("Enter")
    form.get_by_role("button", name="Save").click()
    expect(page.locator(".dl-card h2").first).to_contain_text("Ana Costa")
    expect(page.locator(".dl-card .dl-kind").first).to_contain_text(type_)
    settled(page)


def test_selected_words_become_an_event(context: BrowserContext, writing_server: Server) -> None:
    watched = Watched(context.new_page(), writing_server.url)
    page = watched.open(f"/articles?select=article:{visit().article.id}")
    expect(page.get_by_role("button", name="Remove this article")).to_be_visible()
    settled(page)
    wait_for_script(page, "datelineReads")
    page.evaluate(SELECT, ["neglect"])
    page.get_by_role("button", name="Add an event", exact=True).click()
    expect(page.locator(".st-key-addition")).to_contain_text("“neglect”")
    expect(page.locator(".dl-article .dl-evidence").first).to_have_text("neglect")
    added(page, "Rejection")

    page.evaluate(SELECT, ["office"])
    page.keyboard.press("e")
    expect(page.locator(".st-key-addition")).to_contain_text("“office”")
    added(page, "Statement")
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".dl-findings a", has_text="Statement")).to_have_count(0)
    assert watched.complaints == []

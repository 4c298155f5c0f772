"""Searching, and reading an article by mouse and keys, in a real browser."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import Watched, settled, wait_for_script
from tests.pages.sample import visit

CURRENT = ".dl-findings [aria-current]"
MARKED = ".dl-article .dl-evidence"


def opened(watched: Watched) -> Page:
    page = watched.open(f"/articles?select=article:{visit().article.id}")
    expect(page.locator(".dl-findings a").first).to_be_visible()
    settled(page)
    wait_for_script(page, "datelineReads")
    return page


def test_a_mark_opens_its_card_and_the_list_shows_the_text(watched: Watched) -> None:
    page = opened(watched)
    page.evaluate("window.here = true")
    page.locator(".dl-article a", has_text="accused").click()
    expect(page.locator(".dl-card h2").first).to_contain_text("Ana Costa")
    expect(page.locator(CURRENT)).to_contain_text("Accusation")
    expect(page.locator(MARKED).first).to_contain_text("In February")
    settled(page)
    page.locator(".dl-findings a", has_text="Mobilization").click()
    expect(page.locator(MARKED).first).to_contain_text("Rui Dias")
    assert page.evaluate("window.here"), "the page was loaded anew"
    settled(page)
    page.go_back()
    expect(page.locator(CURRENT)).to_contain_text("Accusation")


def test_an_article_is_gone_through_by_keys(watched: Watched) -> None:
    page = opened(watched)
    page.locator(".dl-article a", has_text="Lisbon").press("Enter")
    expect(page).to_have_url(re.compile("select=place"))
    expect(page.locator(".dl-article[data-selected^='place:']")).to_be_visible()
    expect(page.locator(".dl-card h2").first).to_contain_text("Lisbon")
    settled(page)
    page.keyboard.press("j")
    expect(page.locator(CURRENT)).to_have_count(1)
    first = page.locator(CURRENT).inner_text()
    settled(page)
    page.keyboard.press("j")
    expect(page.locator(CURRENT)).not_to_have_text(first)
    settled(page)
    page.keyboard.press("k")
    expect(page.locator(CURRENT)).to_have_text(first)


def test_the_focus_goes_with_the_keys(watched: Watched) -> None:
    page = opened(watched)
    page.locator(".dl-findings a").first.press("Enter")
    expect(page.locator(CURRENT)).to_be_focused()
    first = page.locator(CURRENT).inner_text()
    settled(page)
    page.keyboard.press("j")
    expect(page.locator(CURRENT)).not_to_have_text(first)
    expect(page.locator(CURRENT)).to_be_focused()


def test_words_are_selected_within_a_mark_and_from_it_onwards(watched: Watched) -> None:
    page = opened(watched)
    box = page.locator(".dl-article a", has_text="Lisbon").bounding_box()
    assert box
    here = page.url
    for reach, words in ((box["width"] - 2, "Lisbon"), (box["width"] + 60, "Rabat")):
        drag(page, (box["x"] + 1, box["y"] + box["height"] / 2), reach)
        expect(page.get_by_role("button", name="Add an event", exact=True)).to_be_visible()
        assert words in page.evaluate("document.getSelection().toString()")
        page.evaluate("document.getSelection().empty()")  # what is selected would be carried away
    assert page.url == here, "the link was followed"


def drag(page: Page, start: tuple[float, float], reach: float) -> None:
    """Hold the button from a point to the right."""
    page.mouse.move(*start)
    page.mouse.down()
    page.mouse.move(start[0] + reach, start[1], steps=8)
    page.mouse.up()


def test_search_leads_to_the_sentence(watched: Watched) -> None:
    page = watched.open("/timeline")
    settled(page)
    box = page.get_by_role("textbox", name="Search")
    box.fill('"trade union"')
    box.press("Enter")
    page.get_by_role("link", name="1 sentence in 1 article with these words").click()
    expect(page.locator(".dl-found mark.dl-trigger").first).to_have_text("trade union")
    settled(page)
    page.get_by_role("link", name="Read it in the article").click()
    expect(page.locator(MARKED).first).to_contain_text("In February")

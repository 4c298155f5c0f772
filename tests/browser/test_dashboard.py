from __future__ import annotations

import re
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, FloatRect, Locator, Page, expect

from pages.view import navigation
from tests.browser.conftest import UVICORN, Server, Watched, sample_store, serving, settled, wait_for_script, wait_until

CARD = ".dl-card"
TIMELINE = ".st-key-timeline .js-plotly-plot"
MAP = ".st-key-map .js-plotly-plot"
WORDS_WITHIN_CHART = """chart => {
    const words = [...document.querySelectorAll(`${chart} .textpoint text`)].map(word => word.getBoundingClientRect());
    const frame = document.querySelector(chart)?.getBoundingClientRect();
    return words.length > 0 && words.every(word => frame.left <= word.left && word.right <= frame.right);
}"""
"""Asked until it holds: a chart is drawn anew when the page has another width."""
Theme = Literal["light", "dark"]
ACCUSATION, VISIT = "rgb(189, 131, 15)", "rgb(48, 104, 204)"

REST_MS = 60
DOUBLE_CLICK_MS = 300
"""Plotly takes a second click within this time for a double one, wherever it is."""


def click_mark(page: Page, mark: Locator) -> None:
    """Click where a mark is drawn and rests; plotly's own layer lies over it."""
    expect(mark).to_be_visible()
    settled(page)
    mark.scroll_into_view_if_needed()
    box = resting_box(page, mark)
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def resting_box(page: Page, mark: Locator) -> FloatRect:
    """Where a mark is once it is there twice in a row: a chart goes on being drawn when its page's run is over."""
    boxes = [mark.bounding_box()]

    def rests() -> bool:
        page.wait_for_timeout(REST_MS)
        boxes.append(mark.bounding_box())
        return boxes[-1] is not None and boxes[-1] == boxes[-2]

    wait_until(rests)
    assert boxes[-1] is not None
    return boxes[-1]


def choose_evidence(page: Page, words: str) -> None:
    """Type into the list of evidence until one is left, and take it."""
    choice = page.get_by_role("combobox", name=re.compile("Evidence of"))
    choice.press_sequentially(words)
    expect(page.get_by_role("option").first).to_contain_text(words)
    choice.press("Enter")


def bar(page: Page, colour: str) -> Locator:
    return page.locator(f"{TIMELINE} .bars .point path[style*='fill: {colour}']").first


def test_navigation_turns_pages(watched: Watched) -> None:
    page = watched.open()
    settled(page)
    for name, title in navigation.pages().items():
        page.get_by_test_id("stSidebarNav").get_by_role("link", name=title).click()
        expect(page.get_by_role("heading", name=title, level=1)).to_be_visible()
        if name != navigation.FIRST:
            expect(page).to_have_url(re.compile(f"/{name}(\\?|$)"))


def test_map_is_drawn_without_any_outside_request(watched: Watched) -> None:
    page = watched.open("/movements")
    expect(page.locator(f"{MAP} path.countries, {MAP} .layer.countries path").first).to_be_attached()
    expect(page.locator(MAP)).to_contain_text("Rabat")


def test_clicking_a_bar_opens_its_evidence(watched: Watched) -> None:
    page = watched.open("/timeline")
    settled(page)
    click_mark(page, bar(page, ACCUSATION))
    expect(page.locator(f"{CARD} .dl-kind")).to_contain_text("ACCUSE")
    expect(page.locator(f"{CARD} mark.dl-trigger").first).to_have_text("accused")
    expect(page).to_have_url(re.compile("select=event"))


def test_clicking_another_bar_after_the_first_works_too(watched: Watched) -> None:
    page = watched.open("/timeline")
    settled(page)
    click_mark(page, bar(page, ACCUSATION))
    expect(page.locator(f"{CARD} .dl-kind")).to_contain_text("ACCUSE")
    expect(page.locator(f"{TIMELINE} .shapelayer path[style*='fill: {ACCUSATION}']")).to_be_attached()
    page.wait_for_timeout(DOUBLE_CLICK_MS)
    click_mark(page, bar(page, VISIT))
    expect(page.locator(f"{CARD} .dl-kind")).to_contain_text("CONSULT")


def test_clicking_an_arrow_on_the_map_opens_its_evidence(watched: Watched) -> None:
    page = watched.open("/movements")
    settled(page)
    click_mark(page, page.locator(f"{MAP} .scattergeo path.js-line").first)
    expect(page).to_have_url(re.compile("select=movement"))
    expect(page.locator(f"{CARD} h2")).to_have_text("Ana Costa: Lisbon → Rabat by plane")


def test_clicking_a_name_opens_its_mentions(watched: Watched) -> None:
    page = watched.open("/entities")
    settled(page)
    click_mark(page, page.locator(".st-key-entities .bars .point path").first)
    expect(page).to_have_url(re.compile("select=entity"))
    expect(page.locator(f"{CARD} .dl-trigger").first).to_be_visible()


def test_evidence_leads_to_its_article(watched: Watched) -> None:
    page = watched.open("/timeline?type=ACCUSE")
    settled(page)
    page.get_by_role("link", name="Read it in the article").click()
    expect(page.get_by_role("heading", name="Articles", level=1)).to_be_visible()
    expect(page.locator(".dl-article mark.dl-evidence").first).to_contain_text("In February")


def test_evidence_shows_html_of_an_article_as_text(watched: Watched) -> None:
    page = watched.open("/timeline")
    settled(page)
    page.get_by_role("button", name="Mobilization: Portugal (denied)").click()
    expect(page.locator(CARD)).to_contain_text('<script>alert("x")</script>')


def test_keyboard_reaches_the_evidence(watched: Watched) -> None:
    page = watched.open("/timeline")
    settled(page)
    choose_evidence(page, "Accusation")
    expect(page.locator(f"{CARD} .dl-kind")).to_contain_text("ACCUSE")


def test_table_in_order_of_time_stands_beside_the_bars(watched: Watched) -> None:
    watched.page.set_viewport_size({"width": 1280, "height": 720})
    page = watched.open("/timeline")
    settled(page)
    page.get_by_text("both", exact=True).click()
    table = page.get_by_test_id("stDataFrame")
    expect(table).to_be_visible()
    expect(page).to_have_url(re.compile("show=both"))
    settled(page)
    bars, rows = page.locator(".st-key-timeline-bars").bounding_box(), table.bounding_box()
    assert bars
    assert rows
    assert bars["width"] >= 550
    assert rows["x"] >= bars["x"] + bars["width"]
    assert rows["y"] < bars["y"] + 100


def test_share_copies_a_link_that_gives_the_same_view(watched: Watched, browser: Browser) -> None:
    context = watched.page.context
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = watched.open("/timeline?type=CONSULT")
    settled(page)
    wait_for_script(page, "datelineShares")
    choose_evidence(page, "Rui Dias")
    expect(page).to_have_url(re.compile("select="))
    expect(page.locator(CARD)).to_contain_text("Rui Dias")
    settled(page)
    page.get_by_role("button", name="Share").click()
    expect(page.get_by_role("button", name="Link copied")).to_be_visible()
    link = page.evaluate("navigator.clipboard.readText()")
    assert link == page.url
    other = browser.new_context().new_page()
    other.goto(link)
    expect(other.locator(CARD)).to_have_text(re.compile("Rui Dias"))
    settled(other)
    assert other.locator(CARD).inner_text() == page.locator(CARD).inner_text()
    expect(other.locator(".st-key-tiles").first).to_contain_text("sources")
    expect(page.locator(".st-key-tiles").first).to_contain_text("sources")
    assert other.locator(".st-key-tiles").first.inner_text() == page.locator(".st-key-tiles").first.inner_text()
    other.context.close()


def test_going_back_brings_the_view_back(watched: Watched) -> None:
    page = watched.open("/timeline?type=ACCUSE")
    settled(page)
    expect(page.locator(".st-key-tiles").first).to_contain_text("1 event")
    page.get_by_test_id("stSidebar").get_by_role("button", name="Clear", exact=True).click()
    expect(page.locator(".st-key-tiles").first).to_contain_text("5 events")
    settled(page)
    page.go_back()
    expect(page.locator(".st-key-tiles").first).to_contain_text("1 event")


def test_bad_parameter_is_named_and_removed(watched: Watched) -> None:
    page = watched.open("/?type=DANCE")
    expect(page.get_by_test_id("stAlert")).to_contain_text("type=DANCE")
    expect(page).not_to_have_url(re.compile("DANCE"))


@pytest.mark.parametrize("name", ["overview", "timeline", "movements", "entities"])
def test_phone_has_no_sideways_scroll(browser: Browser, server: Server, name: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(f"{server.url}/{name}")
    expect(page.locator(CARD)).to_be_visible()
    settled(page)
    wide = page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth")
    context.close()
    assert wide <= 390


def test_the_first_tap_on_a_mark_opens_it(browser: Browser, server: Server) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(f"{server.url}/timeline")
    settled(page)
    wait_for_script(page, "datelineEvidence")
    mark = bar(page, ACCUSATION)
    expect(mark).to_be_visible()
    settled(page)
    mark.scroll_into_view_if_needed()
    box = mark.bounding_box()
    assert box
    page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(page.locator(f"{CARD} .dl-kind")).to_contain_text("ACCUSE")
    context.close()


@pytest.mark.parametrize(
    ("width", "narrow"), [pytest.param(700, False, id="one column"), pytest.param(850, True, id="beside the menu")]
)
def test_charts_are_drawn_for_the_width_of_the_page(watched: Watched, width: int, narrow: bool) -> None:
    """Of the page, not of the window, and whatever the link says; their words end before they do."""
    page = watched.open(f"/timeline{'' if narrow else '?narrow=yes'}")
    page.set_viewport_size({"width": width, "height": 900})
    is_said = re.compile("narrow=yes")
    (expect(page).to_have_url if narrow else expect(page).not_to_have_url)(is_said)
    settled(page)
    page.wait_for_function(WORDS_WITHIN_CHART, arg=TIMELINE)


def test_evidence_below_the_chart_comes_into_sight(watched: Watched) -> None:
    watched.page.set_viewport_size({"width": 390, "height": 600})
    page = watched.open("/timeline")
    expect(page).to_have_url(re.compile("narrow=yes"))
    settled(page)
    wait_for_script(page, "datelineEvidence")
    click_mark(page, bar(page, ACCUSATION))
    expect(page.locator(f"{CARD} .dl-kind")).to_contain_text("ACCUSE")
    expect(page.locator(CARD).first).to_be_in_viewport()


@pytest.mark.parametrize(
    ("scheme", "before"), [pytest.param("light", "dark", id="light"), pytest.param("dark", "light", id="dark")]
)
def test_chart_text_follows_the_theme(watched: Watched, scheme: Theme, before: Theme) -> None:
    watched.page.emulate_media(color_scheme=before)
    page = watched.open("/timeline")
    settled(page)
    page.emulate_media(color_scheme=scheme)
    expect(page.locator(".stApp")).to_have_css("color-scheme", scheme)
    label = page.locator(f"{TIMELINE} .textpoint text").first
    expect(label).to_be_visible()
    colour = label.evaluate("node => getComputedStyle(node).fill")
    red, green, blue = (int(part) for part in re.findall(r"\d+", colour)[:3])
    assert (red + green + blue > 380) is (scheme == "dark")


def test_link_opens_on_a_freshly_started_server(context: BrowserContext, tmp_path: Path) -> None:
    with serving(sample_store(tmp_path)) as running:
        watched = Watched(context.new_page(), running.url)
        page = watched.open("/timeline?status=denied")
        expect(page.locator(CARD)).to_contain_text("MOBILIZE")
        assert watched.complaints == []


def test_dashboard_runs_under_uvicorn(context: BrowserContext, tmp_path: Path) -> None:
    with serving(sample_store(tmp_path), UVICORN) as running:
        page = context.new_page()
        watched = Watched(page, running.url)
        answer = page.goto(running.url)
        assert answer is not None
        assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
        expect(page.locator(CARD)).to_be_visible()
        assert watched.complaints == []

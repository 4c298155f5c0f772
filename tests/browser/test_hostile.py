"""Text of strangers in a real browser: no link, icon, emoji, colour or formula comes of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from pages.language.markdown import JOINER
from pages.view import navigation
from tests.browser.conftest import Server, Watched, serving, settled, wait_until
from tests.pages import hostile

MADE_OF_TEXT = ", ".join([
    "a[href*='example.org']", "a[href^='mailto']", "[data-testid=stMarkdownContainer] img", ".katex",
    ".stMarkdownColoredText", "[data-testid=stMarkdownContainer] [translate=no]", "svg a",
])  # fmt: skip


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    url = f"sqlite:///{tmp_path_factory.mktemp('hostile') / 'store.sqlite'}"
    hostile.fill(url)
    with serving(url) as running:
        yield running


@pytest.fixture
def watched_there(context: BrowserContext, attacked: Server) -> Iterator[Watched]:
    watched = Watched(context.new_page(), attacked.url)
    yield watched
    assert watched.complaints == []


def words(page: Page) -> str:
    return page.locator("body").inner_text().replace(JOINER, "")


@pytest.mark.parametrize("name", ["overview", "movements", "articles"])
def test_hostile_articles_make_nothing_on_each_page(watched_there: Watched, name: str) -> None:
    page = watched_there.open(f"/{name}")
    expect(page.get_by_role("heading", name=navigation.TITLES[name], level=1)).to_be_visible()
    settled(page)
    assert page.locator(MADE_OF_TEXT).count() == 0
    assert not re.search("😄|👍|a → b", words(page))


@pytest.mark.parametrize("label", ["Who takes part", "Article", "According to", "Evidence of"])
def test_hostile_names_make_nothing_in_what_can_be_chosen(watched_there: Watched, label: str) -> None:
    page = watched_there.open("/timeline")
    settled(page)
    chosen = page.get_by_role("combobox", name=re.compile(label)).first
    chosen.scroll_into_view_if_needed()
    offered = page.get_by_role("listbox")

    def is_open() -> bool:
        """A list that was opened while its page was drawn anew closes again."""
        if not offered.count():
            chosen.press("ArrowDown")
        return offered.count() > 0

    wait_until(is_open)
    expect(offered).to_contain_text("zq", timeout=20_000)
    assert page.locator(MADE_OF_TEXT).count() == 0
    assert not re.search("😄|👍|a → b", words(page))


def test_hostile_filters_and_addresses_make_nothing(watched_there: Watched) -> None:
    page = watched_there.open("/timeline?q=zq4%20:material/home:&type=www.example.org%20:smile:%20$x$")
    expect(page.get_by_test_id("stAlert").first).to_contain_text("www")
    settled(page)
    assert ":material/home:" in words(page)
    assert "www.example.org :smile: $x$" in words(page)
    assert page.locator(MADE_OF_TEXT).count() == 0


def test_tables_offer_a_csv_without_formulas_and_no_other(watched_there: Watched) -> None:
    page = watched_there.open("/entities")
    settled(page)
    page.locator("summary", has_text="As a table").first.press("Enter")
    table = page.get_by_test_id("stDataFrame").first
    expect(table).to_be_visible()
    table.hover()
    expect(page.get_by_role("button", name="Download as CSV")).to_have_count(1)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download as CSV").press("Enter")
    written = download.value.path().read_text("utf-8")
    assert "'=zq0+1" in written
    assert not re.search(r'(?m)(?:^|,)"?=', written)

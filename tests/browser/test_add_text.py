"""Adding files in a real browser, by the keyboard: progress, Stop and Go on, a correction, what was kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import Server, Watched, sample_store, serving, settled
from tests.browser.test_hostile import MADE_OF_TEXT, words

SLOW_MS = 90_000
"""Loading the language model."""
STORY = "Elena Varga arrived in Trieste on Tuesday, her office said. She will meet the mayor of Trieste next week."
HURRIED = ["uvicorn", "tests.browser.hurried:app", "--port", "{port}"]
NAMED = "zq1 www.example.org :smile: [x](y).md"


@pytest.fixture
def page(context: BrowserContext, writing_server: Server) -> Iterator[Page]:
    watched = Watched(context.new_page(), writing_server.url)
    page = watched.open("/add_text")
    expect(page.get_by_role("tab", name="Files")).to_be_visible()
    settled(page)
    page.get_by_role("tab", name="Files").click()
    yield page
    assert watched.complaints == []


def files(folder: Path) -> list[Path]:
    texts = {
        NAMED: f"# :material/home: Voyage to www.example.org\n\n{STORY}",
        "2.txt": f"Voyage\n\n{STORY} It rained on the way.",
        "3.pdf": "no PDF",
        "4.csv": "headline,body\nStrike,Dock workers in Gdansk went on strike on Monday.\n",
    }
    for name, text in texts.items():
        (folder / name).write_text(text, "utf-8")
    return [folder / name for name in texts]


def hand_over(page: Page, *paths: Path) -> None:
    """Choose files once no run is under way: the field forgets what it is given while it is drawn anew."""
    settled(page)
    page.locator("input[type=file]").set_input_files(paths)
    for path in paths:
        expect(page.get_by_role("button", name=f"Remove {path.name}")).to_be_visible()


def press(page: Page, name: str) -> None:
    button = page.get_by_role("button", name=name, exact=True).first
    expect(button).to_be_enabled()
    button.press("Enter")


def test_files_are_added_by_the_keyboard(page: Page, tmp_path: Path) -> None:
    hand_over(page, *files(tmp_path))
    expect(page.get_by_text("Columns of 4.csv")).to_be_visible()
    press(page, "Read the files")
    press(page, "Stop")
    expect(page.locator(".st-key-stopped")).to_contain_text("wait")
    press(page, "Go on")
    expect(page.get_by_role("heading", name="Found in 3 texts")).to_be_visible(timeout=SLOW_MS)
    expect(page.get_by_test_id("stAlert")).to_contain_text("3.pdf")
    expect(page.get_by_text("of this stands in").or_(page.get_by_text("This holds"))).to_be_visible()
    settled(page)
    assert NAMED in words(page)
    assert ":material/home: Voyage to www.example.org" in words(page)
    assert page.locator(MADE_OF_TEXT).count() == 0
    day = page.get_by_role("textbox", name="Publication date").last
    day.fill("yesterday")
    day.press("Enter")
    expect(page.get_by_text("nothing that is kept depends on today")).to_be_visible()
    settled(page)
    day.fill("12 Sept 2023")
    day.press("Enter")
    expect(day).to_have_value("12 September 2023")
    press(page, "Keep all")
    expect(page.get_by_text("Kept 3 texts")).to_be_visible()
    page.get_by_role("link", name="Strike").press("Enter")
    expect(page).to_have_url(re.compile("/articles.*select=article"))
    expect(page.get_by_role("link", name="Dock workers in", exact=True)).to_be_visible()


def test_what_lacked_time_is_tried_again_and_given_up(context: BrowserContext, tmp_path: Path) -> None:
    """A file that no reader returns from: it fails, is tried again, stopped in the midst of that, and left out."""
    slow, quick = tmp_path / "slow.txt", tmp_path / "quick.txt"
    slow.write_text("stuck")
    quick.write_text(STORY)
    with serving(sample_store(tmp_path), HURRIED) as server:
        watched = Watched(context.new_page(), server.url)
        page = watched.open("/add_text")
        settled(page)
        page.get_by_role("tab", name="Files").click()
        hand_over(page, slow, quick)
        press(page, "Read the files")
        expect(page.get_by_test_id("stAlert")).to_contain_text("slow.txt: The TXT file took longer than 8 seconds")
        expect(page.get_by_role("heading", name="Found in 1 text")).to_be_visible(timeout=SLOW_MS)
        settled(page)
        stop = page.get_by_role("button", name="Stop", exact=True)
        press(page, "Try again")
        expect(stop).to_be_visible()
        expect(stop).to_have_count(0)
        settled(page)
        press(page, "Try again")
        press(page, "Stop")
        expect(page.locator(".st-key-stopped")).to_contain_text("1 file and 0 texts wait")
        settled(page)
        press(page, "Leave them out")
        expect(page.locator(".st-key-stopped")).to_have_count(0)
        expect(page.get_by_test_id("stAlert")).to_have_count(0)
        press(page, "Keep all")
        expect(page.get_by_text("Kept 1 text")).to_be_visible()
        assert watched.complaints == []


def test_columns_can_be_changed_on_a_phone(page: Page, tmp_path: Path) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    table = tmp_path / "day.csv"
    table.write_text("a,b\nDock workers in Gdynia went on strike on Monday.,Baltic News\n", "utf-8")
    hand_over(page, table)
    outlet = page.get_by_role("combobox", name=re.compile("Outlet"))
    expect(outlet).to_be_visible()
    settled(page)
    outlet.click()
    page.get_by_role("option", name="b", exact=True).click()
    press(page, "Read the files")
    expect(page.get_by_role("textbox", name="Outlet").last).to_have_value("Baltic News", timeout=SLOW_MS)
    wide = page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth")
    assert wide <= 390
    title = page.get_by_role("textbox", name="Title").last
    title.fill("Dock workers in Gdynia went on strike on Monday over pay and hours, as their union said they would")
    title.press("Enter")
    settled(page)
    press(page, "Keep all")
    link = page.locator(".st-key-kept-links a").first
    expect(link).to_contain_text("Dock workers")
    assert link.evaluate("link => [...link.querySelectorAll('*')].every(each => each.scrollWidth <= link.clientWidth)")
    assert link.evaluate("link => link.getBoundingClientRect().right") <= 390

"""Exports and snapshots from their menus, in a real browser."""

from __future__ import annotations

import csv
from pathlib import Path

from lxml import etree
from playwright.sync_api import Page, expect

from tests.browser.conftest import Watched, settled, wait_for_script

PNG = b"\x89PNG\r\n"


def opened(watched: Watched, path: str) -> Page:
    page = watched.open(path)
    expect(page.locator(".js-plotly-plot").first).to_be_visible()
    settled(page)
    page.get_by_role("button", name="Export").click()
    return page


PHRASE = "two tall pines"


def test_the_menu_gives_what_the_filters_show(watched: Watched) -> None:
    page = opened(watched, "/timeline?type=ACCUSE")
    with page.expect_download() as got:
        page.get_by_role("button", name="CSV").click()
    with Path(got.value.path()).open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 1
    assert got.value.suggested_filename.endswith(".csv")


def test_each_chart_is_given_as_a_picture(watched: Watched) -> None:
    page = opened(watched, "/timeline")
    wait_for_script(page, "datelineCharts")
    charts = page.locator(".dl-charts")
    with page.expect_download() as got:
        charts.get_by_role("button", name="SVG").click()
    drawn = etree.parse(got.value.path()).getroot()
    assert drawn.tag == "{http://www.w3.org/2000/svg}svg"
    assert "Ana Costa" in "".join(drawn.itertext())
    assert '@font-face { font-family: "Source Sans"' in "".join(drawn.itertext())
    assert got.value.suggested_filename.endswith("-timeline.svg")
    with page.expect_download() as got:
        charts.get_by_role("button", name="PNG").click()
    assert Path(got.value.path()).read_bytes().startswith(PNG)


def test_a_snapshot_is_frozen_with_a_phrase_by_the_keyboard_and_opened(watched: Watched) -> None:
    page = watched.open("/timeline")
    settled(page)
    page.get_by_role("button", name="Snapshot").press("Enter")
    phrase = page.get_by_role("textbox", name="Pass phrase")
    phrase.press_sequentially(PHRASE)
    phrase.press("Tab")
    page.get_by_role("button", name="Freeze").press("Enter")
    address = page.locator("code", has_text="/s/").first.inner_text()
    assert address.startswith(f"{watched.home}/s/")
    frozen = page.context.new_page()
    frozen.goto(address)
    expect(frozen.locator("body")).not_to_contain_text("Ana Costa")
    frozen.get_by_label("Pass phrase").fill(PHRASE)
    frozen.get_by_label("Pass phrase").press("Enter")
    expect(frozen.locator("body")).to_contain_text("Ana Costa")
    assert frozen.locator("script").count() == 0
    frozen.close()

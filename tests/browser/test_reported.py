"""An event without a day of its own, in a real browser: its mark can be clicked, and says why it is there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from pipeline.store import Store
from tests.browser.conftest import Server, Watched, serving, settled, wait_for_script
from tests.browser.test_dashboard import CARD, TIMELINE, click_mark
from tests.pages.drafting import EMPTY_READING
from tests.pages.sample import storm, visit

OPEN_END = f"{TIMELINE} .scatterlayer path.point"


@pytest.fixture(scope="module")
def reported(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A dashboard whose visit to Porto has no day: it was reported on 3 April."""
    url = f"sqlite:///{tmp_path_factory.mktemp('reported') / 'store.sqlite'}"
    store, found = Store.open(url), storm()
    [event] = found.events
    told = tuple(
        replace(report, first=None, last=None, edtf=None, reported=date(2019, 4, 3)) for report in event.reports
    )
    undated = replace(event, first=None, last=None, edtf=None, reports=told, confidence=0.8, why=("verbs.visit",))
    store.add(EMPTY_READING, replace(found, events=(undated,), movements=()))
    store.add(EMPTY_READING, replace(visit(), events=visit().events[:1], movements=()))
    store.close()
    with serving(url) as running:
        yield running


@pytest.fixture
def timeline(context: BrowserContext, reported: Server) -> Iterator[Page]:
    watched = Watched(context.new_page(), reported.url)
    page = watched.open("/timeline")
    settled(page)
    yield page
    assert watched.complaints == []


def test_reported_event_opens_its_evidence(timeline: Page) -> None:
    click_mark(timeline, timeline.locator(OPEN_END).nth(1))
    expect(timeline.locator(f"{CARD} .dl-meta")).to_contain_text("no day told, reported 3 April 2019")


def test_why_opens_by_keyboard_and_in_the_link(timeline: Page) -> None:
    click_mark(timeline, timeline.locator(OPEN_END).nth(1))
    summary = timeline.locator(f"{CARD} .dl-why summary")
    expect(summary).to_have_text("Why · 80% sure")
    settled(timeline)
    wait_for_script(timeline, "datelineFolds")
    summary.press("Enter")
    expect(timeline.locator(f"{CARD} .dl-why code")).to_have_text("verbs.visit")
    expect(timeline).to_have_url(re.compile("fold="))
    timeline.reload()
    expect(timeline.locator(f"{CARD} .dl-why code")).to_be_visible()

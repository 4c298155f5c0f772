"""Each word is explained once: where it stands, and on the page Glossary."""

from __future__ import annotations

from html import escape
from typing import get_args

import pytest
from streamlit.testing.v1 import AppTest

from pages.language import glossary
from pages.view import data
from pipeline.domain import EventType
from pipeline.wording.palette import QUADS
from tests.pages.test_app import card, script


def test_glossary_explains_every_type() -> None:
    assert set(glossary.types()) == set(get_args(EventType))


def test_glossary_explains_every_colour_of_the_legend(app: AppTest) -> None:
    assert set(glossary.classes()) == set(QUADS)
    app.run()
    legend = next(each.value for each in app.html if "dl-legend" in each.value)
    assert all(f"title='{said}'" in legend for said in glossary.classes().values())


def test_glossary_page_has_the_texts_of_the_tooltips(app: AppTest) -> None:
    app.run()
    shown = {widget.help for widget in (*app.multiselect, *app.button_group) if widget.help}
    assert shown >= {glossary.meaning("Where"), glossary.meaning("Status")}
    assert glossary.types()["CONSULT"] in card(app) or glossary.meaning("Movement") in card(app)
    page = app.switch_page(script("glossary")).run()
    text = "".join(each.value for each in page.html)
    assert all(escape(said) in text for said in (*shown, *glossary.classes().values(), *glossary.types().values()))


@pytest.fixture
def sampled(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    monkeypatch.setattr(data, "samples", data.articles)
    return app


def test_first_look_leads_to_pages_until_it_is_ended(sampled: AppTest) -> None:
    sampled.run()
    assert not sampled.exception
    sampled.button(key="end-tour").click().run()
    assert "end-tour" not in {button.key for button in sampled.button}


def test_first_look_is_not_offered_without_samples(app: AppTest) -> None:
    app.run()
    assert "end-tour" not in {button.key for button in app.button}

from __future__ import annotations

import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from pages.view import data, navigation
from pages.widgets import filters
from pipeline.store import Store
from tests.pages.conftest import MAIN, open_page

PAGES = list(navigation.pages())
ROOT = MAIN.parents[1]


def script(page: str) -> str:
    return str(navigation.script(page))


def html(app: AppTest) -> str:
    return "\n".join(element.value for element in app.html)


def card(app: AppTest) -> str:
    """The evidence on the page, or nothing."""
    return "\n".join(element.value for element in app.html if "<article class='dl-card'" in element.value)


def tiles(app: AppTest) -> list[str]:
    """The numbers on the page, with their units."""
    links = [link.label for link in app.page_link]
    texts = [text.value for text in app.markdown]
    return [words.replace("*", "") for words in (*links, *texts) if re.match(r"\*\*[\d,]+\*\* ", words)]


def address(app: AppTest) -> dict[str, list[str]]:
    return {name: values if isinstance(values, list) else [values] for name, values in app.query_params.items()}


@pytest.fixture(params=PAGES)
def page(request: pytest.FixtureRequest, app: AppTest) -> AppTest:
    """The app on each of its pages."""
    open_page(app, request.param)
    return app


def test_app_each_page_renders(page: AppTest) -> None:
    assert not page.exception
    assert page.title[0].value in navigation.TITLES.values()


def test_app_overview_counts_what_is_in_the_store(app: AppTest) -> None:
    assert tiles(app.run()) == ["2 articles", "5 events", "2 people", "3 movements", "2 sources"]


def test_app_opens_with_the_evidence_of_the_most_told_movement(app: AppTest) -> None:
    assert "Ana Costa: Lisbon → Rabat by plane" in card(app.run())


def test_app_evidence_marks_sentence_and_trigger_and_names_the_source(app: AppTest) -> None:
    shown = card(app.run())
    assert '<mark class="dl-evidence dl-trigger">left</mark>' in shown
    assert "said her office" in shown


def test_app_html_in_an_article_is_text(app: AppTest) -> None:
    app.run()
    denial = next(button for button in app.button if button.label.startswith("Mobilization"))
    denial.click().run()
    assert "&lt;script&gt;alert" in card(app)
    assert "<script>alert" not in html(app)


@pytest.mark.parametrize("where", ["overview", "timeline"])
def test_app_undated_events_are_listed_and_open_their_evidence(app: AppTest, where: str) -> None:
    open_page(app, where)
    [undated] = [button for button in app.button if "(denied)" in button.label]
    undated.click().run()
    assert "Mobilization (MOBILIZE)" in card(app)
    assert address(app)["select"][0].startswith("event:")


def test_app_filter_goes_into_the_address(app: AppTest) -> None:
    app.run()
    app.multiselect(key="filter-types").select("ACCUSE").run()
    assert address(app) == {"type": ["ACCUSE"]}
    assert "1 event" in tiles(app)


def test_app_every_filter_comes_from_the_address(app: AppTest) -> None:
    wanted = {"from": ["2019-03-01"], "to": ["2019-03-31"], "undated": ["no"], "status": ["planned"], "q": ["dakar"]}
    for name, values in wanted.items():
        app.query_params[name] = values
    app.run()
    assert not app.warning
    assert app.text_input(key="period-first").value == "1 March 2019"
    assert app.text_input(key="filter-search").value == "dakar"
    assert "1 event" in tiles(app)
    assert address(app) == wanted


def test_app_a_link_gives_the_same_view_in_a_new_session(app: AppTest, store_url: str) -> None:
    app.run()
    app.multiselect(key="filter-entities").select("person:rui-dias").run()
    app.selectbox(key="evidence-of").select_index(0).run()
    other = AppTest.from_file(MAIN, default_timeout=120)
    for name, values in address(app).items():
        other.query_params[name] = values
    other.run()
    assert card(other) == card(app) != ""
    assert (html(other), tiles(other)) == (html(app), tiles(app))


def test_app_filters_and_selection_stay_when_the_page_turns(app: AppTest) -> None:
    app.run()
    app.multiselect(key="filter-entities").select("person:ana-costa").run()
    before = address(app)
    app.query_params.clear()
    app.switch_page(script("timeline")).run()
    assert address(app) == before
    assert app.multiselect(key="filter-entities").value == ["person:ana-costa"]


def test_app_a_link_may_choose_what_a_long_list_does_not_offer(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filters, "MOST_OFFERED", 1)
    last = data.articles()[-1].id
    app.query_params["article"] = [last]
    app.run()
    offered = app.multiselect(key="filter-articles")
    assert offered.value == [last]
    assert len(offered.options) == 2
    assert "the last 1 are listed" in offered.placeholder
    assert address(app) == {"article": [last]}
    app.multiselect(key="filter-articles").set_value([]).run()
    assert not app.exception
    assert len(app.multiselect(key="filter-articles").options) == 1


def test_app_chip_takes_its_filter_away(app: AppTest) -> None:
    app.query_params["type"] = ["ACCUSE"]
    app.query_params["status"] = ["occurred"]
    app.run()
    next(button for button in app.button if button.label.startswith("Accusation")).click().run()
    assert address(app) == {"status": ["occurred"]}


@pytest.mark.parametrize(
    ("name", "value"),
    [("from", "yesterday"), ("type", "DANCE"), ("entity", "person:x"), ("select", "?"), ("fbclid", "1")],
)
def test_app_bad_parameter_is_dropped_with_a_notice(app: AppTest, name: str, value: str) -> None:
    app.query_params[name] = [value]
    app.run()
    assert not app.exception
    assert len(app.warning) == 1
    assert name in app.warning[0].value
    assert address(app) == {}
    app.button(key="dismiss-problems").click().run()
    assert not app.warning


@pytest.mark.parametrize("where", ["overview", "timeline", "movements", "entities", "sources"])
def test_app_selected_article_leaves_the_charts_as_they_open(app: AppTest, where: str) -> None:
    app.query_params["select"] = ["article:anything"]
    open_page(app, where)
    assert not app.exception
    assert card(app)


def test_app_selection_that_is_gone_is_said_to_be(app: AppTest) -> None:
    app.query_params["select"] = ["event:no-such-event"]
    app.run()
    assert not app.exception
    assert any("not in this view" in info.value for info in app.info)


@pytest.mark.parametrize("where", PAGES)
def test_app_nothing_found_says_what_to_do(app: AppTest, where: str) -> None:
    app.query_params["q"] = ["unheard-of"]
    open_page(app, where)
    assert not app.exception
    if where not in ("overview", "timeline", "movements", "entities", "sources"):
        return
    assert "matches these filters" in app.info[0].value
    app.button(key="clear-from-empty").click().run()
    assert address(app) == {}
    assert not app.info


@pytest.mark.parametrize("where", ["overview", "timeline", "movements", "entities", "sources", "search", "corrections"])
def test_app_empty_store_says_how_to_begin(app: AppTest, store_url: str, where: str) -> None:
    store = Store.open(store_url)
    for article in store.articles():
        store.remove(article.id)
    open_page(app, where)
    assert not app.exception
    assert "no article yet" in app.info[0].value
    assert [link.proto.page for link in app.get("page_link") if link.proto.label == "Add text →"] == ["add_text"]


def test_app_backwards_period_is_said_to_be(app: AppTest) -> None:
    app.run()
    app.text_input(key="period-first").set_value("1 May 2019").run()
    app.text_input(key="period-last").set_value("April 2019").run()
    assert not app.exception
    assert any("ends before it begins" in warning.value for warning in app.warning)


def test_app_pages_without_filters_keep_the_view(app: AppTest) -> None:
    app.query_params["type"] = "ACCUSE"
    open_page(app, "glossary")
    assert not app.multiselect
    app.switch_page(script("timeline")).run()
    assert app.multiselect(key="filter-types").value == ["ACCUSE"]
    assert tiles(app)[1] == "1 event"


def test_app_store_that_cannot_be_opened_is_a_sentence(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_STORE", "sqlite:////no/such/folder/dateline.sqlite")
    app.run()
    assert not app.exception
    assert len(app.error) == 1


def test_app_map_lists_what_it_cannot_place(app: AppTest) -> None:
    open_page(app, "movements")
    [missing] = [button for button in app.button if (button.key or "").startswith("off-map")]
    missing.click().run()
    assert "Rui Dias: to Porto, origin unknown" in card(app)


def test_app_map_day_is_in_the_address(app: AppTest) -> None:
    open_page(app, "movements")
    app.slider(key="map-day").set_value(date(2019, 3, 20)).run()
    assert address(app)["day"] == ["2019-03-20"]
    assert any("1 later movement hidden at 20 March 2019" in caption.value for caption in app.caption)
    app.slider(key="map-day").set_value(date(2019, 4, 2)).run()
    assert "day" not in address(app)


def test_app_entity_opens_its_mentions(app: AppTest) -> None:
    open_page(app, "entities")
    app.selectbox(key="evidence-of").select("Ana Costa · person").run()
    shown = card(app)
    assert "3 mentions in 1 article: 2 named, 0 described, 1 by pronoun" in shown
    assert shown.count("dl-trigger") == 3


def test_app_renders_without_spacy(store_url: str, tmp_path: Path) -> None:
    """In a fresh process every page is drawn, and the parser is not even imported."""
    probe = tmp_path / "probe.py"
    probe.write_text(
        "import sys\n"
        "from streamlit.testing.v1 import AppTest\n"
        "from pages.view import navigation\n"
        f"app = AppTest.from_file({str(MAIN)!r}, default_timeout=120).run()\n"
        "for page in navigation.pages():\n"
        "    app.switch_page(str(navigation.script(page))).run()\n"
        "    assert not app.exception, app.exception\n"
        "print([name for name in ('spacy', 'thinc') if name in sys.modules])\n"
    )
    ran = subprocess.run(
        [sys.executable, str(probe)], cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.strip() == "[]"

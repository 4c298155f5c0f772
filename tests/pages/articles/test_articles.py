from __future__ import annotations

import re
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from pages.articles.layers import LAYERS, marks
from pages.language.highlight import mark_text
from pages.view import folds, navigation
from pipeline.analysis import read
from pipeline.assembly import assemble
from pipeline.domain import Article, article_id
from pipeline.store import Store
from tests.pages.conftest import open_page
from tests.pages.test_app import address

TEXT = 'Amara Diallo arrived in Dakar last Tuesday.\nThe page showed <img src="http://example.org/x.png"> to readers.'
ID = article_id(TEXT)


@pytest.fixture
def article(store_url: str) -> str:
    """An article of its own in the store, read by the real pipeline."""
    reading = read(TEXT)
    store = Store.open(store_url)
    store.add(reading, assemble(Article(ID, TEXT, "Diallo in Dakar", received=date(2024, 1, 1)), reading))
    store.close()
    return ID


@pytest.fixture
def page(app: AppTest, article: str) -> AppTest:
    app.query_params["select"] = [f"article:{article}"]
    return open_page(app, "articles")


def text(page: AppTest) -> str:
    shown = [str(getattr(element, "value", "")) for element in page.get("html")]
    return next(html for html in shown if "dl-article" in html)


def test_articles_shows_the_text_escaped_and_marked(page: AppTest) -> None:
    assert not page.exception
    assert "<img" not in text(page)
    assert "&lt;" in text(page)
    for layer in ("dl-entity", "dl-place", "dl-date", "dl-event"):
        assert f"{layer}" in text(page)


def test_articles_a_new_publication_date_dates_the_article_at_once(page: AppTest, store_url: str) -> None:
    page.text_input(key=f"published-{ID}").set_value("1 June 2022")
    page.button(key=f"set-{ID}").click().run()
    assert "1 June 2022" in " ".join(element.value for element in page.markdown)
    store = Store.open(store_url)
    (timex,) = store.analysis(ID).timexes
    store.close()
    assert timex.first == timex.last == date(2022, 5, 31)
    page.button(key=f"forget-{ID}").click().run()
    assert "unknown" in " ".join(element.value for element in page.markdown)


def test_articles_refuses_a_date_in_the_future_and_keeps_it_in_the_field(page: AppTest) -> None:
    page.text_input(key=f"published-{ID}").set_value("2998-06-01")
    page.button(key=f"set-{ID}").click().run()
    assert "2998" in page.error[0].value
    assert page.text_input(key=f"published-{ID}").value == "2998-06-01"
    page.switch_page(str(navigation.script("timeline"))).run()
    page.switch_page(str(navigation.script("articles"))).run()
    assert not page.error


def test_articles_says_why_a_date_was_inferred(app: AppTest, store_url: str) -> None:
    told = "On Monday, June 3, President Joe Biden left Split. On June 5 he reached Bari."
    reading = read(told)
    store = Store.open(store_url)
    store.add(reading, assemble(Article(article_id(told), told, received=date(2024, 7, 1)), reading))
    store.close()
    app.query_params["select"] = [f"article:{article_id(told)}"]
    open_page(app, "articles")
    shown = " ".join(element.value for element in app.caption)
    assert "Monday, June 3" in shown
    assert "inferred from the text" in " ".join(element.value for element in app.markdown)


def test_articles_removes_an_article(page: AppTest, store_url: str) -> None:
    page.button(key=f"remove-{ID}").click().run()
    assert not page.exception
    store = Store.open(store_url)
    assert ID not in {row.id for row in store.articles()}
    store.close()


def test_articles_shows_the_article_of_the_selected_evidence(app: AppTest, article: str, store_url: str) -> None:
    store = Store.open(store_url)
    (movement,) = store.analysis(article).movements
    store.close()
    app.query_params["select"] = [f"movement:{movement.id}"]
    open_page(app, "articles")
    assert app.selectbox(key="article-shown").value == article
    assert "dl-evidence" in text(app)


@pytest.mark.parametrize(
    ("selected", "words"),
    [
        pytest.param("source:person:rui-dias", "she will travel on to Dakar", id="what a source says"),
        pytest.param(
            "dyad:the%20trade%20union/person:ana-costa", "accused Ana Costa of neglect", id="what one does to another"
        ),
        pytest.param("entity:country:PT", "Portugal", id="where a name stands"),
        pytest.param("place:2267057", None, id="a place of no article"),
    ],
)
def test_articles_mark_what_is_selected(app: AppTest, selected: str, words: str | None) -> None:
    app.query_params["select"] = [selected]
    open_page(app, "articles")
    marks = re.findall(r'<mark class="[^"]*dl-evidence[^"]*"[^>]*>(.*?)</mark>', text(app))
    assert (words in "".join(marks)) if words else marks == []


def test_articles_say_that_a_selected_article_is_not_here(app: AppTest) -> None:
    app.query_params["select"] = ["article:removed"]
    open_page(app, "articles")
    assert "it was removed" in app.warning[0].value


def test_layers_mark_what_they_name() -> None:
    analysis = assemble(Article("a", TEXT, published=date(2022, 6, 1)), read(TEXT))
    shown = mark_text(TEXT, marks(analysis, LAYERS))
    assert "31 May 2022" in shown
    assert marks(analysis, []) == []


def test_articles_shows_what_another_version_of_the_page_changed(app: AppTest, store_url: str) -> None:
    old, new = "One man died in Dakar. Rain fell.", "Two men died in Dakar. Rain fell."
    store = Store.open(store_url)
    for day, told in enumerate((old, new), start=1):
        known = Article(
            article_id(told), told, "Dakar", date(2024, 1, day), "given", url="https://www.example.org/dakar"
        )
        store.add(read(told), assemble(known, read(told)))
    store.close()
    app.query_params["select"] = [f"article:{article_id(old)}"]
    page = open_page(app, "articles")
    (panel,) = [each for each in page.expander if "version" in each.label]
    assert panel.label == "A newer version of this page is kept: what changed"
    assert not panel.markdown
    name = folds.name_of("version", article_id(new))
    app.query_params["fold"] = name
    page.run()
    (panel,) = [each for each in page.expander if "version" in each.label]
    assert address(page)["fold"] == [name]
    assert [each.value for each in panel.markdown] == [
        ":red[−] ~~One man died in Dakar.~~",
        ":green[+] Two men died in Dakar.",
    ]


def test_articles_what_is_marked_is_in_the_address(app: AppTest) -> None:
    app.query_params["marks"] = "date"
    page = open_page(app, "articles")
    assert page.button_group(key="article-layers").value == ["date"]
    page.button_group(key="article-layers").set_value([]).run()
    assert address(page)["marks"] == ["none"]
    page.button_group(key="article-layers").set_value(["entity", "place", "date", "event"]).run()
    assert "marks" not in address(page)


def test_articles_a_table_that_stands_open_is_in_the_address(app: AppTest) -> None:
    app.query_params["open"] = "entities-table"
    page = open_page(app, "entities")
    assert len(page.dataframe) == 1
    assert address(page)["open"] == ["entities-table"]

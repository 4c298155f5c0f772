from __future__ import annotations

import sqlite3
from contextlib import closing
from html import unescape
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from pages.search.results import told_there, word_marks
from pipeline.index.search import Hit
from pipeline.search_terms import parsed
from pipeline.store import Store
from tests.pages.conftest import open_page
from tests.pages.drafting import EMPTY_READING, NO_DATE, Draft
from tests.pages.sample import VISIT, visit


def opened(app: AppTest, **parameters: str) -> AppTest:
    for name, value in parameters.items():
        app.query_params[name] = value
    open_page(app, "search")
    assert not app.exception
    return app


def html(element: object) -> str:
    return str(getattr(element, "value", ""))


def cards(app: AppTest) -> list[str]:
    return [shown for shown in map(html, app.get("html")) if "<article class='dl-card dl-found" in shown]


def said(app: AppTest) -> str:
    return " ".join(html(element) for kind in ("markdown", "caption", "warning") for element in app.get(kind))


def links(app: AppTest) -> list[str]:
    return [link.proto.label for link in app.get("page_link")]


def test_search_lists_the_sentences_with_what_was_extracted(app: AppTest) -> None:
    opened(app, q="union")
    (card,) = cards(app)
    assert "<mark" in card
    assert "In February" in unescape(card)
    assert "1 sentence in 1 article" in said(app)
    assert any(link.startswith("Event: ") and "Ana Costa" in link for link in links(app))


def test_search_is_made_anew_when_its_file_turns_out_to_be_damaged(
    app: AppTest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATELINE_INDEX", str(tmp_path / "index"))
    assert len(cards(opened(app, q="storm"))) == 1
    [file] = (tmp_path / "index").glob("*-search.sqlite")
    scribble(file)
    assert "cannot be searched" in opened(app, q="union").error[0].value
    assert len(cards(opened(app, q="union"))) == 1
    assert not app.error


def scribble(file: Path) -> None:
    """All but its first page, which says what it is."""
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    whole = file.read_bytes()
    with file.open("r+b") as opened_file:
        opened_file.seek(4096)
        opened_file.write(b"\xff" * (len(whole) - 4096))


def test_search_finds_words_of_which_no_event_tells(app: AppTest) -> None:
    opened(app, q="storm")
    assert len(cards(app)) == 1


def test_search_escapes_what_it_shows(app: AppTest) -> None:
    opened(app, q="script")
    assert "<script" not in cards(app)[0]


@pytest.mark.parametrize("typed", ["%", "--", "* * *"])
def test_search_says_that_there_is_no_word(app: AppTest, typed: str) -> None:
    assert "There is no word to look for" in said(opened(app, q=typed))


def test_search_says_how_it_searches(app: AppTest) -> None:
    assert "every sentence of every article" in said(opened(app))


def test_other_pages_lead_to_the_sentences(app: AppTest) -> None:
    app.query_params["q"] = "dias"
    app.run()
    assert "3 sentences in 2 articles with these words: read them →" in links(app)


def test_a_name_finds_all_that_names_it(app: AppTest) -> None:
    opened(app, q="dias")
    app.button(key="named-person:rui-dias").click().run()
    assert app.text_input(key="filter-search").value == "person:rui-dias"
    assert len(cards(app)) == 3


def test_names_that_are_alike_stand_once_and_find_all_of_them(app: AppTest, store_url: str) -> None:
    """Clerks whom no article names are another entity in each."""
    store = Store.open(store_url)
    for day in ("Monday", "Friday"):
        draft = Draft(f"A clerk of Faro slept on {day}.", "Sleep", None, None)
        draft.entity(f"person:clerk-{day}", "person", "A clerk of Faro", ("A clerk of Faro", "nominal"))
        told = [draft.report(draft.text, "slept", "occurred", NO_DATE)]
        draft.event(("STATEMENT", None), ["A clerk of Faro"], [], told)
        store.add(EMPTY_READING, draft.analysis())
    store.close()
    opened(app, q="faro")
    assert [each.label for each in app.button if str(each.key).startswith("named-")] == ["A clerk of Faro · person"]
    app.button(key="named-person:clerk-Friday").click().run()
    assert app.text_input(key="filter-search").value == '"A clerk of Faro"'
    assert len(cards(app)) == 2


def test_titles_are_searched_and_words_of_scripts_without_blanks_found(app: AppTest, store_url: str) -> None:
    store = Store.open(store_url)
    store.add(EMPTY_READING, Draft("It rained. 新聞は雨と言う。", "首脳会談 in Faro", None, None).analysis())
    store.close()
    opened(app, q="会談 faro")
    assert [label for label in links(app) if "Faro" in label] == ["首脳会談 in Faro"]
    opened(app, q="雨")
    assert '<mark class="dl-trigger">雨</mark>' in cards(app)[0]


def test_a_link_to_a_sentence_shows_it_in_its_article(app: AppTest) -> None:
    article, at = visit().article.id, VISIT.index("In February")
    app.query_params["select"] = f"sentence:{article}:{at}"
    open_page(app, "articles")
    text = next(shown for shown in map(html, app.get("html")) if "<article class='dl-article" in shown)
    assert 'dl-evidence">In February' in text


def test_word_marks_stand_where_the_words_do() -> None:
    marks = word_marks(VISIT, 0, len(VISIT), parsed('"trade union" neg* LISBON'))
    assert {VISIT[mark.start : mark.end] for mark in marks} == {"trade union", "neglect", "Lisbon"}


def test_told_there_is_what_the_sentence_tells_of() -> None:
    at = VISIT.index("In February")
    (told,) = told_there(visit(), Hit(visit().article.id, at, VISIT.index("\nAccording")))
    assert getattr(told, "type", None) == "ACCUSE"

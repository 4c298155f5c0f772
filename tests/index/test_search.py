from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.domain import Analysis
from pipeline.errors import SearchError
from pipeline.index.place import search_file
from pipeline.index.search import SearchIndex
from pipeline.search_terms import Term, Terms, parsed
from pipeline.store import Store
from tests.pages.drafting import EMPTY_READING, Draft
from tests.pages.sample import STORM, VISIT, fill, storm, visit


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    url = f"sqlite:///{tmp_path / 'store.sqlite'}"
    fill(url)
    opened = Store.open(url)
    yield opened
    opened.close()


@pytest.fixture
def index(store: Store, tmp_path: Path) -> Iterator[SearchIndex]:
    made = SearchIndex(store, tmp_path / "search")
    list(made.update())
    yield made
    made.close()


def found(index: SearchIndex, typed: str, articles: tuple[str, ...] = ()) -> set[str]:
    """The first words of each sentence that is found."""
    texts = {visit().article.id: VISIT, storm().article.id: STORM}
    hits = index.search(parsed(typed), articles, limit=100)
    assert hits.sentences == len(hits.listed)
    return {texts[hit.article][hit.start : hit.end].split(" ", 1)[0] for hit in hits.listed}


@pytest.mark.parametrize(
    ("typed", "firsts"),
    [
        pytest.param("trade", {"In"}, id="word"),
        pytest.param("TRÁDE", {"In"}, id="case and accents"),
        pytest.param("trad", set(), id="no part of a word"),
        pytest.param("tr*", {"In", "According", "Rui"}, id="beginning"),
        pytest.param('"her office"', {"Premier"}, id="phrase"),
        pytest.param('"office her"', set(), id="phrase in its order"),
        pytest.param('"trade uni*"', {"In"}, id="phrase with a beginning"),
        pytest.param("union february", {"In"}, id="words in any order"),
        pytest.param('"Ana Costa" union', {"In"}, id="phrase and word"),
        pytest.param("person:rui-dias", {"According", "Rui"}, id="key"),
        pytest.param("person:rui-dias porto", {"Rui"}, id="key and word"),
        pytest.param("person:nobody", set(), id="unknown key"),
        pytest.param("script", {"Rui"}, id="in markup of the text"),
        pytest.param("8 march", {"Premier", "According"}, id="numbers"),
    ],
)
def test_search_finds_sentences(index: SearchIndex, typed: str, firsts: set[str]) -> None:
    assert found(index, typed) == firsts


def test_search_finds_a_name_by_all_names_that_any_article_gives_it(store: Store, tmp_path: Path) -> None:
    """The second article calls her by a name that the first one does not have."""
    other = visit_of("Dr. Lopes met Rui Dias.", "person:ana-costa", "Lopes")
    store.add(EMPTY_READING, other)
    index = SearchIndex(store, tmp_path / "search")
    list(index.update())
    texts = [hit.article for hit in index.search(parsed("costa"), limit=10).listed]
    assert other.article.id in texts
    assert index.search(parsed('"costa"'), [other.article.id], limit=10).sentences == 0
    assert index.search(parsed("lopes"), limit=10).named == {"person:ana-costa"}


def visit_of(text: str, key: str, name: str) -> Analysis:
    draft = Draft(text, "A meeting", None, date(2019, 5, 1))
    draft.entity(key, "person", name, (name, "name"))
    return draft.analysis()


def test_search_keeps_to_the_chosen_articles(index: SearchIndex) -> None:
    assert found(index, "dias", (storm().article.id,)) == {"Rui"}


def test_search_shows_some_and_counts_all(index: SearchIndex) -> None:
    hits = index.search(parsed("dias"), limit=1, offset=1)
    assert (hits.sentences, hits.articles, len(hits.listed)) == (3, 2, 1)


def test_search_follows_the_store(store: Store, index: SearchIndex) -> None:
    store.remove(storm().article.id)
    list(index.update())
    assert found(index, "porto") == set()
    store.add(EMPTY_READING, storm())
    list(index.update())
    assert found(index, "porto") == {"Storm", "Rui"}


def test_search_is_made_anew_from_a_damaged_file(store: Store, index: SearchIndex, tmp_path: Path) -> None:
    index.close()
    (tmp_path / "search").write_bytes(b"no database at all" * 1000)
    again = SearchIndex(store, tmp_path / "search")
    list(again.update())
    assert found(again, "porto") == {"Storm", "Rui"}


def test_search_is_made_anew_from_another_format(
    store: Store, index: SearchIndex, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index.close()
    monkeypatch.setattr("pipeline.index.sentence_file.FORMAT", 999)
    again = SearchIndex(store, tmp_path / "search")
    assert [done for done, _ in again.update()] == [0]
    assert found(again, "porto") == {"Storm", "Rui"}


def test_search_begins_anew_for_another_store(index: SearchIndex, tmp_path: Path) -> None:
    index.close()
    other = Store.open(f"sqlite:///{tmp_path / 'other.sqlite'}")
    other.add(EMPTY_READING, visit_of("Dr. Lopes met Rui Dias.", "person:ana-costa", "Lopes"))
    again = SearchIndex(other, tmp_path / "search")
    list(again.update())
    assert again.search(parsed("lopes"), limit=10).sentences == 1
    assert again.search(parsed("porto"), limit=10).sentences == 0
    again.close()
    other.close()


def test_search_may_stand_in_memory(store: Store) -> None:
    index = SearchIndex(store, None)
    list(index.update())
    assert index.search(parsed("porto"), limit=10).sentences
    index.close()


@pytest.mark.parametrize("chosen", ["", "memory", "folder"])
def test_search_stands_where_the_index_does(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, chosen: str
) -> None:
    monkeypatch.setenv("DATELINE_INDEX", str(tmp_path / chosen) if chosen == "folder" else chosen)
    folders = {"": tmp_path / "store.sqlite.index", "memory": None, "folder": tmp_path / "folder"}
    found = search_file(store)
    assert (found.parent if found else None) == folders[chosen]


def test_search_says_where_it_cannot_write(store: Store, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(SearchError, match="cannot be searched"):
        list(SearchIndex(store, tmp_path / "file" / "search").update())


@given(st.text(max_size=60) | st.text("\"*():^-+ ANDORTNE{}[]\\;'", max_size=40))
def test_every_query_has_an_answer(hostile: SearchIndex, typed: str) -> None:
    hits = hostile.search(parsed(typed), limit=5)
    assert hits.sentences >= len(hits.listed)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SearchIndex]:
    folder = tmp_path_factory.mktemp("hostile")
    url = f"sqlite:///{folder / 'store.sqlite'}"
    fill(url)
    store = Store.open(url)
    index = SearchIndex(store, folder / "search")
    list(index.update())
    yield index
    index.close()
    store.close()


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("Kim", Terms((Term(("kim",)),))),
        ("bomb*", Terms((Term(("bomb",), begins=True),))),
        ('"Air  strike"', Terms((Term(("air", "strike"), exact=True),))),
        ('"air strike', Terms((Term(("air", "strike"), exact=True),))),
        ("U.S.-led", Terms((Term(("u", "s", "led")),))),
        ("country:KP", Terms((), ("country:KP",))),
        ("at 10:30", Terms((Term(("at",)), Term(("10", "30"))))),
        ('% -- * "" NULL', Terms((Term(("null",)),))),
        ("  ", Terms()),
    ],
)
def test_terms_of_what_is_typed(typed: str, terms: Terms) -> None:
    assert parsed(typed) == terms

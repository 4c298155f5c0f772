"""A finished batch run as a store: its questions are answered as those of a database, its writes refused."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from benchmarks.synthetic import finished_run
from pipeline.domain import Analysis, Reading
from pipeline.errors import PipelineError, StoreError
from pipeline.index import EventFilter, Index
from pipeline.index.search import SearchIndex
from pipeline.search_terms import parsed
from pipeline.store import Store, open_store
from pipeline.store.seeds import load_seeds
from pipeline.store.store import START
from tests.store.articles import Telling, article

FOUND = [
    article(
        [Telling("Ruiz", "flew", "", "Lima", origin="Oslo", day="XXXX-05-06", source="Berg")], title="Ruiz in Lima"
    ),
    article([Telling("Haddad", "accused", "Silva", "Quito", type="ACCUSE")], outlet="Gazette"),
    article([Telling("Silva", "met", "Ruiz", "Quito", day="2023-02-01")]),
    article([Telling("Berg", "met", "Haddad", "Oslo", day="2022-11-30")], published=date(2022, 12, 1)),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return finished_run(tmp_path / "run", FOUND, a_part=2)


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    opened = open_store(f"parquet:{folder}")
    yield opened
    opened.close()


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Store]:
    """The same articles, added to a database."""
    opened = open_store(f"sqlite:///{tmp_path / 'added.sqlite'}")
    opened.add_all(FOUND)
    yield opened
    opened.close()


def answers(store: Store) -> list[Any]:
    index = Index(store)
    index.update()
    quito = EventFilter(places=frozenset({"3652462"}))
    found = [index.events(), index.events(quito), index.movements(), index.counts(), index.quoted(), index.choices()]
    index.close()
    return found


def test_a_folder_answers_as_a_database_does(store: Store, database: Store) -> None:
    assert store.articles() == database.articles()
    assert store.count_articles() == len(FOUND)
    assert answers(store) == answers(database)


def test_an_article_is_read_whole(store: Store) -> None:
    for reading, analysis in FOUND:
        assert store.analysis(analysis.article.id) == analysis
        assert store.sentences(analysis.article.id) == reading.sentences
    with pytest.raises(StoreError, match="no article 'other'"):
        store.analysis("other")


def test_its_sentences_are_searched(store: Store) -> None:
    search = SearchIndex(store, None)
    list(search.update())
    assert search.search(parsed("accused"), limit=5).sentences == 1
    search.close()


@pytest.mark.parametrize("limit", [1, 2, 3, 100])
def test_each_article_comes_once_in_pieces_of_any_size(store: Store, limit: int) -> None:
    position, complete, seen = START, False, []
    while not complete:
        changes = store.since(position, limit=limit)
        position, complete = changes.position, changes.complete
        seen += [each.id for each in changes.articles]
    assert sorted(seen) == sorted(analysis.article.id for _, analysis in FOUND)
    assert store.since(position).articles == ()


WRITES: dict[str, Callable[[Store, Reading, Analysis], object]] = {
    "add": lambda store, reading, analysis: store.add(reading, analysis),
    "replace": lambda store, reading, analysis: store.replace(reading, analysis),
    "redate": lambda store, _, analysis: store.redate(analysis.article.id, date(2020, 1, 1)),
    "describe": lambda store, _, analysis: store.describe(analysis.article.id, title="T", outlet=None, url=None),
    "remove": lambda store, _, analysis: store.remove(analysis.article.id),
    "undo": lambda store, *_: store.undo(1),
    "freeze": lambda store, *_: store.shares.freeze("A page", b"page", datetime(2024, 1, 1)),
    "save a view": lambda store, *_: store.shares.save_view("A view", "/?type=AID", datetime(2024, 1, 1)),
}


@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES)
def test_a_write_is_refused_and_says_what_to_do(
    store: Store, write: Callable[[Store, Reading, Analysis], object]
) -> None:
    reading, analysis = FOUND[0]
    with pytest.raises(StoreError, match="python -m pipeline load DIR"):
        write(store, reading, replace(analysis, article=replace(analysis.article, title="Another")))
    assert (store.version(), store.corrections(), store.shares.snapshots(), store.shares.views()) == (1, [], [], [])
    load_seeds(store)
    assert store.count_articles() == len(FOUND)


def test_two_folders_are_two_stores_and_a_copy_is_the_same(folder: Path, tmp_path: Path, store: Store) -> None:
    folder.rename(tmp_path / "moved")
    for name, same in (("moved", True), ("other", False)):
        found = FOUND if same else FOUND[:1]
        other = open_store(f"parquet:{tmp_path / name if same else finished_run(tmp_path / name, found)}")
        assert (other.identity() == store.identity()) is same
        other.close()


@pytest.mark.parametrize("broken", ["no folder", "unfinished", "damaged", "older"])
def test_what_is_no_finished_run_is_said(folder: Path, broken: str) -> None:
    (file, *_) = sorted(folder.glob("articles/*/*.parquet"))
    if broken == "no folder":
        folder = folder / "nowhere"
    elif broken == "unfinished":
        (folder / "articles").rename(folder / "articles.unfinished")
    elif broken == "damaged":
        file.write_bytes(b"PAR1 half")
    else:
        without_column(file, "words")
    said = {"no folder": "no finished run", "unfinished": "no finished run", "damaged": "is damaged", "older": "words"}
    with pytest.raises(PipelineError, match=said[broken]):
        open_store(f"parquet:{folder}").articles()


def without_column(file: Path, name: str) -> None:
    from pyarrow import parquet

    parquet.write_table(parquet.ParquetFile(file).read().drop_columns([name]), file)


def test_a_run_without_articles_is_an_empty_store(tmp_path: Path) -> None:
    store = open_store(f"parquet:{finished_run(tmp_path / 'empty', [])}")
    assert (store.articles(), store.count_articles(), store.since().complete) == ([], 0, True)
    store.close()

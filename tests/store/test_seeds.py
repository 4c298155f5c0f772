from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import msgspec
import pytest
from sqlalchemy import update

from pipeline import VERSION
from pipeline.errors import StoreError
from pipeline.store import Store
from pipeline.store.seeds import ENDING, FOLDER, Packed, load_seeds
from pipeline.store.tables import articles
from tests.store.articles import Telling, article

TEXTS = sorted(FOLDER.glob("*.txt"))


def test_seeds_are_loaded_into_a_new_store(store: Store) -> None:
    load_seeds(store)
    assert len(store.articles()) == len(TEXTS) > 0
    for row in store.articles():
        assert store.analysis(row.id).article.text in {path.read_text("utf-8") for path in TEXTS}
    assert sum(row.events for row in store.articles()) > 0


def test_seeds_are_loaded_once(store: Store) -> None:
    load_seeds(store)
    version = store.version()
    load_seeds(store)
    assert store.version() == version


def test_seeds_that_were_removed_stay_removed(store: Store) -> None:
    load_seeds(store)
    for row in store.articles():
        store.remove(row.id)
    load_seeds(store)
    assert store.articles() == []


def test_seeds_do_not_come_to_a_store_in_use(store: Store) -> None:
    store.add(*article([Telling()]))
    load_seeds(store)
    assert len(store.articles()) == 1


def test_seeds_of_an_older_pipeline_are_renewed(store: Store) -> None:
    load_seeds(store)
    seed = store.articles()[0].id
    _, own = article([Telling()])
    store.add(*article([Telling()]))
    with store._engine.begin() as connection:
        connection.execute(update(articles).values(pipeline_version="0.0.1"))
    store.redate(seed, date(2017, 9, 11))
    store.describe(own.article.id, title="Its own", outlet=None, url=None)
    load_seeds(store)
    rows = {row.id: row for row in store.articles()}
    assert (rows[seed].pipeline_version, rows[seed].published) == (VERSION, date(2017, 9, 11))
    assert rows[own.article.id].pipeline_version == "0.0.1"


@pytest.mark.parametrize(
    "spoil", [Path.unlink, lambda path: path.write_bytes(b"{}")], ids=["missing", "of another shape"]
)
def test_seeds_that_cannot_be_loaded_are_named(store: Store, tmp_path: Path, spoil: Callable[[Path], object]) -> None:
    for path in FOLDER.iterdir():
        shutil.copy(path, tmp_path)
    spoil(next(tmp_path.glob(f"*{ENDING}")) if spoil is not Path.unlink else next(tmp_path.glob("*.txt")))
    with pytest.raises(StoreError, match="cannot be loaded"):
        load_seeds(store, tmp_path)
    assert store.version() == 0


def test_seeds_load_without_the_model() -> None:
    program = (
        "import sys; from pipeline.store.seeds import FOLDER, packed_seeds; from pipeline.assembly import assemble; "
        "print(len([assemble(*one) for one in packed_seeds(FOLDER)]), {'spacy', 'streamlit'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == f"{len(TEXTS)} set()\n"


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_seeds_hold_what_the_pipeline_reads_today(path: Path) -> None:
    from pipeline.seeding import packed_seed

    kept = path.with_suffix(ENDING).read_bytes()
    assert msgspec.json.decode(kept, type=Packed) == msgspec.json.decode(packed_seed(path), type=Packed), (
        "the pipeline reads the seeds otherwise than when they were packed: run `make seeds`"
    )

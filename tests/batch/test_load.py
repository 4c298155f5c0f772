from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.synthetic import finished_run
from pipeline import codec
from pipeline.__main__ import main
from pipeline.assembly import assemble
from pipeline.batch import load, loading
from pipeline.domain import Analysis, Reading
from pipeline.errors import BatchError
from pipeline.store.seeds import FOLDER, packed_seeds
from tests.store.indexed import Indexed


@pytest.fixture(scope="module")
def found() -> list[tuple[Reading, Analysis]]:
    """The seed articles."""
    return [(reading, assemble(article, reading)) for article, reading in packed_seeds(FOLDER)]


@pytest.fixture
def finished(tmp_path: Path, found: list[tuple[Reading, Analysis]]) -> Path:
    """The folder of a run over them."""
    return finished_run(tmp_path / "run", found, a_part=3)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Indexed]:
    opened = Indexed.open(f"sqlite:///{tmp_path / 'store.sqlite'}")
    yield opened
    opened.close()


def test_a_store_that_is_loaded_answers_as_one_to_which_the_articles_were_added(
    finished: Path, store: Indexed, found: list[tuple[Reading, Analysis]], tmp_path: Path
) -> None:
    added = Indexed.open(f"sqlite:///{tmp_path / 'added.sqlite'}")
    for each in found:
        added.add(*each)
    assert load(finished, store, print).articles == len(found)
    assert store.articles() == added.articles()
    assert (store.events(), store.movements(), store.counts()) == (added.events(), added.movements(), added.counts())
    added.close()


def test_a_finished_run_is_linked_as_the_same_analyses_in_a_file(
    finished: Path, found: list[tuple[Reading, Analysis]], tmp_path: Path
) -> None:
    file, of_folder, of_file = (tmp_path / name for name in ("analyses.jsonl", "folder.jsonl", "file.jsonl"))
    file.write_bytes(b"".join(codec.to_json(analysis) + b"\n" for _, analysis in found))
    assert main(["link", str(finished), "-o", str(of_folder)]) == 0
    assert main(["link", str(file), "-o", str(of_file)]) == 0
    assert of_folder.read_bytes() == of_file.read_bytes() != b""


def test_linking_a_folder_without_a_finished_run_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["link", str(tmp_path)]) == 2
    assert "Hint" in capsys.readouterr().err


def test_loading_again_changes_nothing(finished: Path, store: Indexed) -> None:
    load(finished, store, print)
    before = store.version()
    assert load(finished, store, print).articles == 0
    assert store.version() == before


def test_loading_goes_on_behind_what_is_there(
    finished: Path, store: Indexed, found: list[tuple[Reading, Analysis]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loading, "AT_ONCE", 2)
    store.add_all(found[:3])
    assert load(finished, store, print).articles == len(found) - 3
    assert len(store.articles()) == len(found)


def test_a_folder_without_a_finished_run_is_said(tmp_path: Path, store: Indexed) -> None:
    with pytest.raises(BatchError, match="no finished run"):
        load(tmp_path, store, print)


def test_a_damaged_file_is_said(finished: Path, store: Indexed) -> None:
    (finished / "articles" / "year=unknown").mkdir(exist_ok=True)
    (finished / "articles" / "year=unknown" / "000009.parquet").write_bytes(b"PAR1 half")
    with pytest.raises(BatchError, match="damaged"):
        load(finished, store, print)

from __future__ import annotations

import gzip
import json
import os
from pathlib import Path
from zipfile import ZipFile

import fsspec
import pandas as pd
import pytest

from pipeline.batch.sources import Corpus
from pipeline.corpus import Failure
from pipeline.errors import BatchError
from pipeline.readers.table_rows import MOST_ROWS

LINES = "".join(json.dumps({"text": f"Ana Prado left {city}."}) + "\n" for city in ("Lisbon", "Porto"))


def texts(*inputs: str | Path) -> list[str]:
    return [found.error if isinstance(found, Failure) else found.text for found in Corpus.of(map(str, inputs))]


def test_a_folder_gives_the_articles_of_its_files_by_name(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("Ana Prado left Faro.")
    (tmp_path / "a.jsonl").write_text(LINES)
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "c.jsonl.gz").write_bytes(gzip.compress(LINES.encode()))
    (tmp_path / "notes.xyz").write_text("no article")
    (tmp_path / ".hidden.txt").write_text("no article")
    assert texts(tmp_path) == [
        "Ana Prado left Lisbon.",
        "Ana Prado left Porto.",
        "Ana Prado left Faro.",
        "Ana Prado left Lisbon.",
        "Ana Prado left Porto.",
    ]


def test_tables_may_be_longer_than_what_a_reader_of_the_dashboard_adds(tmp_path: Path) -> None:
    rows = pd.DataFrame({"text": [f"Item {number}." for number in range(MOST_ROWS + 2)]})
    rows.to_csv(tmp_path / "a.csv", index=False)
    rows.to_parquet(tmp_path / "b.parquet")
    found = texts(tmp_path)
    assert len(found) == 2 * len(rows)
    assert found[-1] == found[len(rows) - 1] == f"Item {MOST_ROWS + 1}."


def test_an_archive_gives_each_file_in_it(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "all.zip", "w") as archive:
        archive.writestr("a.jsonl", LINES)
        archive.writestr("b.txt", "Ana Prado left Faro.")
        archive.writestr("c.zip", b"none")
    assert texts(tmp_path / "all.zip") == ["Ana Prado left Lisbon.", "Ana Prado left Porto.", "Ana Prado left Faro."]


def test_an_input_may_be_a_url() -> None:
    with fsspec.open("memory://corpus/a.jsonl", "w") as file:
        file.write(LINES)
    assert texts("memory://corpus") == texts("memory://corpus/a.jsonl")
    assert len(texts("memory://corpus")) == 2


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.parquet", b"PAR1 and then nothing"),
        ("a.zip", b"PK and then nothing"),
        ("a.jsonl.gz", b"\x1f\x8b and then nothing"),
        ("a.csv", b"who,where\nAna,Lisbon\n"),
        ("a.jsonl", b"no JSON\n"),
    ],
)
def test_a_damaged_file_costs_no_other(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "b.txt").write_text("Ana Prado left Faro.")
    error, text = Corpus.of([str(tmp_path)])
    assert isinstance(error, Failure)
    assert error.error
    assert not isinstance(text, Failure)


def test_what_is_read_grows_to_the_size_of_the_corpus(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(LINES)
    (tmp_path / "b.txt").write_text("Ana Prado left Faro.")
    corpus = Corpus.of([str(tmp_path)])
    reached = [corpus.read for _ in corpus]
    assert reached == sorted(reached)
    assert corpus.read == corpus.size


def test_the_key_changes_with_a_file(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(LINES)
    before = Corpus.of([str(path)]).key()
    assert Corpus.of([str(tmp_path)]).key() == before
    path.write_text(LINES * 2)
    assert Corpus.of([str(path)]).key() != before


@pytest.mark.parametrize("given", ["nowhere.jsonl", "unknown://corpus", "s3://corpus/a.jsonl"])
def test_an_input_that_cannot_be_opened_is_said_before_anything_is_read(given: str) -> None:
    with pytest.raises(BatchError, match="Hint"):
        Corpus.of([given])


def test_a_pipe_is_said_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.jsonl")
    (tmp_path / "a.jsonl").write_text(LINES)
    with pytest.raises(BatchError, match="a pipe"):
        Corpus.of([str(tmp_path / "pipe.jsonl")])
    assert [Path(file.path).name for file in Corpus.of([str(tmp_path)]).files] == ["a.jsonl"]

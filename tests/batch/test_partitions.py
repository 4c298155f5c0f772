from __future__ import annotations

import subprocess
import sys
from datetime import date
from hashlib import sha256
from pathlib import Path

import duckdb
import pytest

from pipeline.batch import partitions
from pipeline.batch.partitions import partition
from pipeline.batch.parts import SCHEMA, part_file, write_rows
from pipeline.errors import BatchError

ROOT = Path(__file__).parents[2]


def row(ordinal: int, text: str, published: date | None) -> dict[str, object]:
    return dict.fromkeys(SCHEMA.names) | {"id": text, "ordinal": ordinal, "published": published}


def write_parts(folder: Path) -> None:
    write_rows([row(0, "a", date(2021, 5, 1)), row(1, "b", None), row(2, "c", date(2022, 1, 1))], part_file(folder, 0))
    write_rows([], part_file(folder, 1))
    write_rows([row(3, "a", date(2023, 1, 1)), row(4, "d", date(2021, 12, 31))], part_file(folder, 2))


def kept(folder: Path) -> list[tuple[str, int]]:
    found = duckdb.execute(
        "SELECT year, ordinal FROM read_parquet(?, hive_partitioning = true, hive_types_autocast = false) "
        "ORDER BY ordinal",
        [str(folder / "articles" / "*" / "*.parquet")],
    )
    return found.fetchall()


ALL = [("2021", 0), ("unknown", 1), ("2022", 2), ("2021", 4)]


def test_articles_stand_under_their_year_each_text_once(tmp_path: Path) -> None:
    write_parts(tmp_path)
    assert partition(tmp_path, 3) == 1
    assert kept(tmp_path) == ALL
    assert not (tmp_path / "parts").exists()


def test_files_are_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(partitions, "MOST_ROWS", 1)
    write_parts(tmp_path)
    partition(tmp_path, 3)
    assert len(list((tmp_path / "articles" / "year=2021").iterdir())) == 2
    assert kept(tmp_path) == ALL


def test_what_was_begun_before_the_end_is_done_anew(tmp_path: Path) -> None:
    begun = tmp_path / "articles.unfinished" / "year=1900"
    begun.mkdir(parents=True)
    (begun / "000000.parquet").write_bytes(b"half")
    write_parts(tmp_path)
    partition(tmp_path, 3)
    assert kept(tmp_path) == ALL


def test_a_corpus_of_which_nothing_could_be_read_is_an_empty_folder(tmp_path: Path) -> None:
    assert partition(tmp_path, 0) == 0
    assert list((tmp_path / "articles").iterdir()) == []


FULL = """
import resource, sys
from pathlib import Path
from pipeline.batch.partitions import partition
resource.setrlimit(resource.RLIMIT_FSIZE, (5000, 5000))
try:
    partition(Path(sys.argv[1]), 3)
except OSError:
    print("it is full")
"""
"""No file may grow beyond 5 kB."""


def test_a_full_disk_is_said_once_and_costs_no_part(tmp_path: Path) -> None:
    texts = iter(sha256(bytes([n])).hexdigest() * 40 for n in range(4))
    for number in range(3):
        rows = [row(number, next(texts), date(2021 + number, 1, 1))]
        write_rows(rows, part_file(tmp_path, number))
        assert part_file(tmp_path, number).stat().st_size > 5000
    full = subprocess.run([sys.executable, "-c", FULL, tmp_path], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (full.stdout, full.stderr) == ("it is full\n", "")
    assert partition(tmp_path, 3) == 0
    assert len(kept(tmp_path)) == 3


def test_a_part_that_is_gone_is_said(tmp_path: Path) -> None:
    write_parts(tmp_path)
    part_file(tmp_path, 1).unlink()
    with pytest.raises(BatchError, match="Parts of the run are gone"):
        partition(tmp_path, 3)
    assert not (tmp_path / "articles").exists()


def test_parts_of_another_division_of_the_corpus_are_left_out(tmp_path: Path) -> None:
    write_parts(tmp_path)
    write_rows([row(4, "d", date(2021, 12, 31))], part_file(tmp_path, 3))
    partition(tmp_path, 3)
    assert kept(tmp_path) == ALL

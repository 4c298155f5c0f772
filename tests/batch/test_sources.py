from __future__ import annotations

import bz2
import errno
import gzip
import json
import lzma
import os
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import fsspec
import pandas as pd
import pytest
from fsspec.implementations.local import LocalFileSystem
from fsspec.implementations.memory import MemoryFileSystem
from fsspec.spec import AbstractBufferedFile

from pipeline.batch.files import File
from pipeline.batch.sources import Corpus
from pipeline.corpus import Failure
from pipeline.domain import Article
from pipeline.errors import BatchError
from pipeline.readers.lines import LINE_LIMIT
from pipeline.readers.table_rows import MOST_ROWS

CITIES = ("Lisbon", "Porto")
LINES = "".join(json.dumps({"text": f"Ana Prado left {city}."}) + "\n" for city in CITIES)
FAILING = b"away"
"""What a file begins with that its server does not give out."""


class RemoteFile(AbstractBufferedFile):  # type: ignore[misc]
    """A file that is fetched in ranges, as those of s3:// and http:// are."""

    def _fetch_range(self, start: int, end: int) -> bytes:
        data: bytes = self.fs.store[self.path].getvalue()
        if data.startswith(FAILING):
            raise ConnectionResetError(104, "Connection reset by peer")
        return data[start:end]


class RemoteSystem(MemoryFileSystem):  # type: ignore[misc]
    protocol = "remote"
    store: dict[str, Any] = {}  # noqa: RUF012
    pseudo_dirs = [""]  # noqa: RUF012

    @classmethod
    def _strip_protocol(cls, path: str) -> str:
        return str(super()._strip_protocol(path.removeprefix("remote://")))

    def open(self, path: str, mode: str = "rb", **options: object) -> Any:
        return RemoteFile(self, self._strip_protocol(path)) if mode == "rb" else super().open(path, mode, **options)


@pytest.fixture
def remote() -> Iterator[None]:
    """Files of a server, under remote://; none at first."""
    fsspec.register_implementation("remote", RemoteSystem, clobber=True)
    yield
    RemoteSystem.store.clear()


def parquet(rows: list[dict[str, str]]) -> bytes:
    return bytes(pd.DataFrame(rows).to_parquet())


def archive(files: dict[str, str]) -> bytes:
    data = BytesIO()
    with ZipFile(data, "w") as packed:
        for name, text in files.items():
            packed.writestr(name, text)
    return data.getvalue()


def texts(*inputs: str | Path) -> list[str]:
    return [found.error if isinstance(found, Failure) else found.text for found in Corpus.of(map(str, inputs))]


def test_a_folder_gives_the_articles_of_its_files_by_name(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("Ana Prado left Faro.")
    (tmp_path / "a.jsonl").write_text(LINES)
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "c.jsonl.gz").write_bytes(gzip.compress(LINES.encode()))
    (tmp_path / "notes.xyz").write_text("no article")
    (tmp_path / ".hidden.txt").write_text("no article")
    (tmp_path / ".checkpoints").mkdir()
    (tmp_path / ".checkpoints" / "d.jsonl").write_text(LINES)
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


@pytest.mark.parametrize("damage", [b"\x00" * 40, b""])
def test_a_damaged_file_of_an_archive_costs_no_other(tmp_path: Path, damage: bytes) -> None:
    names = ("a.jsonl", "b.jsonl", "c.jsonl")
    with ZipFile(tmp_path / "all.zip", "w", ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(name, "".join(json.dumps({"text": f"Note {n} of {name}."}) + "\n" for n in range(50)))
    data = (tmp_path / "all.zip").read_bytes()
    at = data.index(b"b.jsonl") + 60
    (tmp_path / "all.zip").write_bytes(data[:at] + damage + data[at + len(damage) :] if damage else data)
    found = list(Corpus.of([str(tmp_path)]))
    assert [each.text for each in found if isinstance(each, Article) and "b.jsonl" not in each.text] == [
        f"Note {n} of {name}." for name in (names[0], names[2]) for n in range(50)
    ]
    assert [each.id for each in found if isinstance(each, Failure)] == ["b.jsonl"] * bool(damage)


def test_a_bad_line_says_where_it_stands(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(LINES + "no JSON\n")
    with ZipFile(tmp_path / "b.zip", "w") as archive:
        archive.writestr("in.jsonl", "no JSON\n")
    found = [each for each in Corpus.of([str(tmp_path)]) if isinstance(each, Failure)]
    assert [(each.file, each.id) for each in found] == [
        (str(tmp_path / "a.jsonl"), "line 3"),
        (str(tmp_path / "b.zip"), "in.jsonl: line 1"),
    ]


def test_a_pattern_gives_the_files_and_folders_that_match(tmp_path: Path) -> None:
    for name in ("2021/a.jsonl", "2022/a.jsonl", "2023/a.jsonl", "b.jsonl"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(LINES)
    assert len(texts(f"{tmp_path}/202[12]")) == 4
    assert len(texts(f"{tmp_path}/*.jsonl")) == 2


@pytest.mark.parametrize("compress", [gzip.compress, bz2.compress, lzma.compress])
def test_a_compressed_file_that_is_damaged_costs_no_other(tmp_path: Path, compress: Callable[[bytes], bytes]) -> None:
    data = compress("".join(json.dumps({"text": f"Note {n}, {n * 7919}."}) + "\n" for n in range(3000)).encode())
    half = len(data) // 2
    ending = {gzip.compress: "gz", bz2.compress: "bz2", lzma.compress: "xz"}[compress]
    (tmp_path / f"a.jsonl.{ending}").write_bytes(data[:half] + b"\xff" * 100 + data[half + 100 :])
    (tmp_path / "b.txt").write_text("Ana Prado left Faro.")
    *_, error, text = Corpus.of([str(tmp_path)])
    assert isinstance(error, Failure)
    assert "cannot be read" in error.error
    assert not isinstance(text, Failure)


def test_a_line_of_a_table_is_bounded(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("text\n" + "a" * (LINE_LIMIT + 1))
    (error,) = Corpus.of([str(tmp_path)])
    assert isinstance(error, Failure)
    assert "over 10 MB" in error.error


def close_to_us(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Root may open every file, and is told here what others are told."""
    path.chmod(0)
    if os.geteuid() == 0:
        opened = LocalFileSystem.open

        def open_(system: LocalFileSystem, name: str, *args: Any) -> Any:
            if name == str(path):
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), name)
            return opened(system, name, *args)

        monkeypatch.setattr(LocalFileSystem, "open", open_)


def test_a_file_that_its_owner_keeps_closed_costs_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("Ana Prado left Lisbon.")
    close_to_us(tmp_path / "a.txt", monkeypatch)
    (tmp_path / "b.txt").write_text("Ana Prado left Faro.")
    error, text = Corpus.of([str(tmp_path)])
    assert isinstance(error, Failure)
    assert not isinstance(text, Failure)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        pytest.param("a.jsonl", LINES.encode(), id="lines"),
        pytest.param("b.jsonl.gz", gzip.compress(LINES.encode()), id="compressed"),
        pytest.param("c.csv", b"text\nAna Prado left Lisbon.\nAna Prado left Porto.\n", id="table"),
        pytest.param("d.parquet", parquet([{"text": f"Ana Prado left {city}."} for city in CITIES]), id="Parquet"),
        pytest.param("e.zip", archive({"in.jsonl": LINES}), id="archive"),
    ],
)
def test_a_server_may_have_the_files(remote: None, name: str, data: bytes) -> None:
    fsspec.filesystem("remote").pipe(f"/corpus/{name}", data)
    assert texts("remote://corpus") == ["Ana Prado left Lisbon.", "Ana Prado left Porto."]


@pytest.mark.parametrize("name", ["a.jsonl", "b.jsonl.gz", "c.csv", "d.parquet", "e.zip", "f.txt"])
def test_a_server_that_fails_makes_no_file_shorter(remote: None, name: str) -> None:
    fsspec.filesystem("remote").pipe(f"/corpus/{name}", FAILING + LINES.encode())
    with pytest.raises(BatchError, match="goes on where this one was"):
        texts("remote://corpus")


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


def test_the_key_changes_with_the_longest_text_that_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.jsonl").write_text(LINES)
    corpus = Corpus.of([str(tmp_path)])
    before = corpus.key()
    monkeypatch.setenv("DATELINE_TEXT_LIMIT", "10")
    assert corpus.key() != before


def test_the_key_changes_with_a_file(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(LINES)
    before = Corpus.of([str(path)]).key()
    assert Corpus.of([str(tmp_path)]).key() == before
    path.write_text(LINES * 2)
    assert Corpus.of([str(path)]).key() != before


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("nowhere.jsonl", "is not there"),
        ("", "is not there"),
        ("unknown://corpus", "unknown"),
        pytest.param(
            "s3://corpus/a.jsonl",
            "Install s3fs .*\n.*pip",
            marks=pytest.mark.skipif(find_spec("s3fs") is not None, reason="s3fs is installed"),
        ),
    ],
)
def test_an_input_that_cannot_be_opened_is_said_before_anything_is_read(given: str, said: str) -> None:
    with pytest.raises(BatchError, match=said):
        Corpus.of([given])


def test_a_folder_without_a_file_that_can_be_read_is_said(tmp_path: Path) -> None:
    (tmp_path / "notes.xyz").write_text("no article")
    with pytest.raises(BatchError, match=r"holds no file.*\n.*\.jsonl"):
        Corpus.of([str(tmp_path)])


def test_the_query_of_a_web_address_is_not_its_ending() -> None:
    system = fsspec.filesystem("memory")
    assert File(system, "https://x.example/2021/a.jsonl.gz?signature=b.zip", 0, "").name == "a.jsonl.gz"
    assert File(system, "/corpus/who?.txt", 0, "").name == "who?.txt"


def test_a_pipe_is_said_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.jsonl")
    (tmp_path / "a.jsonl").write_text(LINES)
    with pytest.raises(BatchError, match="a pipe"):
        Corpus.of([str(tmp_path / "pipe.jsonl")])
    assert [Path(file.path).name for file in Corpus.of([str(tmp_path)]).files] == ["a.jsonl"]

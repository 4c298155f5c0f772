from __future__ import annotations

import os
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest

from pipeline import corpus, settings
from pipeline.corpus import Chunk, Failure, Output
from pipeline.limited import Worker
from pipeline.readers import draft


def chunks(number: int) -> list[Chunk]:
    return [[Failure(str(name), "unreadable")] for name in range(number)]


def outputs(number: int) -> list[Output]:
    return [output for chunk in chunks(number) for output in corpus.extract_chunk(chunk)]


def now(chunk: Chunk) -> Future[list[Output]]:
    future: Future[list[Output]] = Future()
    future.set_result(corpus.extract_chunk(chunk))
    return future


@pytest.mark.parametrize("ahead", [1, 3])
def test_in_order_gives_each_result_once_in_the_order_of_the_input(ahead: int) -> None:
    with ThreadPoolExecutor(2) as pool:
        assert list(
            corpus.in_order(chunks(7), lambda chunk: pool.submit(corpus.extract_chunk, chunk), ahead)
        ) == outputs(7)
    assert list(corpus.in_order(chunks(7), now, ahead)) == outputs(7)


def test_in_order_leaves_no_more_to_others_than_it_may() -> None:
    asked: list[Future[list[Output]]] = []

    def submit(chunk: Chunk) -> Future[list[Output]]:
        asked.append(Future())
        if len(asked) == 2:
            asked[0].set_result(corpus.extract_chunk(chunk))
        return asked[-1]

    next(corpus.in_order(chunks(9), submit, 2))
    assert len(asked) == 2


def test_an_article_that_takes_too_long_costs_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(corpus, "seconds_for", lambda article: 60 if "left" in article.text else 0.01)
    monkeypatch.setattr(corpus, "CHUNK", 1)
    quick, slow = draft("Ana Prado left Lisbon."), draft("Lisbon was full of rain on that day. " * 400)
    first, second, third = corpus.extract([quick, slow, quick])
    assert (first.failed, second.failed, third.failed) == (False, True, False)
    assert b"took longer than" in second.json


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="the system does not tell what a process holds")
def test_a_process_that_has_grown_is_replaced_behind_its_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    worker = Worker("pipeline.corpus:answer", seconds=60, memory=settings.memory())
    articles = [draft("Ana Prado left Lisbon.")]
    before = corpus.ask_worker(worker, articles)
    assert worker.is_warm
    monkeypatch.setattr(corpus, "KEPT_SHARE", settings.memory())
    assert corpus.ask_worker(worker, articles) == before
    assert not worker.is_warm
    assert corpus.ask_worker(worker, articles) == before
    worker.close()


@pytest.mark.parametrize(
    ("name", "error"),
    [
        pytest.param("pipe.jsonl", "no file", id="pipe"),
        pytest.param("folder.txt", "no file", id="folder"),
        pytest.param("sparse.pdf", "at most 50 MB", id="sparse file"),
        pytest.param("none.txt", "cannot be opened", id="nothing"),
    ],
)
def test_inputs_look_at_a_file_before_they_open_it(tmp_path: Path, name: str, error: str) -> None:
    os.mkfifo(tmp_path / "pipe.jsonl")
    (tmp_path / "folder.txt").mkdir()
    with (tmp_path / "sparse.pdf").open("wb") as file:
        file.truncate(20_000_000_000)
    (found,) = corpus.inputs([tmp_path / name])
    assert isinstance(found, Failure)
    assert error in found.error


def test_inputs_go_on_behind_a_bad_line(tmp_path: Path) -> None:
    bad = [b"[" * 5000, b'{"text": ' * 3000, b'{"text": "' + b"x" * 20_000_000 + b'"}', b'{"id": "\xff"}']
    (tmp_path / "a.jsonl").write_bytes(b"\n".join([*bad, b'{"text": "Good."}']))
    found = list(corpus.inputs([tmp_path / "a.jsonl"]))
    assert [isinstance(each, Failure) for each in found] == [True] * 4 + [False]


def test_inputs_name_files_that_are_no_unicode(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"caf\xe9.exe")
    path.write_bytes(b"MZ")
    (found,) = corpus.inputs([path])
    assert isinstance(found, Failure)
    assert found.id == "caf?.exe"

"""Runs of the command on real Dask clusters; those that are killed in processes of their own."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path

import psutil
import pytest
from pyarrow import dataset

from pipeline.__main__ import main
from pipeline.batch import parts

Capture = pytest.CaptureFixture[str]
ROOT = Path(__file__).parents[2]
TOWNS = ["Lisbon", "Porto", "Faro", "Braga", "Evora", "Setubal"]
A_PART, MANY = 2, 61
"""Articles: of a part in these runs, so that there is much to lose, and of a corpus of many parts."""
COMMAND = f"""
from pipeline.batch import parts
from pipeline.__main__ import main
parts.MOST_ARTICLES = {A_PART}
raise SystemExit(main())
"""
FULL = f"""
import resource
resource.setrlimit(resource.RLIMIT_FSIZE, (4000, 4000))
{COMMAND}
"""
"""No file may grow beyond 4 kB, of workers neither: the disk is full when the first part is written."""


@pytest.fixture(autouse=True)
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "MOST_ARTICLES", A_PART)


def corpus(folder: Path, number: int = 6) -> Path:
    path = folder / "corpus.jsonl"
    texts = [f"Ana Prado left {TOWNS[n % 6]} on {n % 28 + 1} May. Note {n}." for n in range(number)]
    path.write_text("".join(json.dumps({"text": text, "published": "2021-06-01"}) + "\n" for text in texts))
    return path


def command(*arguments: str | Path) -> list[str]:
    return [sys.executable, "-c", COMMAND, *map(str, arguments)]


def ran(*arguments: str | Path) -> int:
    """What the command ends with, run here: of the command, only what is killed needs a process of its own."""
    return main([str(each) for each in arguments])


def rows(folder: Path) -> list[tuple[int, bytes]]:
    table = dataset.dataset(folder / "articles", partitioning="hive").to_table(columns=["ordinal", "analysis"])
    return sorted((row["ordinal"], row["analysis"]) for row in table.to_pylist())


def waiting(seconds: float = 300) -> Iterator[None]:
    """Ticks until something has come about; fails if it does not."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        yield
        time.sleep(0.02)
    pytest.fail("it did not come about in time")


def wait_for_part(folder: Path) -> None:
    for _ in waiting():
        if list(folder.glob("parts/*.parquet")):
            return


@contextmanager
def scheduler(folder: Path, workers: int = 1) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """A Dask scheduler with workers, as they are started on other machines."""
    dask, address = [sys.executable, "-m", "dask"], folder / "scheduler.json"
    options = ["--scheduler-file", str(address), "--no-dashboard"]
    started = [subprocess.Popen([*dask, "scheduler", *options, "--host", "127.0.0.1", "--port", "0"], cwd=ROOT)]
    started += [subprocess.Popen([*dask, "worker", *options, "--nthreads", "1"], cwd=ROOT) for _ in range(workers)]
    try:
        for _ in waiting():
            if address.exists() and (found := address.read_text()):
                yield json.loads(found)["address"], started
                return
    finally:
        for process in started:
            process.terminate()
            process.wait(30)


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The scheduler of most of these runs: its worker loads the model once for all of them."""
    with scheduler(tmp_path_factory.mktemp("cluster")) as (address, _):
        yield address


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> list[bytes]:
    """What ``extract`` writes of the same articles."""
    folder = tmp_path_factory.mktemp("expected")
    assert ran("extract", corpus(folder), "-o", folder / "out.jsonl") == 0
    return (folder / "out.jsonl").read_bytes().splitlines()


def test_a_run_gives_what_extract_gives(tmp_path: Path, expected: list[bytes], cluster: str, capsys: Capture) -> None:
    assert ran("batch", corpus(tmp_path), "--out", tmp_path / "out", "--scheduler", cluster) == 0
    assert "6 articles in" in capsys.readouterr().err
    assert [analysis for _, analysis in rows(tmp_path / "out")] == expected


def test_a_worker_that_is_killed_is_replaced_and_changes_nothing(tmp_path: Path, expected: list[bytes]) -> None:
    path, out = corpus(tmp_path), tmp_path / "out"
    run = subprocess.Popen(
        command("batch", path, "--out", out, "--workers", "2"), cwd=ROOT, stderr=subprocess.PIPE, text=True
    )
    for _ in waiting():
        if workers := [child for child in psutil.Process(run.pid).children(recursive=True) if reads(child)]:
            break
    os.kill(workers[0].ppid(), signal.SIGKILL)
    _, said = run.communicate(timeout=240)
    assert run.returncode == 0, said
    assert [analysis for _, analysis in rows(out)] == expected


def reads(process: psutil.Process) -> bool:
    """Whether this is a process with limits, in which a worker has articles read."""
    with suppress(psutil.Error):
        return "limited" in " ".join(process.cmdline())
    return False


def test_a_run_that_is_killed_goes_on_and_neither_loses_nor_doubles(
    tmp_path: Path, cluster: str, capsys: Capture
) -> None:
    path, out = corpus(tmp_path, MANY), tmp_path / "out"
    run = ("batch", path, "--out", out, "--scheduler", cluster)
    first = subprocess.Popen(command(*run), cwd=ROOT, stderr=subprocess.PIPE)
    wait_for_part(out)
    first.send_signal(signal.SIGKILL)
    first.communicate()
    before = len(list(out.glob("parts/*.parquet")))
    assert 0 < before <= MANY // A_PART
    capsys.readouterr()
    assert ran(*run) == 0
    said = capsys.readouterr().err
    assert [ordinal for ordinal, _ in rows(out)] == list(range(MANY))
    read = int(said.partition(" of them read now")[0].split()[-1])
    assert f"{MANY} articles in" in said
    assert 0 < read <= MANY - A_PART * before
    assert ran(*run) == 0
    assert " 0 of them read now" in capsys.readouterr().err


def test_ctrl_c_ends_workers_too_and_is_said_in_a_sentence(tmp_path: Path) -> None:
    path, out = corpus(tmp_path, MANY), tmp_path / "out"
    run = subprocess.Popen(
        command("batch", path, "--out", out), cwd=ROOT, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    wait_for_part(out)
    workers = psutil.Process(run.pid).children(recursive=True)
    os.killpg(run.pid, signal.SIGINT)
    _, said = run.communicate(timeout=60)
    assert (run.returncode, said) == (130, "Stopped. The same command goes on where this one was.\n")
    assert not psutil.wait_procs(workers, timeout=30)[1]


def test_a_run_on_a_full_disk_says_so_and_goes_on_when_there_is_room(
    tmp_path: Path, expected: list[bytes], cluster: str
) -> None:
    run = ["batch", str(corpus(tmp_path)), "--out", str(tmp_path / "out")]
    full = [sys.executable, "-c", FULL, *run, "--workers", "1"]
    first = subprocess.run(full, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False)
    assert first.returncode == 2, first.stderr
    assert "make room; the same command goes on where this one was" in first.stderr
    assert not list(tmp_path.glob("out/**/*.parquet"))
    assert ran(*run, "--scheduler", cluster) == 0
    assert [analysis for _, analysis in rows(tmp_path / "out")] == expected


def test_what_cannot_be_read_is_kept_apart_and_said(tmp_path: Path, cluster: str, capsys: Capture) -> None:
    path = corpus(tmp_path, 2)
    path.write_text(path.read_text() + "no JSON\n")
    assert ran("batch", path, "--out", tmp_path / "out", "--scheduler", cluster) == 1
    assert "1 could not be read" in capsys.readouterr().err
    assert len(rows(tmp_path / "out")) == 2
    assert ran("batch", path, "--out", tmp_path / "out") == 1
    assert "1 could not be read" in capsys.readouterr().err


def test_a_folder_keeps_the_run_that_it_holds(tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "run.json").write_text('{"corpus": "other", "version": "0", "model": "none"}')
    assert ran("batch", corpus(tmp_path), "--out", tmp_path / "out") == 2
    assert "another folder after --out" in capsys.readouterr().err


def test_a_scheduler_that_does_not_answer_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setattr(import_module("pipeline.batch.run"), "CONNECTING", 0.5)
    to_nobody = ("--scheduler", "tcp://127.0.0.1:9")
    assert ran("batch", corpus(tmp_path), "--out", tmp_path / "out", *to_nobody) == 2
    assert "No scheduler answers" in capsys.readouterr().err


def test_a_scheduler_without_workers_is_said(tmp_path: Path) -> None:
    with scheduler(tmp_path, workers=0) as (address, _):
        run = subprocess.Popen(
            command("batch", corpus(tmp_path), "--out", tmp_path / "out", "--scheduler", address),
            cwd=ROOT,
            stderr=subprocess.PIPE,
            text=True,
        )
        said = run.stderr.readline() if run.stderr else ""
        run.terminate()
        run.communicate(timeout=60)
    assert "has no worker" in said


def test_a_scheduler_that_goes_is_said_and_the_run_goes_on_with_another(tmp_path: Path, cluster: str) -> None:
    path, out = corpus(tmp_path, MANY), tmp_path / "out"
    with scheduler(tmp_path) as (address, processes):
        run = subprocess.Popen(
            command("batch", path, "--out", out, "--scheduler", address), cwd=ROOT, stderr=subprocess.PIPE, text=True
        )
        wait_for_part(out)
        for process in processes:
            process.kill()
        _, said = run.communicate(timeout=300)
    assert run.returncode == 2
    assert "same command goes on" in said
    assert "Traceback" not in said
    assert ran("batch", path, "--out", out, "--scheduler", cluster) == 0
    assert len(rows(out)) == MANY

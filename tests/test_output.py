from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from pipeline import output
from pipeline.__main__ import main
from pipeline.errors import OutputError

NUMBER = 24


def say(_: str) -> None:
    """What a run says is of no interest here."""


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("articles") / "articles.jsonl"
    rows = [
        {"id": str(n), "text": f"Envoy {n} flew from Quito to Lima on {n + 1} May 2021. " * 8} for n in range(NUMBER)
    ]
    file.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    return file


@pytest.fixture(scope="module")
def expected(articles: Path) -> bytes:
    """What a run that nobody ends writes."""
    whole = articles.with_name("whole.jsonl")
    assert main(["extract", str(articles), "-o", str(whole)]) == 0
    return whole.read_bytes()


def run_of(articles: Path, target: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "pipeline", "extract", str(articles), "-o", str(target)]
    return subprocess.Popen(command, stderr=subprocess.PIPE)


@pytest.fixture
def started(articles: Path, tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A run in a process of its own, which has written a line and is in the midst of the others."""
    process = run_of(articles, tmp_path / "out.jsonl")
    wait_until(lambda: any(file.stat().st_size for file in unfinished(tmp_path)))
    yield process
    process.kill()
    process.communicate()


def wait_until(happened: Callable[[], bool], seconds: int = 120) -> None:
    deadline = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def unfinished(folder: Path) -> list[Path]:
    return sorted(folder.glob(f".*{output.ENDING}"))


def children(parent: int) -> list[int]:
    listed = subprocess.run(["ps", "-A", "-o", "pid=,ppid="], capture_output=True, text=True, check=True).stdout
    pairs = [tuple(map(int, line.split())) for line in listed.splitlines()]
    return [child for child, of in pairs if of == parent]


def lives(process: int) -> bool:
    """Whether a process is there and has not ended; one whose parent died may stand as ended for a while."""
    listed = subprocess.run(
        ["ps", "-o", "stat=", "-p", str(process)], capture_output=True, text=True, check=False
    ).stdout
    return bool(listed.strip()) and not listed.startswith("Z")


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL])
def test_a_run_that_is_ended_leaves_no_worker_and_goes_on(
    started: subprocess.Popen[bytes], articles: Path, expected: bytes, tmp_path: Path, how: signal.Signals
) -> None:
    (worker,) = children(started.pid)
    started.send_signal(how)
    _, said = started.communicate(timeout=120)
    wait_until(lambda: not lives(worker))
    assert started.returncode == (-how if how == signal.SIGKILL else 130)
    assert (b"goes on" in said) == (how != signal.SIGKILL)
    (left,) = unfinished(tmp_path)
    done = left.read_bytes().count(b"\n")
    assert 0 < done < NUMBER
    assert main(["extract", str(articles), "-o", str(tmp_path / "out.jsonl")]) == 0
    assert (tmp_path / "out.jsonl").read_bytes() == expected
    assert [each.name for each in tmp_path.iterdir()] == ["out.jsonl"]


def test_two_runs_to_one_output_give_that_of_one(articles: Path, expected: bytes, tmp_path: Path) -> None:
    for run in [run_of(articles, tmp_path / "out.jsonl"), run_of(articles, tmp_path / "out.jsonl")]:
        run.communicate(timeout=120)
        assert run.returncode == 0
    assert (tmp_path / "out.jsonl").read_bytes() == expected
    assert [each.name for each in tmp_path.iterdir()] == ["out.jsonl"]


def end_early(target: Path, given: Path) -> None:
    """A run that has written a line when it is ended."""
    with suppress(KeyboardInterrupt), output.open_run(target, [given], say) as run:
        run.write(b"{}", failed=False)
        raise KeyboardInterrupt


@pytest.mark.parametrize(
    ("written", "done", "failures"),
    [
        pytest.param(b'{"article":{"id":"1"}}\n{"article":{"id":"2"},"error":"no"}\n', 2, 1, id="whole lines"),
        pytest.param(b'{"article":{"id":"1"}}\n{"article":{"id":', 1, 0, id="half a line"),
        pytest.param(b'{"article":{"id":"1"}}\n\x00\x00\x00\n', 1, 0, id="what a disk gives back after it failed"),
    ],
)
def test_opened_goes_on_behind_the_last_whole_line(tmp_path: Path, written: bytes, done: int, failures: int) -> None:
    target, given = tmp_path / "out.jsonl", tmp_path / "in.jsonl"
    end_early(target, given)
    unfinished(tmp_path)[0].write_bytes(written)
    with output.open_run(target, [given], say) as run:
        assert (run.done, run.failures) == (done, failures)
        run.write(b"{}", failed=False)
    assert target.read_bytes() == b"".join(written.splitlines(keepends=True)[:done]) + b"{}\n"


def test_opened_leaves_the_work_of_other_inputs_alone(tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    end_early(target, tmp_path / "a")
    with output.open_run(target, [tmp_path / "b"], say) as run:
        assert run.done == 0
    assert len(unfinished(tmp_path)) == 1


def test_opened_takes_a_link_to_itself_for_a_file_that_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "in.txt").symlink_to("in.txt")
    with output.open_run(tmp_path / "out.jsonl", [tmp_path / "in.txt"], say) as run:
        run.write(b"{}", failed=False)
    assert (tmp_path / "out.jsonl").read_bytes() == b"{}\n"


def test_opened_writes_to_a_device_as_it_is() -> None:
    with output.open_run(Path(os.devnull), [], say) as run:
        run.write(b"{}", failed=False)
    assert not Path(os.devnull).is_file()


@pytest.mark.parametrize("link", [False, True])
def test_opened_refuses_an_input(tmp_path: Path, link: bool) -> None:
    given, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    given.write_text("{}")
    if link:
        target.hardlink_to(given)
    with (
        pytest.raises(OutputError, match="one of the inputs"),
        output.open_run(target if link else given, [given], say),
    ):
        pass
    assert given.read_text() == "{}"


FULL = """
import resource, signal, sys
from pathlib import Path
from pipeline.output import open_run
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
with open_run(Path(sys.argv[1]), [], print) as run:
    for number in range(run.done, 1000):
        run.write(b'{"number": %d}' % number, failed=False)
"""
"""No file may grow beyond so many bytes."""


def test_a_run_on_a_full_disk_leaves_no_output_and_goes_on_when_there_is_room(tmp_path: Path) -> None:
    def run(room: int) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-c", FULL, str(tmp_path / "out.jsonl"), str(room)]
        return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)

    assert "OSError" in run(5000).stderr
    assert not (tmp_path / "out.jsonl").exists()
    assert run(1_000_000).stdout.startswith("An earlier run had read 3")
    written = (tmp_path / "out.jsonl").read_text("utf-8").splitlines()
    assert written == [f'{{"number": {number}}}' for number in range(1000)]

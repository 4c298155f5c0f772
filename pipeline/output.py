"""The output file of a run: whole or not at all. A run that was ended goes on where it was.

Analyses are written to an unfinished file beside the output, whose name tells of which run it is, and which a run that
lives holds locked. The same run takes it up; when it is done, the file takes the place of the output.
"""

from __future__ import annotations

import fcntl
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from glob import escape
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import IO

import msgspec

import pipeline
from pipeline import settings
from pipeline.errors import OutputError

ENDING = ".unfinished"


class WrittenLine(msgspec.Struct):
    """What is asked of a line that was written already."""

    error: str | None = None


@dataclass(slots=True)
class Run:
    """Where to write, and how many lines stand there already, of how many failures."""

    file: IO[bytes]
    done: int = 0
    failures: int = 0

    def write(self, line: bytes, *, failed: bool) -> None:
        self.file.write(line + b"\n")
        self.file.flush()
        self.done += 1
        self.failures += failed


@contextmanager
def open_run(output: Path | None, inputs: Sequence[Path], say: Callable[[str], object]) -> Iterator[Run]:
    """The run that writes to ``output``, or to standard output; raises OutputError for one that is an input."""
    if output is None:
        yield Run(sys.stdout.buffer)
        return
    check_output(output, inputs)
    output = Path(os.path.realpath(output))
    if output.exists() and not output.is_file():
        with output.open("wb") as device:
            yield Run(device)
        return
    name = f".{output.name}.{key_of(inputs)}-"
    with resume_run(output.parent, name) as run:
        if run.done:
            say(f"An earlier run had read {run.done} of the articles; this one goes on behind them.")
        yield run
        Path(run.file.name).replace(output)
    remove_abandoned(output.parent, name)


def check_output(output: Path, inputs: Iterable[Path]) -> None:
    """Before anything is read: an output that is one of the inputs would replace it."""
    for given in inputs:
        with suppress(OSError):
            if output.samefile(given):
                raise OutputError.is_input(str(output))


def key_of(inputs: Iterable[Path]) -> str:
    """Digest of inputs (path, size, change), version and model: equal for two runs that write the same output."""
    files = [(os.fsencode(os.path.realpath(given)), *file_state(given)) for given in inputs]
    return sha256(repr((pipeline.VERSION, settings.model(), settings.text_limit(), files)).encode()).hexdigest()[:16]


def file_state(given: Path) -> tuple[int, int]:
    """Size and time of the last change; zeros for a file that is not there."""
    with suppress(OSError):
        found = given.stat()
        return found.st_size, found.st_mtime_ns
    return 0, 0


@contextmanager
def resume_run(folder: Path, name: str) -> Iterator[Run]:
    """The unfinished file of this run that nobody holds, behind its last whole line; a new one if there is none."""
    for number in count():
        path = folder / f"{name}{number}{ENDING}"
        with path.open("a+b") as file:
            if lock_file(file, path):
                run = Run(file, *whole_lines(file))
                with remove_if_nothing_done(path, run):
                    yield run
                return


@contextmanager
def remove_if_nothing_done(path: Path, run: Run) -> Iterator[None]:
    """A run that ends with nothing done leaves nothing behind."""
    try:
        yield
    except BaseException:
        if not run.done:
            path.unlink(missing_ok=True)
        raise


def remove_abandoned(folder: Path, name: str) -> None:
    """Unfinished files of the same run, of which several went on at once, that nobody holds any more."""
    for path in folder.glob(f"{escape(name)}*{ENDING}"):
        with suppress(OSError), path.open("r+b") as file:
            if lock_file(file, path):
                path.unlink()


def lock_file(file: IO[bytes], path: Path) -> bool:
    """Whether this process holds the file from now on, and it is still the one of that name."""
    with suppress(OSError):
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    return False


def whole_lines(file: IO[bytes]) -> tuple[int, int]:
    """How many analyses stand in a file, and how many of them are failures; what is written half is cut off."""
    file.seek(0)
    done = failures = end = 0
    for line in file:
        try:
            if not line.endswith(b"\n"):
                break
            failures += msgspec.json.decode(line, type=WrittenLine).error is not None
        except msgspec.MsgspecError:
            break
        done, end = done + 1, end + len(line)
    file.truncate(end)
    return done, failures

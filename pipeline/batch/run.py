"""A run over a corpus: a Dask cluster reads part after part of it, and what is done is not done again."""

from __future__ import annotations

import fcntl
import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from pipeline.batch.partitions import partition
from pipeline.batch.parts import Done, Part, is_done, read_part, split_parts, write_whole
from pipeline.batch.progress import Progress
from pipeline.batch.sources import Corpus
from pipeline.errors import BatchError
from pipeline.store.run_folder import ARTICLES, MANIFEST, Manifest, RunFolder

if TYPE_CHECKING:
    from distributed import Client, Future

AHEAD = 2
"""Parts for each worker that wait or are under way."""
LOCAL_PORT = "127.0.0.1:0"
"""Of a cluster's pages: any that is free, and for nobody else."""
PATIENCE = 60
"""Seconds after which a cluster without workers is said to have none."""
CONNECTING = 10
"""Seconds in which a scheduler must answer."""


@dataclass(frozen=True, slots=True)
class Finished:
    """What the folder of a run holds, and how many of its articles this command has read."""

    articles: int
    dead: int
    read: int


def run(
    inputs: Sequence[str], folder: Path, *, workers: int, scheduler: str | None, say: Callable[[str], object]
) -> Finished:
    """Read all articles of the inputs into Parquet in ``folder``; what an earlier run over them has done stays.

    Raises BatchError where the run cannot go on; the same command takes it up again.
    """
    corpus = Corpus.of(inputs)
    manifest = Manifest.of(corpus.key())
    progress = Progress(say, lambda: corpus.read / max(corpus.size, 1))
    with lock_folder(folder), explain_failures():
        check_same(folder, manifest)
        if not (folder / ARTICLES).exists():
            remove_unfinished(folder)
            parts = Parts(split_parts(corpus), folder, progress)
            with cluster(workers, scheduler, say) as client:
                progress.begin()
                for done, waiting in results(client, parts.missing(), folder, manifest, say):
                    progress.add(done, waiting)
            copies = partition(folder, parts.number)
            say(f"{copies:,} texts stand in the corpus more than once, and are kept once.") if copies else None
    return Finished(count_articles(folder), count_dead(folder), progress.articles)


@dataclass(slots=True)
class Parts:
    """The parts of a corpus, ``number`` of them so far, of which an earlier run has done some."""

    every: Iterable[Part]
    folder: Path
    progress: Progress
    number: int = 0

    def missing(self) -> Iterator[Part]:
        before = 0.0
        for part in self.every:
            self.number += 1
            share, before = self.progress.share() - before, self.progress.share()
            if is_done(part, self.folder):
                self.progress.skip(share)
            else:
                yield part


def count_articles(folder: Path) -> int:
    return sum(group.rows for group in RunFolder(folder).row_groups())


def count_dead(folder: Path) -> int:
    return sum(path.read_bytes().count(b"\n") for path in folder.glob("dead_letters/*.jsonl"))


@contextmanager
def lock_folder(folder: Path) -> Iterator[None]:
    """No other run writes here meanwhile."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "run.lock").open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise BatchError.busy(str(folder)) from error
        yield


def check_same(folder: Path, manifest: Manifest) -> None:
    """Note what the folder holds. Raises BatchError if it holds a run over other files."""
    path = folder / MANIFEST
    if not path.exists():
        write_whole(path, msgspec.json.encode(manifest))
    elif Manifest.read(path) != manifest:
        raise BatchError.other_run(str(folder))


def remove_unfinished(folder: Path) -> None:
    """What a run that was killed had begun to write."""
    for path in (*folder.glob("parts/.*"), *folder.glob("dead_letters/.*")):
        path.unlink(missing_ok=True)


@contextmanager
def explain_failures() -> Iterator[None]:
    """What a cluster may raise while it works, as something to do about it."""
    from distributed import CancelledError, KilledWorker
    from distributed.comm.core import CommClosedError

    try:
        yield
    except KilledWorker as error:
        raise BatchError.killed_workers(str(error)) from error
    except (CancelledError, CommClosedError, TimeoutError, ConnectionError) as error:
        raise BatchError.scheduler_gone() from error
    except RuntimeError as error:
        if "deserialization" not in str(error):
            raise
        raise BatchError.other_environment() from error
    except OSError as error:
        raise BatchError.unwritable(str(error)) from error


@contextmanager
def cluster(workers: int, scheduler: str | None, say: Callable[[str], object]) -> Iterator[Client]:
    """A client of the scheduler at that address, or of a cluster of processes on this machine."""
    from distributed import Client, LocalCluster

    logging.getLogger("distributed.client").setLevel(logging.CRITICAL)
    if scheduler is None:
        with (
            LocalCluster(
                n_workers=workers,
                threads_per_worker=1,
                memory_limit=0,
                dashboard_address=LOCAL_PORT,
                host="127.0.0.1",
                silence_logs=logging.ERROR,
                preload=["pipeline.batch.local_worker"],
            ) as local,
            Client(local) as client,
        ):
            yield client
        return
    try:
        client = Client(scheduler, timeout=CONNECTING)
    except (OSError, ValueError) as error:
        raise BatchError.no_scheduler(scheduler) from error
    with client:
        say_without_workers(client, say)
        yield client


def say_without_workers(client: Client, say: Callable[[str], object]) -> None:
    if not client.nthreads():
        say("The scheduler has no worker, and this waits for one; `python -m dask worker` in this folder starts it.")


def results(
    client: Client, parts: Iterable[Part], folder: Path, manifest: Manifest, say: Callable[[str], object]
) -> Iterator[tuple[Done, int]]:
    """What comes of each part, as it is done, with how many are under way; few are sent ahead, whatever there is."""
    pending: set[Future[Done]] = set()
    for part in parts:
        while len(pending) >= AHEAD * max(1, sum(client.nthreads().values())):
            yield from finished(client, pending, say)
        pending.add(client.submit(read_part, part, str(folder.resolve()), manifest, pure=False))
    while pending:
        yield from finished(client, pending, say)


def finished(client: Client, pending: set[Future[Done]], say: Callable[[str], object]) -> Iterator[tuple[Done, int]]:
    """Those that are done first, which are pending no longer."""
    from distributed import wait

    try:
        done = wait(pending, timeout=PATIENCE, return_when="FIRST_COMPLETED").done
    except TimeoutError:
        say_without_workers(client, say)
        return
    for future in done:
        pending.remove(future)
        yield future.result(), len(pending)

"""A run over a corpus: a Dask cluster reads part after part of it, and what is done is not done again."""

from __future__ import annotations

import fcntl
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

import pipeline
from pipeline import settings
from pipeline.batch.partitions import partition
from pipeline.batch.parts import Done, Part, part_file, read_part, split_parts, write_whole
from pipeline.batch.progress import Progress
from pipeline.batch.sources import Corpus
from pipeline.errors import BatchError
from pipeline.store.run_folder import ARTICLES, MANIFEST, Manifest

if TYPE_CHECKING:
    from distributed import Client

AHEAD = 2
"""Parts for each worker that wait or are under way."""
CONNECTING = 10
"""Seconds in which a scheduler must answer."""


def run(
    inputs: Sequence[str], folder: Path, *, workers: int, scheduler: str | None, say: Callable[[str], object]
) -> Progress:
    """Read all articles of the inputs into Parquet in ``folder``; what an earlier run over them has done stays.

    Raises BatchError where the run cannot go on; the same command takes it up again.
    """
    corpus = Corpus.of(inputs)
    progress = Progress(say, lambda: corpus.read / max(corpus.size, 1))
    with lock_folder(folder), explain_failures():
        check_same(folder, Manifest(corpus.key(), pipeline.VERSION, str(settings.model())))
        if (folder / ARTICLES).exists():
            say("All of it was read by an earlier run.")
            return progress
        remove_unfinished(folder)
        missing = (part for part in split_parts(corpus) if not part_file(folder, part.number).exists())
        with cluster(workers, scheduler) as client:
            for done, waiting in results(client, missing, folder, progress.begin):
                progress.add(done, waiting)
        copies = partition(folder)
    say(f"{copies:,} texts stand in the corpus more than once, and are kept once.") if copies else None
    return progress


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
    elif msgspec.json.decode(path.read_bytes(), type=Manifest) != manifest:
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
    except OSError as error:
        raise BatchError.unwritable(str(error)) from error


@contextmanager
def cluster(workers: int, scheduler: str | None) -> Iterator[Client]:
    """A client of the scheduler at that address, or of a cluster of processes on this machine."""
    from distributed import Client, LocalCluster

    if scheduler is None:
        with (
            LocalCluster(
                n_workers=workers, threads_per_worker=1, memory_limit=0, dashboard_address=None, host="127.0.0.1"
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
        yield client


def results(
    client: Client, parts: Iterable[Part], folder: Path, begin: Callable[[], object]
) -> Iterator[tuple[Done, int]]:
    """What comes of each part, as it is done, with how many are under way; few are sent ahead, whatever there is."""
    from distributed import as_completed

    pending = as_completed()
    ahead = AHEAD * max(1, sum(client.nthreads().values()))
    for part in parts:
        begin()
        if pending.count() >= ahead:
            yield next(pending).result(), pending.count()
        pending.add(client.submit(read_part, part, str(folder.resolve()), pipeline.VERSION, pure=False))
    for future in pending:
        yield future.result(), pending.count()

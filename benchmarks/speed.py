"""Speed of the whole pipeline against the bare model's, by length of an article, of two processes, and from a start.

Whole against bare compares like with like: both models warm in one process, that process's time on the processor, the
same articles of ordinary length, batch after batch, by turns. Bare is ``nlp.pipe`` over the texts of a batch; whole is
what a worker does with it, from the article to the JSON of its reading and analysis. What else a command takes (starts,
loading, decoding, writing) is in the other figures: of processor time how it grows with an article, the others by the
clock.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from itertools import cycle
from multiprocessing import get_context
from pathlib import Path
from statistics import median, quantiles

from spacy.language import Language

from benchmarks.scoring import Row, article, gold_rows
from pipeline import corpus, model
from pipeline.domain import Article

SHORTEST, LONGEST = 100, 1_200
"""Words of an article of ordinary length."""
BATCH, BATCHES = 32, 9
"""Articles of a batch, two of a worker's chunks; the first batch warms both models up."""
WORDS, LONG, SHORTER = 400_000, 100_000, 10_000
STARTS = 3
WHOLE, TWO, LONG_MB, LINEAR = 0.80, 1.8, 1_024, 1.2
FIELDS = ("id", "text", "title", "published", "url")


@dataclass(frozen=True, slots=True)
class Command:
    """What one ``extract`` took: seconds from its start, processor seconds of it and its workers, megabytes of its
    largest process, the hash of its output."""

    seconds: float
    processor: float
    megabytes: float
    written: str


def run(gold: Path) -> int:
    """Print each figure beside its budget; two processes must write the very bytes that one writes."""
    rows = gold_rows(gold / "places-lgl.jsonl")
    print_ratio(list(turns(rows)))
    repeated = long_enough(rows, WORDS)
    with get_context("spawn").Pool(1) as small:
        starts, shorter = (
            [small.apply(command, ([row], 1)) for _ in range(STARTS)] for row in (rows[0], joined(rows, SHORTER))
        )
        longer = small.apply(command, ([joined(rows, LONG)], 1))
        one, two = (small.apply(command, (repeated, workers)) for workers in (1, 2))
    line("one article, from the start of the command, s", median(each.seconds for each in starts))
    start, least = (min(each.processor for each in runs) for runs in (starts, shorter))
    growth = (longer.processor - start) / LONG / ((least - start) / SHORTER)
    line(f"a word of {LONG:,} in one article / of {SHORTER:,}", growth, LINEAR)
    line(f"memory of a process for {LONG:,} words, MB", longer.megabytes, LONG_MB)
    line(f"one process, {WORDS:,} words, words/s", WORDS / one.seconds)
    line("two processes / one", one.seconds / two.seconds, TWO)
    print(f"two processes write {'the same bytes' if one.written == two.written else 'OTHER BYTES'}")
    return int(one.written != two.written)


def line(name: str, figure: float, budget: float | None = None) -> None:
    print(f"{name:52}{figure:10.2f}{'' if budget is None else f'{budget:10}'}")


def print_ratio(taken: list[tuple[float, float]]) -> None:
    """The median of the batches, their middle half, and the sum of all."""
    lower, middle, upper = quantiles([bare / whole for bare, whole in taken], n=4)
    bare, whole = map(sum, zip(*taken, strict=True))
    print(f"\n## speed\n{'':52}{'measured':>10}{'budget':>10}")
    line(f"speed, whole / bare, median of {len(taken)} batches", middle, WHOLE)
    line("  lower quartile", lower)
    line("  upper quartile", upper)
    line("  all together", bare / whole)


def turns(rows: Iterable[Row]) -> Iterator[tuple[float, float]]:
    """Processor seconds that each batch takes the bare model and the whole pipeline, which go first in turn."""
    ordinary = [row for row in rows if SHORTEST <= count([row]) <= LONGEST]
    articles = [article(row) for row in ordinary[: BATCH * BATCHES]]
    bare = model.base()
    for number, start in enumerate(range(0, len(articles), BATCH)):
        batch = articles[start : start + BATCH]
        works = [partial(read_bare, bare, batch), partial(read_whole, batch)]
        first = number % 2
        taken = {which: processor_seconds(works[which]) for which in (first, 1 - first)}
        if number:
            yield taken[0], taken[1]


def read_bare(bare: Language, batch: list[Article]) -> None:
    deque(bare.pipe([each.text for each in batch]), maxlen=0)


def read_whole(batch: list[Article]) -> None:
    for chunk in corpus.split_chunks(batch):
        corpus.extract_chunk(chunk)


def processor_seconds(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def count(rows: list[Row]) -> int:
    return sum(len(row["text"].split()) for row in rows)


def long_enough(rows: list[Row], words: int) -> list[Row]:
    """The rows again and again, under other ids, until there are so many words."""
    repeated: list[Row] = []
    for number, row in enumerate(cycle(rows)):
        repeated.append({**row, "id": f"{row['id']}-{number}"})
        words -= count([row])
        if words <= 0:
            break
    return repeated


def joined(rows: list[Row], words: int) -> Row:
    """One article of so many words and a few more: the texts of the rows, as paragraphs."""
    return {"id": str(words), "text": "\n\n".join(row["text"] for row in long_enough(rows, words))}


def command(rows: list[Row], workers: int) -> Command:
    """One ``extract`` of the rows. To be called in a small process: a command is charged with its starter's memory."""
    with tempfile.TemporaryDirectory() as folder:
        source, output = Path(folder) / "corpus.jsonl", Path(folder) / "analyses.jsonl"
        lines = (json.dumps({name: row[name] for name in FIELDS if row.get(name)}) for row in rows)
        source.write_text("\n".join(lines), "utf-8")
        extract = [
            sys.executable,
            "-m",
            "pipeline",
            "extract",
            str(source),
            "-o",
            str(output),
            "--workers",
            str(workers),
        ]
        started = time.perf_counter()
        process = subprocess.Popen(extract)
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise subprocess.CalledProcessError(process.returncode, extract)
        processor = used.ru_utime + used.ru_stime
        return Command(seconds, processor, used.ru_maxrss / 1024, sha256(output.read_bytes()).hexdigest())

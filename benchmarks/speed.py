"""Words a second of the whole pipeline against the bare model, of two processes against one, and what one holds."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections import deque
from collections.abc import Callable, Iterable
from hashlib import sha256
from itertools import cycle
from multiprocessing import get_context
from pathlib import Path
from statistics import median

from benchmarks.scoring import Row, article, gold_rows
from pipeline import corpus, model

ARTICLES = 200
ROUNDS = 3
WORDS = 400_000
WHOLE, TWO, WORKER_MB = 0.80, 1.8, 900


def run(gold: Path) -> int:
    """Print medians of three rounds, bare and whole in turn, since machines are noisy; then the command line's times.

    Those are of whole commands, loading included; two processes must write the very bytes that one writes.
    """
    rows = gold_rows(gold / "places-lgl.jsonl")
    articles = [article(row) for row in rows[:ARTICLES]]
    texts = [given.text for given in articles]
    bare, whole = model.base(), model.load()
    list(whole.pipe(texts[:2]))
    pairs = [
        (seconds(lambda: passed(bare.pipe(texts))), seconds(lambda: passed(corpus.extract(articles))))
        for _ in range(ROUNDS)
    ]
    bare_speed, whole_speed = (count(rows[:ARTICLES]) / median(taken) for taken in zip(*pairs, strict=True))
    repeated = long_enough(rows, WORDS)
    words = count(repeated)
    with get_context("spawn").Pool(1) as small:
        (one, megabytes, written), (two, _, same) = small.apply(commands, (repeated,))
    print(f"\n## speed\n{'':44}{'measured':>10}{'budget':>10}")
    print(f"{'bare spaCy, words/s':44}{bare_speed:10.0f}\n{'whole pipeline, words/s':44}{whole_speed:10.0f}")
    print(f"{'whole / bare, median of pairs':44}{median(b / w for b, w in pairs):10.2f}{WHOLE:10}")
    print(f"{f'one process, {words:,} words, words/s':44}{words / one:10.0f}")
    print(f"{'two processes, words/s':44}{words / two:10.0f}\n{'two / one':44}{one / two:10.2f}{TWO:10}")
    print(f"{'memory of one process, MB':44}{megabytes:10.0f}{WORKER_MB:10}")
    print(f"two processes write {'the same bytes' if same == written else 'OTHER BYTES'}")
    return int(same != written)


def seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def passed(results: Iterable[object]) -> None:
    """Take each and keep none, as a long run does."""
    deque(results, maxlen=0)


def count(rows: list[Row]) -> int:
    return sum(len(row["text"].split()) for row in rows)


def long_enough(rows: list[Row], words: int) -> list[Row]:
    """The rows again and again, under other ids, until there are so many words."""
    repeated: list[Row] = []
    for number, row in enumerate(cycle(rows)):
        repeated.append({**row, "id": f"{row['id']}-{number}"})
        words -= len(row["text"].split())
        if words <= 0:
            break
    return repeated


def commands(rows: list[Row]) -> list[tuple[float, float, str]]:
    """With one process and with two: seconds, most megabytes of any process, and the hash of what was written.

    To be called in a small process: a command is charged with the memory of the one that starts it.
    """
    with tempfile.TemporaryDirectory() as folder:
        source, output = Path(folder) / "corpus.jsonl", Path(folder) / "analyses.jsonl"
        fields = ("id", "text", "title", "published", "url")
        lines = (json.dumps({name: row[name] for name in fields if row.get(name)}) for row in rows)
        source.write_text("\n".join(lines), "utf-8")
        return [(*command(source, output, workers), sha256(output.read_bytes()).hexdigest()) for workers in (1, 2)]


def command(source: Path, output: Path, workers: int) -> tuple[float, float]:
    started = time.perf_counter()
    extract = [sys.executable, "-m", "pipeline", "extract", str(source), "-o", str(output), "--workers", str(workers)]
    process = subprocess.Popen(extract)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, extract)
    return time.perf_counter() - started, used.ru_maxrss / 1024

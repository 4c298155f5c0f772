"""Words a second of the whole pipeline against the bare model, in one run, and of two processes against one."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.scoring import article, gold_rows, show
from pipeline import corpus, model

ARTICLES = 200
ROUNDS = 3


def seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def run(gold: Path) -> int:
    """Print the medians of three rounds, bare and whole in turn, since machines are noisy."""
    articles = [article(row) for row in gold_rows(gold / "places-lgl.jsonl")[:ARTICLES]]
    words = sum(len(given.text.split()) for given in articles)
    bare, whole = model.base(), model.load()
    texts = [given.text for given in articles]
    bare_times, whole_times, two_times = [], [], []
    whole(texts[0])
    for _ in range(ROUNDS):
        bare_times.append(seconds(lambda: list(bare.pipe(texts))))
        whole_times.append(seconds(lambda: list(corpus.extract(articles))))
    for _ in range(ROUNDS):
        two_times.append(seconds(lambda: list(corpus.extract(articles * 3, workers=2))) / 3)
    bare_speed, whole_speed, two_speed = (words / sorted(t)[ROUNDS // 2] for t in (bare_times, whole_times, two_times))
    show(
        "speed",
        {
            "bare spaCy, words/s": round(bare_speed),
            "whole pipeline, words/s": round(whole_speed),
            "whole / bare": round(whole_speed / bare_speed, 2),
            "two processes, words/s": round(two_speed),
            "two / one": round(two_speed / whole_speed, 2),
        },
    )
    return 0

"""Factuality of predicates against the development set of Lee et al. (2015)."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from statistics import median

from benchmarks.scoring import article, gold_rows, score, show
from pipeline.analysis import read_all

STEM = "factuality-uw-dev"


def run(gold: Path) -> int:
    """Print the mean absolute error on the scale from -3 to 3, Pearson's r, and what "all is fact" would give.

    Then, for each value given, the median of the crowd's: what the degrees in ``factuality.standing`` were set by.
    """
    show(f"factuality ({STEM})", score("factuality", STEM))
    show("median of gold by value given (how many)", medians(gold / f"{STEM}.jsonl"))
    return 0


def medians(gold: Path) -> dict[str, str]:
    rows = gold_rows(gold)
    judged: dict[str, list[float]] = defaultdict(list)
    for row, (_, analysis) in zip(rows, read_all(map(article, rows)), strict=True):
        given = {predicate.start: predicate.factuality for predicate in analysis.predicates}
        for event in row["events"]:
            if event["start"] in given:
                judged[given[event["start"]]].append(event["factuality"])
    return {value: f"{median(found):+.1f} ({len(found)})" for value, found in sorted(judged.items())}

"""Gold file -> analyses -> the scorer's table, as every accuracy benchmark needs it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

from pipeline import corpus
from pipeline.domain import Article
from pipeline.errors import SettingsError

Row = dict[str, Any]


def gold_folder() -> Path:
    """The folder ``DATELINE_GOLD`` names. Raises SettingsError where it names none."""
    value = os.environ.get("DATELINE_GOLD", "")
    if not value or not Path(value).is_dir():
        raise SettingsError.unusable("DATELINE_GOLD", value, "the folder of the gold files (*.jsonl)")
    return Path(value)


def gold_rows(file: Path) -> list[Row]:
    """The rows of a gold file. Texts hold characters at which ``str.splitlines`` would split."""
    return [json.loads(line) for line in file.read_text("utf-8").split("\n") if line.strip()]


def article(row: Row, *, dated: bool = True) -> Article:
    """The article of a gold row; without its publication date, if ``dated`` is false."""
    published = date.fromisoformat(row["published"]) if dated and row.get("published") else None
    return Article(
        id=str(row["id"]),
        text=row["text"],
        title=row.get("title"),
        published=published,
        published_basis="given" if published else "unknown",
        url=row.get("url"),
    )


def score(task: str, stem: str, *, dated: bool = True, errors: int = 0) -> dict[str, Any]:
    """Analyse ``<stem>.jsonl`` and score it, in percent; prints the first ``errors`` errors and all failures.

    An article that failed counts as one in which nothing was found.
    """
    gold = gold_folder() / f"{stem}.jsonl"
    rows = gold_rows(gold)
    with tempfile.TemporaryDirectory() as folder:
        predicted = Path(folder) / "predicted.jsonl"
        failures = extract([article(row, dated=dated) for row in rows], predicted)
        if failures:
            print(f"\n{len(failures)} of {len(rows)} articles of {stem} failed:", *failures, sep="\n")
        return {**run_scorer(task, gold, predicted, errors), "failed articles": len(failures)}


def extract(articles: list[Article], predicted: Path) -> list[str]:
    """Write the analyses, one a line; returns the lines of those that failed."""
    failures = []
    with predicted.open("wb") as file:
        for output in corpus.extract(articles, workers=os.cpu_count() or 1):
            file.write(output.json + b"\n")
            if output.failed:
                failures.append(output.json.decode())
    return failures


def run_scorer(task: str, gold: Path, predicted: Path, errors: int) -> dict[str, Any]:
    scorer = gold_folder().parent / "score" / "score.py"
    command = [sys.executable, str(scorer), task, str(gold), str(predicted), "--json", "--errors", str(errors)]
    *shown, table = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
    print(*shown, sep="\n", end="\n" if shown else "")
    result: dict[str, Any] = json.loads(table)
    return result


def show(title: str, table: dict[str, Any]) -> None:
    print(f"\n## {title}")
    for name, value in table.items():
        print(f"{name:28} {value}")

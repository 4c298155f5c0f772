"""Time expressions against MEANTIME and WikiWars, with and without publication dates, and what they cost."""

from __future__ import annotations

import io
import re
import tempfile
import time
from collections import Counter
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

import msgspec
from spacy.tokens import Doc

from benchmarks.scoring import Row, article, gold_rows, run_scorer
from pipeline import dates, model
from pipeline.components import BEFORE_PARSER, timexes
from pipeline.domain import TimeExpression, Timex

CORPORA = ("dates-meantime", "dates-wikiwars")
SHOWN_CLASSES = 8
ROUNDS = 15
ARTICLE_WORDS = 400


def run(gold: Path) -> int:
    """Print TempEval-3's strict, relaxed and value F1, the time beside the parse, and classes of errors."""
    nlp = model.base()
    nlp.add_pipe(BEFORE_PARSER, first=True)
    print(f"\n## dates\n{'':32}{'strict F1':>10}{'relaxed F1':>11}{'value F1':>10}{f'ms/{ARTICLE_WORDS} words':>16}")
    for corpus in CORPORA:
        rows = gold_rows(gold / f"{corpus}.jsonl")
        docs = list(nlp.pipe(row["text"] for row in rows))
        cost = milliseconds(docs)
        for dated in (True, False) if any(row.get("published") for row in rows) else (False,):
            table, classes = scored(gold / f"{corpus}.jsonl", rows, docs, dated=dated)
            name = f"{corpus}, {'date given' if dated else 'no date given'}"
            print(f"{name:32}{table['strict'][2]:10}{table['relaxed'][2]:11}{table['value_f1']:10}{cost:16.1f}")
            for kind, count in classes.most_common(SHOWN_CLASSES):
                print(f"    {count:5} {kind}")
    return 0


def milliseconds(docs: list[Doc]) -> float:
    """Recognition and resolution together for an article of so many words: of each document the quickest round."""
    words = sum(len(doc.text.split()) for doc in docs)
    return sum(min(seconds(doc) for _ in range(ROUNDS)) for doc in docs) * 1000 * ARTICLE_WORDS / words


def seconds(doc: Doc) -> float:
    started = time.process_time()
    dates.resolve(timexes.find_time_expressions(doc), None)
    return time.process_time() - started


def scored(gold: Path, rows: list[Row], docs: list[Doc], *, dated: bool) -> tuple[dict[str, Any], Counter[str]]:
    """The scorer's table, and how many errors there are of each class."""
    with tempfile.TemporaryDirectory() as folder:
        predicted = Path(folder) / "predicted.jsonl"
        with predicted.open("wb") as file:
            for row, doc in zip(rows, docs, strict=True):
                analysis = {
                    "article": {"id": row["id"]},
                    "timexes": resolved(row, timexes.find_time_expressions(doc), dated=dated),
                }
                file.write(msgspec.json.encode(analysis) + b"\n")
        with redirect_stdout(io.StringIO()) as errors:
            table = run_scorer("dates", gold, predicted, errors=100_000)
    return table, Counter(error_class(line) for line in errors.getvalue().splitlines() if " | " in line)


def resolved(row: Row, expressions: list[TimeExpression], *, dated: bool) -> tuple[Timex, ...]:
    given = article(row, dated=dated)
    published = given.published
    if published is None:
        published = dates.infer_publication(given.text, given.title, given.url, expressions, None).published
    return dates.resolve(expressions, published)


def error_class(line: str) -> str:
    """What went wrong, with the digits of values left out."""
    _, *fields = line.split(" | ")
    if fields[0] in ("MISSED", "SPURIOUS"):
        return f"{fields[0].lower()} {shape(fields[-1])}"
    return f"{shape(fields[1])} taken for {shape(fields[2])}"


def shape(value: str) -> str:
    return re.sub(r"\d", "9", value)

"""Time to find the entities of texts in which ever more people share a given name: it should grow as the words do."""

from __future__ import annotations

import time
from pathlib import Path

from benchmarks.scoring import show
from pipeline import model
from pipeline.components import STAGES, entities

CROWDS = (50, 100, 200, 400)
ROUNDS = 3
STARTS = (
    "Bar",
    "Cor",
    "Dal",
    "Fen",
    "Gor",
    "Hal",
    "Kel",
    "Lan",
    "Mar",
    "Nor",
    "Pel",
    "Ros",
    "Sal",
    "Tor",
    "Vel",
    "Zan",
)
ENDS = (
    "by", "den", "dock", "field", "ford", "gate", "ham", "ing", "ley", "lin", "mer", "mont", "ner", "rick", "son",
    "stead", "ton", "vale", "wick", "worth", "bur", "cott", "dale", "man", "more",
)  # fmt: skip


def crowd(people: int) -> str:
    """An article about that many people called John, each named three times."""
    surnames = [start + end for end in ENDS for start in STARTS][:people]
    return " ".join(
        f"John {surname} met reporters. {surname} said that John {surnames[i // 2]} had agreed."
        for i, surname in enumerate(surnames)
    )


def run(gold: Path) -> int:
    """Print microseconds a token of the entities' component alone, the best of three rounds."""
    nlp = model.load()
    later = STAGES[STAGES.index(entities.NAME) :]
    figures = {}
    for people in CROWDS:
        with nlp.select_pipes(disable=list(later)):
            doc = nlp(crowd(people))
        spent = []
        for _ in range(ROUNDS):
            started = time.perf_counter()
            entities.find_entities(doc)
            spent.append(time.perf_counter() - started)
        figures[f"{people} people, us a token"] = round(min(spent) * 1e6 / len(doc), 1)
    show("namesakes", figures)
    return 0

"""Coreference of people, places and organizations against GUM's news articles."""

from __future__ import annotations

from pathlib import Path

from benchmarks.scoring import score, show


def run(gold: Path) -> int:
    """Print MUC, B-cubed and CEAF-e (precision, recall, F1) and their mean, the CoNLL score, in percent.

    Scored on gold's mentions, which all have a coreferent one: a mention of gold takes the entity of the predicted
    mention that ends where it does, else of the one that shares most of it; one without any stands alone.
    """
    show(f"entities ({gold.name}/entities-gum-news)", score("entities", "entities-gum-news"))
    return 0

"""Factuality of predicates against the development set of Lee et al. (2015)."""

from __future__ import annotations

from pathlib import Path

from benchmarks.scoring import score, show


def run(gold: Path) -> int:
    """Print the mean absolute error on the scale from -3 to 3, Pearson's r, and what "all is fact" would give."""
    show(f"factuality ({gold.name}/factuality-uw-dev)", score("factuality", "factuality-uw-dev"))
    return 0

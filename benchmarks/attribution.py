"""Source and content of attributions against PolNeAR's development set."""

from __future__ import annotations

from pathlib import Path

from benchmarks.scoring import score, show


def run(gold: Path) -> int:
    """Print precision, recall and F1 of contents, and of contents with their source.

    A content counts where it shares at least half of its characters with gold's (intersection over union); a source
    where it overlaps gold's.
    """
    show(f"attribution ({gold.name}/attribution-polnear-dev)", score("attribution", "attribution-polnear-dev"))
    return 0

"""The main events of whole articles: found, whole, right on the time axis; and how much of what is shown is real."""

from __future__ import annotations

from pathlib import Path

from benchmarks.scoring import score, show


def run(gold: Path) -> int:
    """Print the shares in percent, of events that a reader of the articles listed before anything was run.

    *whole* is with type, parties, day, place and status right, *on_axis* the same of those that have a day;
    *false_done* is, of what is shown as done, what was not.
    """
    show(f"main events of whole articles ({gold.name}/stories)", score("stories", "stories"))
    return 0

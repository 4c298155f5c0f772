"""Types, actors and recipients of events against the odd-numbered PLOVER gold records."""

from __future__ import annotations

from pathlib import Path

from benchmarks.scoring import score, show


def run(gold: Path) -> int:
    """Print how often the first event has the right type, who to whom, both, and the records a sentence.

    Gold names one event a sentence; actor and recipient count where a word of theirs is gold's.
    """
    show(f"events ({gold.name}/events-plover-odd)", score("events", "events-plover-odd"))
    return 0

"""Places found and put in the right spot, on LGL (local news) and GeoVirus (world news)."""

from __future__ import annotations

from pathlib import Path

from benchmarks.scoring import score, show

SETS = {"LGL": "places-lgl", "GeoVirus": "places-geovirus"}


def run(gold: Path) -> int:
    """Print the scorer's table of each set: recognition in percent, places within 161 km (100 miles) of the truth."""
    for title, stem in SETS.items():
        show(f"places: {title}", score("places", stem))
    return 0

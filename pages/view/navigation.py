"""The pages of the dashboard: those whose folders are here."""

from __future__ import annotations

from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parents[1]
ICON = FOLDER.parent / "static" / "icon.svg"
FIRST = "overview"
TITLES = {
    "overview": "Overview",
    "timeline": "Timeline",
    "movements": "Movements",
    "entities": "Entities",
    "network": "Who to whom",
    "sources": "Sources",
    "articles": "Articles",
    "search": "Search",
    "changes": "What changed",
    "corrections": "Corrections",
    "shares": "Shared",
    "add_text": "Add text",
    "glossary": "Glossary",
}
UNFILTERED = frozenset({"shares", "add_text", "glossary"})
"""Pages on which the filters change nothing."""


@cache
def pages() -> dict[str, str]:
    """Name and title of each page, in the order of the menu; the name is its folder and its address."""
    return {name: title for name, title in TITLES.items() if script(name).is_file()}


@cache
def script(name: str) -> Path:
    return FOLDER / name / "page.py"

"""Words with what they mean, as HTML. Pure; all text is escaped."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape


def definitions(heading: str, meanings: Mapping[str, str]) -> str:
    """A heading and a list of terms."""
    items = "".join(f"<dt>{escape(word)}</dt><dd>{escape(said)}</dd>" for word, said in meanings.items())
    return f"<section class='dl-glossary'><h2>{escape(heading)}</h2><dl>{items}</dl></section>"

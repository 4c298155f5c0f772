"""Versions of one page: articles of one address with other texts, and what a later one changed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from urllib.parse import urlsplit

SENTENCE_END = re.compile(r"(?<=[.!?])\s+|(?<=[.!?][\"'”’)])\s+|\n+")
Change = tuple[Sequence[str], Sequence[str]]


def sentences(text: str) -> list[str]:
    return [found for part in SENTENCE_END.split(text) if (found := " ".join(part.split()))]


def changes(old: str, new: str) -> Iterator[Change]:
    """What a new version changed: the sentences that went and those that came in their place."""
    before, after = sentences(old), sentences(new)
    for kind, first, last, start, end in SequenceMatcher(a=before, b=after, autojunk=False).get_opcodes():
        if kind != "equal":
            yield before[first:last], after[start:end]


def page(url: str | None) -> str | None:
    """The address of a page without what does not tell it from another: scheme, "www.", fragment, last slash."""
    parts = urlsplit(url or "")
    if not parts.hostname:
        return None
    query = f"?{parts.query}" if parts.query else ""
    return f"{parts.hostname.removeprefix('www.')}{parts.path.rstrip('/')}{query}"

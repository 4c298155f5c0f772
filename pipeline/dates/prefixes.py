"""One pattern for many words: a tree of their beginnings, so that a search tries letters and not word after word."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable


def any_of(words: Iterable[str]) -> str:
    """A pattern of the longest word that stands at a place."""
    rests: defaultdict[str, list[str]] = defaultdict(list)
    for word in words:
        rests[word[:1]].append(word[1:])
    ends_here = bool(rests.pop("", None))
    branches = [f"{re.escape(letter)}{any_of(rest)}" for letter, rest in sorted(rests.items())]
    if not branches:
        return ""
    return f"(?:{'|'.join(branches)})" + ("?" if ends_here else "")

"""What a reader opened or closed in a card, by names that stand in the address (``static/folds.js``). Pure.

A name is a hash of the words that stand closed, so that a link opens the same line when others came before it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection
from hashlib import sha256

FOLD = re.compile(r"<details(?P<others>[^>]*?)(?P<open> open)?><summary(?P<summary>.*?)</summary>", re.DOTALL)
NAME = re.compile("[0-9a-f]{8}")


def parse(value: str) -> str:
    """Raises ValueError for what is no name."""
    if not NAME.fullmatch(value):
        raise ValueError(value)
    return value


def name_of(*what: object) -> str:
    """The name of what can be opened."""
    return sha256(" ".join(map(str, what)).encode()).hexdigest()[:8]


def with_folds(html: str, of: str, turned: Collection[str]) -> str:
    """HTML of our own with names of all that can be opened in the card ``of`` something; what is ``turned`` stands
    otherwise than at first.
    """
    seen: Counter[str] = Counter()

    def with_name(match: re.Match[str]) -> str:
        summary = match["summary"]
        seen[summary] += 1
        name = name_of(of, seen[summary], summary)
        at_first = bool(match["open"])
        is_open = " open" if at_first != (name in turned) else ""
        return (
            f"<details{match['others']} data-fold='{name}' data-first='{'open' if at_first else 'closed'}'{is_open}>"
            f"<summary{summary}</summary>"
        )

    return FOLD.sub(with_name, html)

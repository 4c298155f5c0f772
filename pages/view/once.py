"""What a server has one of for each store: made when it is first asked for, and closed with the server."""

from __future__ import annotations

import atexit
from collections.abc import Callable
from functools import wraps
from threading import RLock
from typing import Any, TypeVar

T = TypeVar("T")
_MADE: dict[tuple[Callable[[str], Any], str], Any] = {}
_LOCK = RLock()


def once(make: Callable[[str], T]) -> Callable[[str], T]:
    """Keep what is made of the address of a store; what cannot be made is tried again when it is next asked for.

    Pages ask some thirty times a run: Streamlit's ``cache_resource`` took a twentieth of that.
    """

    @wraps(make)
    def ask(url: str) -> T:
        if (make, url) not in _MADE:
            with _LOCK:
                if (make, url) not in _MADE:
                    _MADE[make, url] = make(url)
        made: T = _MADE[make, url]
        return made

    return ask


@atexit.register
def close_all() -> None:
    """Close all that can be closed, the last that was made first, and forget it."""
    with _LOCK:
        while _MADE:
            _, made = _MADE.popitem()
            if hasattr(made, "close"):
                made.close()

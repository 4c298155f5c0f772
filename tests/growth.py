"""How time grows with the length of a work, on a machine with others on it: noise adds to a time and takes nothing."""

from __future__ import annotations

from collections.abc import Callable
from math import inf

import pytest

ROUNDS = 3


def check_growth(seconds: Callable[[int], float], short: int, long: int, most: float, ignored: float = 0) -> None:
    """Fail if the long work takes ``most`` times as long as the short one or more, and more than ``ignored`` seconds.

    The least of up to three rounds counts. In each the short work stands before and behind the long one, so that
    neither what is loaded the first time nor a slow phase of the machine lets it seem dear. ``seconds`` gives processor
    time. Where 4 is linear and 16 quadratic, 8 leaves noise the same room on both sides.
    """
    least_short = least_long = inf
    for _ in range(ROUNDS):
        before, whole, after = (seconds(length) for length in (short, long, short))
        least_short, least_long = min(least_short, before, after), min(least_long, whole)
        if least_long < max(ignored, most * least_short):
            return
    pytest.fail(
        f"{long / short:.0f} times the length takes {least_long / least_short:.1f} times as long, not {most:.1f}"
    )

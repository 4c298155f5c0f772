"""Attributions by the characters that their contents stand over."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from pipeline.domain import Attribution


class ContentIndex:
    """Finds the attributions whose content covers a character without looking through those of the whole article."""

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        self._found = sorted(enumerate(attributions), key=lambda each: each[1].content.start)
        self._starts = [said.content.start for _, said in self._found]
        self._ends = list(accumulate((said.content.end for _, said in self._found), max))
        """The furthest end of all contents that begin no later."""

    def over(self, offset: int) -> list[Attribution]:
        """Those that begin at or before the character and end behind it, in the order in which they were given."""
        first, end = bisect_right(self._ends, offset), bisect_right(self._starts, offset)
        found = [each for each in self._found[first:end] if offset < each[1].content.end]
        return [said for _, said in sorted(found, key=lambda each: each[0])]

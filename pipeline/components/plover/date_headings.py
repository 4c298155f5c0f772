"""Days that stand before a paragraph, as in chronologies and police logs: "June 15 - A shop was robbed"."""

from __future__ import annotations

import re
from collections.abc import Mapping

from spacy.tokens import Token

from pipeline.components.grammar import when
from pipeline.components.texts import text_of
from pipeline.domain import TimeExpression

MARK = re.compile(r"\s?[-\u2013\u2014:]\s")
LINE = re.compile(r":?\n")


def day_above(word: Token, times: Mapping[int, TimeExpression]) -> int | None:
    """Start of the day that the paragraph of a word begins with, set off by a dash, a colon or a line of its own.

    What begins a text is no such day: it is that of the report.
    """
    text = text_of(word.doc)
    start = text.rfind("\n", 0, word.idx) + 1
    above = text.rfind("\n", 0, max(start - 1, 0)) + 1
    return _day_at(start, MARK, text, times) or _day_at(above, LINE, text, times)


def _day_at(start: int, mark: re.Pattern[str], text: str, times: Mapping[int, TimeExpression]) -> int | None:
    heading = times.get(start) if start else None
    is_day = heading is not None and when.names_day(heading) and mark.match(text, heading.end)
    return start if is_day else None

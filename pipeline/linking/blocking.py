"""Which accounts are worth comparing: those of articles that share rare words, if their types go together, their days
may meet, and their sentences share words or their articles are of one affair. It depends on the two alone, so that the
order of articles changes nothing.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from pipeline.linking.accounts import Account, Setting, likeness
from pipeline.linking.features import AFFAIR
from pipeline.linking.model import may_be_one_type
from pipeline.linking.times import RETOLD, SLIP, may_retell, news, own_days

ALIKE = 0.08
"""Cosine of two articles below which they have nothing in common; no pair of the gold that is linked is below."""
SHARED = 2
"""Words that the sentences of two accounts share whose articles are of no one affair; no linked pair of the gold shares
less.
"""
UNIT = 1 << 12
"""Weights are filed in whole parts of 1, so that their sums are the same in any order."""
SLACK = 0.01
"""What a sum of whole parts may be out by."""
EVER = (-1, 4_000_000)
"""Ordinals before and after all days."""

Numbers = NDArray[np.int64]


class Postings:
    """Articles by the words that they are about: finds those that are alike at the cost of the words they share."""

    def __init__(self) -> None:
        self.settings: list[Setting] = []
        self._numbers: dict[str, array[int]] = defaultdict(lambda: array("i"))
        self._weights: dict[str, array[int]] = defaultdict(lambda: array("i"))

    def add(self, setting: Setting) -> tuple[Numbers, list[int]]:
        """File an article; gives the numbers of the earlier ones that are like it, and of those that retell it."""
        cosines = self._cosines(setting)
        retold = np.flatnonzero(cosines >= RETOLD - SLACK).tolist()
        found = np.flatnonzero(cosines >= ALIKE), [at for at in retold if may_retell(setting, self.settings[at])]
        number = len(self.settings)
        self.settings.append(setting)
        for word, weight in setting.gist.items():
            self._numbers[word].append(number)
            self._weights[word].append(parts(weight))
        return found

    def _cosines(self, setting: Setting) -> NDArray[np.float64]:
        found = np.zeros(len(self.settings), np.int32)
        for word in setting.gist.keys() & self._numbers.keys():
            numbers = np.frombuffer(self._numbers[word], np.int32)
            found[numbers] += parts(setting.gist[word]) * np.frombuffer(self._weights[word], np.int32)
        return found / UNIT**2


def parts(weight: float) -> int:
    return round(weight * UNIT)


class Blocks:
    """The accounts of all articles, numbered as they come, with their types and days."""

    def __init__(self) -> None:
        self._articles = Postings()
        self._accounts: list[Account] = []
        self._types: dict[str, int] = {}
        self._type, self._first, self._last = array("i"), array("i"), array("i")
        self._ends = array("q", [0])

    def add(self, setting: Setting, accounts: Sequence[Account]) -> Iterator[tuple[int, list[int]]]:
        """File an article; gives the number of each of its accounts with those of the earlier ones to compare it to."""
        alike, retold = self._articles.add(setting)
        others, always = self._accounts_of(alike), self._accounts_of(np.array(retold, np.int64))
        own = range(len(self._type), len(self._type) + len(accounts))
        for account in accounts:
            self._file(account)
        self._ends.append(own.stop)
        for number, account in zip(own, accounts, strict=True):
            earlier = np.arange(own.start, number)
            near = np.concatenate([self._of_its_days(account, others), always, earlier])
            fitting = self._of_its_type(account, np.unique(near))
            yield number, [at for at in fitting if share_words(account, self._accounts[at])]

    def _file(self, account: Account) -> None:
        first, last = days(account)
        self._accounts.append(account)
        self._type.append(self._types.setdefault(account.type, len(self._types)))
        self._first.append(first)
        self._last.append(last)

    def _accounts_of(self, articles: Numbers) -> Numbers:
        """The accounts of some articles: of each the numbers from the end of the one before."""
        ends = np.frombuffer(self._ends, np.int64)
        sizes = ends[articles + 1] - ends[articles]
        found: Numbers = np.arange(sizes.sum()) + np.repeat(ends[articles + 1] - sizes.cumsum(), sizes)
        return found

    def _of_its_days(self, account: Account, others: Numbers) -> Numbers:
        first, last = days(account)
        begin, end = np.frombuffer(self._first, np.int32)[others], np.frombuffer(self._last, np.int32)[others]
        return others[(begin <= last) & (end >= first)]

    def _of_its_type(self, account: Account, others: Numbers) -> list[int]:
        fits = np.array([may_be_one_type(account.type, other) for other in self._types])
        kept: list[int] = others[fits[np.frombuffer(self._type, np.int32)[others]]].tolist()
        return kept


def share_words(one: Account, other: Account) -> bool:
    """Whether their sentences share ``SHARED`` words, or their articles are of one affair."""
    return len(one.words.keys() & other.words.keys()) >= SHARED or likeness(one.setting, other.setting) >= AFFAIR


def days(account: Account) -> tuple[int, int]:
    """The first and last day that it can be of, by ordinals, with a day's slip; ``EVER`` where a side is open."""
    span = own_days(account) or news(account)
    first, last = (span.first, span.last) if span else (None, None)
    slip = SLIP.days
    return first.toordinal() - slip if first else EVER[0], last.toordinal() + slip if last else EVER[1]

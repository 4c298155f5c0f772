"""Which accounts are worth comparing: those whose types or deeds go together and whose days may meet, if they are
worded alike or their articles are of one affair and year. It depends on the two alone, so that no order of articles
matters.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from datetime import timedelta

import numpy as np

from pipeline.linking.accounts import Account, Setting, likeness
from pipeline.linking.features import AFFAIR, is_same_deed
from pipeline.linking.model import may_be_one_type
from pipeline.linking.postings import Numbers, Postings
from pipeline.linking.times import RETELLING, SLIP, are_published_within, may_retell, news, own_days
from pipeline.linking.words import cosine

ALIKE = 0.15
"""Cosine of what two accounts tell from which they may be one though their articles are of two affairs."""
EVER = (-1, 4_000_000)
"""Ordinals before and after all days."""
PERIOD, MOST_PERIODS = 32, 24
"""Days of a period by which accounts are filed, and the most periods of one; those of longer time are filed apart."""
SEASON = 150
"""Days of a period by which articles are filed; those of an unknown day are filed apart."""
APART = -1
"""The period of what is filed apart."""


class Blocks:
    """The accounts of all articles, numbered as they come, with their types and days."""

    def __init__(self) -> None:
        self._settings: list[Setting] = []
        self._articles, self._sentences = Postings(AFFAIR), Postings(ALIKE)
        self._accounts: list[Account] = []
        self._types: dict[str, int] = {}
        self._type, self._first, self._last = array("i"), array("i"), array("i")
        self._ends = array("q", [0])

    def add(self, setting: Setting, accounts: Sequence[Account]) -> Iterator[tuple[int, list[int]]]:
        """File an article; gives the number of each of its accounts with those of the earlier ones to compare it to."""
        affair = self._of_affair(setting)
        of_affair = self._accounts_of(affair)
        retold = self._accounts_of([at for at in affair if may_retell(setting, self._settings[at])])
        self._articles.add(len(self._settings), setting.gist, seasons(setting, timedelta()))
        self._settings.append(setting)
        begin = len(self._accounts)
        for account in accounts:
            alike = np.array(self._worded_alike(account), np.int64)
            near = self._of_its_days(account, np.concatenate([of_affair, alike]))
            earlier = np.arange(begin, len(self._accounts))
            yield len(self._accounts), self._of_its_type(account, np.unique(np.concatenate([near, retold, earlier])))
            self._file(account)
        self._ends.append(len(self._accounts))

    def _of_affair(self, setting: Setting) -> list[int]:
        """The numbers of the articles filed before that are of one affair with this one."""
        asked = seasons(setting, RETELLING)
        found = self._articles.similar(setting.gist, self._articles.periods if APART in asked else (*asked, APART))
        return [at for at in found.tolist() if is_one_affair(setting, self._settings[at])]

    def _worded_alike(self, account: Account) -> list[int]:
        """The numbers of accounts filed before that are worded alike, of whatever article."""
        own = periods(account)
        asked = self._sentences.periods if APART in own else (*own, APART)
        found = self._of_its_type(account, self._of_its_days(account, self._sentences.similar(account.words, asked)))
        return [at for at in found if cosine(account.words, self._accounts[at].words) >= ALIKE]

    def _file(self, account: Account) -> None:
        first, last = days(account)
        self._sentences.add(len(self._accounts), account.words, periods(account))
        self._accounts.append(account)
        self._type.append(self._types.setdefault(account.type, len(self._types)))
        self._first.append(first)
        self._last.append(last)

    def _accounts_of(self, articles: Sequence[int]) -> Numbers:
        """The accounts of some articles: of each the numbers from the end of the one before."""
        ranges = [np.arange(self._ends[at], self._ends[at + 1]) for at in articles]
        return np.concatenate([np.empty(0, np.int64), *ranges])

    def _of_its_days(self, account: Account, others: Numbers) -> Numbers:
        first, last = days(account)
        begin, end = np.frombuffer(self._first, np.int32)[others], np.frombuffer(self._last, np.int32)[others]
        return others[(begin <= last) & (end >= first)]

    def _of_its_type(self, account: Account, others: Numbers) -> list[int]:
        """Those whose types go together with its own, or that tell one deed by whatever type."""
        fits = np.array([may_be_one_type(account.type, other) for other in self._types], bool)
        types = np.frombuffer(self._type, np.int32)[others]
        return [
            at
            for at, is_of_type in zip(others.tolist(), fits[types].tolist(), strict=True)
            if is_of_type or is_same_deed(account, self._accounts[at])
        ]


def is_one_affair(one: Setting, other: Setting) -> bool:
    """Whether two articles are alike, and of one year as far as is known."""
    return are_published_within(RETELLING, one, other) and likeness(one, other) >= AFFAIR


def seasons(setting: Setting, around: timedelta) -> Sequence[int]:
    """The seasons from some time before an article was published to as long after it."""
    if setting.published is None:
        return (APART,)
    day, reach = setting.published.toordinal(), around.days
    return range((day - reach) // SEASON, (day + reach) // SEASON + 1)


def days(account: Account) -> tuple[int, int]:
    """The first and last day that it can be of, by ordinals, with a day's slip; ``EVER`` where a side is open."""
    span = own_days(account) or news(account)
    first, last = (span.first, span.last) if span else (None, None)
    slip = SLIP.days
    return first.toordinal() - slip if first else EVER[0], last.toordinal() + slip if last else EVER[1]


def periods(account: Account) -> Sequence[int]:
    """The periods of its days, ``APART`` if these are too many."""
    first, last = (day // PERIOD for day in days(account))
    return range(first, last + 1) if last - first < MOST_PERIODS else (APART,)

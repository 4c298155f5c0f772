"""An inverted index of word vectors: finds those similar to another at the cost of the rare words they share."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from pipeline.linking.words import Vector

Numbers = NDArray[np.int64]
LEFT_OUT = 0.3
"""The share of the cosine asked for that the words which are not looked up may make up."""
SLACK = 1e-5
"""What a sum of single-precision weights may be out by."""
PERIODS = 1 << 21
"""More than there are periods: what tells the keys of two words apart."""
FEWEST, SHARE = 4096, 8
"""Entries that are sorted in at once, and of how many one is left unsorted: a few, so that all are sorted seldom."""


class Filed:
    """Numbers with a weight, filed by keys: sorted in arrays, 16 bytes an entry, the latest in a table beside them."""

    def __init__(self) -> None:
        self._keys, self._numbers, self._weights = np.empty(0, np.int64), np.empty(0, np.int32), np.empty(0, np.float32)
        self._latest: dict[int, list[tuple[int, float]]] = defaultdict(list)
        self._unsorted = 0

    def add(self, key: int, number: int, weight: float) -> None:
        self._latest[key].append((number, weight))
        self._unsorted += 1
        if self._unsorted > max(FEWEST, len(self._keys) // SHARE):
            self._sort()

    def find(self, keys: Numbers) -> tuple[Numbers, Numbers, NDArray[np.float64]]:
        """Of each entry with one of the keys: the place of its key among those asked for, its number and its weight."""
        begin, end = np.searchsorted(self._keys, keys), np.searchsorted(self._keys, keys, "right")
        filed = np.flatnonzero(end > begin)
        at = np.concatenate([np.empty(0, np.int64), *map(np.arange, begin[filed], end[filed])])
        places = np.repeat(filed, (end - begin)[filed])
        unsorted = [(place, *each) for place, key in enumerate(keys.tolist()) for each in self._latest.get(key, ())]
        latest = np.array(unsorted, np.float64).reshape(-1, 3)
        return (
            np.concatenate([places, latest[:, 0].astype(np.int64)]),
            np.concatenate([self._numbers[at], latest[:, 1].astype(np.int64)]),
            np.concatenate([self._weights[at], latest[:, 2]]),
        )

    def _sort(self) -> None:
        entries = [(key, *entry) for key, filed in self._latest.items() for entry in filed]
        keys, numbers, weights = zip(*entries, strict=True)
        every = np.concatenate([self._keys, np.array(keys, np.int64)])
        order = np.argsort(every, kind="stable")
        self._keys = every[order]
        self._numbers = np.concatenate([self._numbers, np.array(numbers, np.int32)])[order]
        self._weights = np.concatenate([self._weights, np.array(weights, np.float32)])[order]
        self._latest.clear()
        self._unsorted = 0


class Postings:
    """Numbered vectors, filed by word and period. The commonest words, which cost most to look up, are left out where
    they can make up no more than ``LEFT_OUT`` of the cosine asked for: no similar vector is lost, whatever is filed.
    """

    def __init__(self, least: float) -> None:
        """``least`` is the cosine from which two vectors are similar."""
        self._least = least
        self.periods: set[int] = set()
        self._words: dict[str, int] = {}
        self._sizes = array("i")
        self._filed = Filed()

    def add(self, number: int, vector: Vector, periods: Iterable[int] = (0,)) -> None:
        for period in periods:
            self.periods.add(period)
            for word, weight in vector.items():
                known = self._words.setdefault(word, len(self._words))
                if known == len(self._sizes):
                    self._sizes.append(0)
                self._sizes[known] += 1
                self._filed.add(known * PERIODS + period + 1, number, weight)

    def similar(self, vector: Vector, periods: Iterable[int] = (0,)) -> Numbers:
        """The numbers, in order, of all similar vectors of these periods, and of a few others: check their cosines."""
        words, among = self._looked_up(vector), np.array(list(periods), np.int64)
        keys = np.array([self._words[word] for word in words], np.int64)[:, None] * PERIODS + among + 1
        places, filed, weights = self._filed.find(keys.ravel())
        asked = np.array([vector[word] for word in words])
        numbers, at = np.unique(filed, return_inverse=True)
        sums = np.bincount(at, weights * asked[places // max(len(among), 1)], len(numbers))
        similar: Numbers = numbers[sums >= self._least * (1 - LEFT_OUT) - SLACK]
        return similar

    def _looked_up(self, vector: Vector) -> list[str]:
        """Its words without the commonest: those together weigh no more than ``LEFT_OUT`` of what is asked for."""
        words = sorted(vector, key=lambda word: (-self._size(word), word))
        remaining = (self._least * LEFT_OUT) ** 2
        for at, word in enumerate(words):
            remaining -= vector[word] ** 2
            if remaining < 0:
                return [each for each in words[at:] if each in self._words]
        return []

    def _size(self, word: str) -> int:
        known = self._words.get(word)
        return 0 if known is None else self._sizes[known]

"""An inverted index of word vectors: finds those similar to another at the cost of the rare words they share."""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import product

import numpy as np
from numpy.typing import NDArray

from pipeline.linking.words import Vector

Numbers = NDArray[np.int64]
LEFT_OUT = 0.3
"""The share of the cosine asked for that the words which are not looked up may make up."""
SLACK = 1e-5
"""What a sum of single-precision weights may be out by."""


class Postings:
    """Numbered vectors, filed by word and period. The commonest words, which cost most to look up, are left out where
    they can make up no more than ``LEFT_OUT`` of the cosine asked for: no similar vector is lost, whatever is filed.
    """

    def __init__(self, least: float) -> None:
        """``least`` is the cosine from which two vectors are similar."""
        self._least = least
        self.periods: set[int] = set()
        self._sizes: Counter[str] = Counter()
        self._numbers: dict[tuple[str, int], array[int]] = defaultdict(lambda: array("i"))
        self._weights: dict[tuple[str, int], array[float]] = defaultdict(lambda: array("f"))

    def add(self, number: int, vector: Vector, periods: Iterable[int] = (0,)) -> None:
        for period in periods:
            self.periods.add(period)
            for word, weight in vector.items():
                self._sizes[word] += 1
                self._numbers[word, period].append(number)
                self._weights[word, period].append(weight)

    def similar(self, vector: Vector, periods: Iterable[int] = (0,)) -> Numbers:
        """The numbers, in order, of all similar vectors of these periods, and of a few others: check their cosines."""
        keys = product(self._looked_up(vector), periods)
        filed = [key for key in keys if key in self._numbers]
        if not filed:
            return np.empty(0, np.int64)
        sums = [vector[key[0]] * np.frombuffer(self._weights[key], np.float32) for key in filed]
        at = np.concatenate([np.frombuffer(self._numbers[key], np.int32) for key in filed]).astype(np.int64)
        numbers, places = np.unique(at, return_inverse=True)
        found: Numbers = numbers[np.bincount(places, np.concatenate(sums)) >= self._least * (1 - LEFT_OUT) - SLACK]
        return found

    def _looked_up(self, vector: Vector) -> list[str]:
        """Its words without the commonest: those together weigh no more than ``LEFT_OUT`` of what is asked for."""
        words = sorted(vector, key=lambda word: (-self._sizes[word], word))
        remaining = (self._least * LEFT_OUT) ** 2
        for at, word in enumerate(words):
            remaining -= vector[word] ** 2
            if remaining < 0:
                return words[at:]
        return []

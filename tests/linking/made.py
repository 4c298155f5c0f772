"""Made-up articles of one day in Peru, as linking reads them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from random import Random

from benchmarks import writing
from pipeline.domain import Analysis, DateSpan, Place
from pipeline.linking import Dossier
from pipeline.linking.accounts import Account

DAY = date(2021, 6, 14)
COMMON = ("the", "of", "and", "to", "in", "is", "you", "that", "it", "he", "was", "for", "on", "are", "as", "with")


def filler(seed: str) -> str:
    """A line of words that tell nothing, in an order of its own: no two articles are copies by it."""
    return " ".join(Random(seed).choices(COMMON, k=80)) + "\n"


def place(name: str, country: str = "PE", feature: str = "PPL") -> Place:
    return Place(0, 1, name, name, country, None, feature, 0.0, 0.0, sum(map(ord, name)), 0.9)


def span(first: str, last: str | None = None) -> DateSpan:
    return DateSpan(date.fromisoformat(first), date.fromisoformat(last or first), f"{first}/{last}" if last else first)


@dataclass
class Writing(writing.Writing):
    """An article of ``DAY``, unless another is given."""

    published: date | None = DAY

    def dossier(self) -> Dossier:
        return Dossier.of(self.done())

    def accounts(self) -> tuple[Account, ...]:
        return self.dossier().accounts


def renamed(writing: Analysis, name: str) -> Analysis:
    """The same article under another id."""
    return replace(writing, article=replace(writing.article, id=name))

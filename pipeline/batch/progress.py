"""How far a run over a corpus is, in words."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from pipeline.batch.parts import Done

EVERY = 10.0
"""Seconds between two sentences."""


@dataclass(slots=True)
class Progress:
    """Counts what is done, and says now and then at what rate and how long the rest will take.

    ``share`` tells how much of the corpus was handed out or skipped, in 0..1.
    """

    say: Callable[[str], object]
    share: Callable[[], float]
    clock: Callable[[], float] = time.monotonic
    articles: int = 0
    dead: int = 0
    parts: int = 0
    earlier: float = 0.0
    """What an earlier run has done, of the corpus; it counts for no rate."""
    began: float = field(init=False)
    said: float = field(init=False)

    def __post_init__(self) -> None:
        self.began = self.said = self.clock()

    def skip(self, share: float) -> None:
        """A part, so large a share of the corpus, was done by an earlier run."""
        self.earlier += share

    def begin(self) -> None:
        """Called when there is somebody to read; getting there counts for no rate."""
        self.began = self.clock()

    def add(self, done: Done, waiting: int) -> None:
        """A part was done, while so many are handed out and are not."""
        self.articles += done.articles
        self.dead += done.dead
        self.parts += 1
        if self.clock() - self.said >= EVERY:
            self.said = self.clock()
            self.say(self.sentence(waiting))

    def sentence(self, waiting: int) -> str:
        seconds = max(self.clock() - self.began, 1e-9)
        rate = (self.articles + self.dead) / seconds
        done = (self.share() - self.earlier) * self.parts / max(self.parts + waiting, 1)
        rest = (1 - self.earlier - done) * seconds / max(done, 1e-9)
        return (
            f"{self.articles:,} articles read, {rate:.1f} a second; "
            f"{self.earlier + done:.0%} of the corpus; {duration(rest)} left."
        )


def duration(seconds: float) -> str:
    minutes = round(seconds / 60)
    if minutes < 1:
        return "less than a minute"
    return f"about {minutes} min" if minutes < 120 else f"about {minutes / 60:.0f} hours"

"""Linking speed: processor seconds a thousand articles, of corpora in which each event has a few reports.

``python -m benchmarks.linking_speed 1000 100000``: corpora of other sizes; each grows the memory of the process.
"""

from __future__ import annotations

import resource
import sys
from collections.abc import Iterator, Sequence
from datetime import timedelta
from pathlib import Path
from random import Random
from time import process_time

from benchmarks.synthetic import FIRST_DAY
from benchmarks.writing import MadeEvent, Writing
from pipeline.domain import Analysis, EventType
from pipeline.linking import Dossier, Linker, lines

SIZES = (1_000, 3_000, 10_000)
REPORTS, EVENTS = 4, 6
"""Articles that tell of one event, on average, and events of an article."""
DEEDS: tuple[tuple[str, EventType], ...] = (
    ("met", "CONSULT"), ("accused", "ACCUSE"), ("arrested", "COERCE"), ("attacked", "ASSAULT"), ("praised", "SUPPORT"),
)  # fmt: skip
WORDS = [
    f"{one}{two}{three}" for one in "bdfgklmnprst" for two in ("a", "ei", "o", "u") for three in ("ran", "sil", "tov")
]


def articles(number: int) -> Iterator[Analysis]:
    """Articles of which a few tell of each of many stories, within days of each other."""
    chance = Random(number)
    for at in range(number):
        yield article(at, chance.randrange(max(number // REPORTS, 1)), chance)


def article(number: int, topic: int, chance: Random) -> Analysis:
    """An article on one of the topics, each of which has people, words and deeds of its own."""
    own = Random(topic)
    people = [f"{own.choice(WORDS).title()} {own.choice(WORDS).title()}" for _ in range(4)]
    about = [own.choice(WORDS) + own.choice(WORDS) for _ in range(8)]
    deeds = [(own.sample(people, 2), own.choice(DEEDS)) for _ in range(EVENTS)]
    day = FIRST_DAY + timedelta(days=own.randrange(3_000) + chance.randrange(3))
    writing = Writing(str(number), "", f"Article {number}", day, f"Outlet {number % 60}")
    for (one, other), (verb, type_) in deeds:
        over = f"{' '.join(chance.sample(about, 3))} {chance.choice(WORDS)}"
        writing.tell(f"{one} {verb} {other} over {over}.", verb, MadeEvent(type_, (one,), (other,)))
    return writing.done()


def measured(number: int) -> dict[str, float]:
    begun = process_time()
    linker = Linker()
    dossiers = [Dossier.of(each) for each in articles(number)]
    read = process_time()
    for dossier in dossiers:
        linker.add(dossier)
    added = process_time()
    stories = sum(1 for _ in lines(linker))
    done = process_time()
    linker.add(Dossier.of(article(number, 0, Random(0))))
    linker.clusters()
    last = process_time()
    return {
        "stories and sets of copies": stories,
        "reading, s": round(read - begun, 1),
        "linking, s": round(added - read, 1),
        "clusters and output, s": round(done - added, 1),
        "all, s a thousand articles": round((done - begun) / number * 1000, 2),
        "one more article, ms": round(1000 * (last - done), 1),
        "memory, MB": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }


def run(gold: Path | None = None, sizes: Sequence[int] = SIZES) -> bool:
    """Print the table of ``docs/linking.md``."""
    for at, number in enumerate(sizes):
        found = measured(number)
        if at == 0:
            print("| articles |", " | ".join(found), "|")
            print("|---" * (len(found) + 1) + "|")
        print(f"| {number:,} |", " | ".join(f"{value:,}" for value in found.values()), "|", flush=True)
    return False


if __name__ == "__main__":
    sys.exit(run(sizes=[int(each) for each in sys.argv[1:]] or SIZES))

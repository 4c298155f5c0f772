"""A store of made-up articles, of any size: deterministic, with a few names in most events and many names in few."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from random import Random
from typing import get_args

import msgspec

from benchmarks.writing import MadeEvent, MadeMovement, Writing
from pipeline import VERSION, codec
from pipeline.batch.partitions import partition
from pipeline.batch.parts import MOST_ARTICLES, kept_row, part_file, write_rows
from pipeline.domain import Analysis, DateSpan, EventType, Place, Reading, Status, article_id
from pipeline.index import EventFilter
from pipeline.store import writes
from pipeline.store.connect import connect
from pipeline.store.run_folder import MANIFEST, Manifest

EVENTS_AN_ARTICLE, BATCH = 20, 500
PEOPLE, PLACES, OUTLETS = 4000, 1500, 60
FIRST_DAY, DAYS = date(2010, 1, 1), 5000
TYPES, STATUSES = get_args(EventType), get_args(Status)
FILTERS = {
    "everything": EventFilter(),
    "three years": EventFilter(first=date(2015, 1, 1), last=date(2017, 12, 31)),
    "nine years": EventFilter(first=date(2012, 1, 1), last=date(2020, 12, 31)),
    "one type": EventFilter(types=frozenset({"CONSULT"})),
    "one status": EventFilter(statuses=frozenset({"planned"})),
    "one person": EventFilter(entities=frozenset({"person:person3"})),
    "one place": EventFilter(places=frozenset({"3"})),
    "one source": EventFilter(sources=frozenset({"name:person3"})),
    "a word": EventFilter(search="article77"),
    "certain": EventFilter(certainties=frozenset({"CT+"})),
}
"""What readers ask of these articles: much and little of them, by each kind of filter."""
A_MOVEMENT, UNDATED, WITHOUT_PLACE, ATTRIBUTED = 0.1, 0.2, 0.4, 0.5


def fill(url: str, events: int) -> None:
    """Make a store of that many events, about a tenth of them movements, in one transaction."""
    engine = connect(url)
    rest = articles(events)
    with engine.begin() as connection:
        writes.begin_write(connection)
        while batch := list(islice(rest, BATCH)):
            writes.insert_articles(connection, [writes.rows_of(*found) for found in batch])
    engine.dispose()


def finished_run(folder: Path, found: Sequence[tuple[Reading, Analysis]], a_part: int = MOST_ARTICLES) -> Path:
    """The folder of a batch run over articles that were read already, in parts of so many."""
    parts = range(0, len(found), a_part)
    for part, first in enumerate(parts):
        together = enumerate(found[first : first + a_part], start=first)
        rows = [kept_row(at, f"given {at}", codec.to_json(reading), analysis) for at, (reading, analysis) in together]
        write_rows(rows, part_file(folder, part))
    folder.mkdir(exist_ok=True)
    partition(folder, len(parts))
    (folder / MANIFEST).write_bytes(msgspec.json.encode(Manifest("made-up", VERSION, "none")))
    return folder


def articles(events: int) -> Iterator[tuple[Reading, Analysis]]:
    chance = Random(events)
    return (article(number, chance) for number in range(events // EVENTS_AN_ARTICLE))


def article(number: int, chance: Random) -> tuple[Reading, Analysis]:
    writing = Writing(str(number), "", f"Article {number}", FIRST_DAY, f"Outlet {number % OUTLETS}")
    for _ in range(EVENTS_AN_ARTICLE):
        tell(writing, chance)
    told = writing.done()
    analysis = replace(told, article=replace(told.article, id=article_id(writing.text)))
    return Reading(tuple(writing.sentences), (), (), told.entities, told.attributions, (), (), ()), analysis


def tell(writing: Writing, chance: Random) -> None:
    """A meeting of two people; now and then also the way to it."""
    source = f"{person(chance)} said " if chance.random() < ATTRIBUTED else ""
    one, other, trigger = person(chance), person(chance), f"article{writing.id} met"
    where = place(chance) if chance.random() > WITHOUT_PLACE else None
    when, kind, status = days(chance), chance.choice(TYPES), chance.choice(STATUSES)
    at = f" in {where.name}" if where else ""
    sentence = f"{source}{one} {trigger} {other}{at}."
    told = MadeEvent(kind, (one,), (other,), when, where, status, source.removesuffix(" said "))
    writing.tell(sentence, trigger, told)
    if chance.random() < A_MOVEMENT:
        origin, to = place(chance), place(chance)
        journey = MadeMovement(one, origin, to, None, when, status)
        writing.move(f"{one} left {origin.name} for {to.name}.", "left", journey)


def frequent(chance: Random, most: int) -> int:
    """A number below ``most``, the small ones by far the most often."""
    return int(most * chance.random() ** 3)


def person(chance: Random) -> str:
    return f"Person{frequent(chance, PEOPLE)}"


def place(chance: Random) -> Place:
    number = frequent(chance, PLACES)
    name = f"Place{number}"
    latitude, longitude = number % 120 - 60, number * 7 % 340 - 170
    return Place(0, len(name), name, name, "XX", None, "PPL", latitude, longitude, number, 0.9)


def days(chance: Random) -> DateSpan | None:
    if chance.random() < UNDATED:
        return None
    first = FIRST_DAY + timedelta(days=chance.randrange(DAYS))
    return DateSpan(first, first + timedelta(days=chance.choice((0, 0, 0, 6, 30))), None)

"""``python -m pipeline export``: what a filter shows, from the store, without the dashboard."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable, Mapping
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

from pipeline import settings
from pipeline.exports.excerpt import NO_STORIES, Scope, StoryRow, read
from pipeline.exports.formats import FORMATS
from pipeline.index import SET_FILTERS, EventFilter, Index, folder_of
from pipeline.store import Store, open_store


def add_arguments(parser: ArgumentParser) -> None:
    """The filters have the names and values that they have in an address of the dashboard."""
    parser.add_argument("--format", required=True, choices=[format_.suffix for format_ in FORMATS])
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="where to write; standard output if left out")
    parser.add_argument("--from", dest="first", type=day, metavar="DAY", help="first day, 2023-09-11")
    parser.add_argument("--to", dest="last", type=day, metavar="DAY", help="last day")
    parser.add_argument("--dated", action="store_true", help="leave out what has no date")
    parser.add_argument("--doubtful", action="store_true", help="with what is less certain than the threshold")
    parser.add_argument("--stories", action="store_true", help="name what several articles tell; links all first")
    parser.add_argument("--q", default="", metavar="WORDS", help="words that are searched")
    for name in SET_FILTERS:
        parser.add_argument(f"--{name}", action="append", default=[], metavar="VALUE", help="may be repeated")


def day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(f"{text} is not a day like 2023-09-11") from None


def scope(given: Namespace) -> Scope:
    wanted = EventFilter(
        first=given.first,
        last=given.last,
        undated=not given.dated,
        doubtful=given.doubtful,
        search=given.q,
        **{field: frozenset(getattr(given, name)) for name, field in SET_FILTERS.items()},
    )
    words = [f"{name} {value}" for name in SET_FILTERS for value in sorted(getattr(given, name))]
    return Scope(wanted=wanted, words=(*words, *([given.q] if given.q else [])))


def run(given: Namespace, stories_of: Callable[[Store], Mapping[str, StoryRow]]) -> str:
    """Write the file; what it holds, and whether it is cut, in words. ``stories_of`` links the articles of a store."""
    write = next(format_.write for format_ in FORMATS if format_.suffix == given.format)
    with closing(open_store(settings.store_url())) as store, closing(Index(store, folder_of(store.address()))) as index:
        index.update()
        stories = stories_of(store) if given.stories else NO_STORIES
        excerpt = read(index, store, scope(given), datetime.now(UTC), stories=stories)
    if given.output:
        given.output.write_bytes(write(excerpt))
    else:
        sys.stdout.buffer.write(write(excerpt))
    return f"{len(excerpt.events):,} events, {len(excerpt.movements):,} movements. {excerpt.cut()}".rstrip()

"""Files within a file: each has its share of the time, so that a slow or broken one costs no other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import PurePath
from time import monotonic
from typing import NamedTuple

from pipeline.domain import Article
from pipeline.errors import ArticleError
from pipeline.limited import OutOfTime, time_limit
from pipeline.readers import files

Found = Article | ArticleError
MEMBERS_SHARE = 0.8
"""Of the seconds that a file may take, what is for the files within it."""
SHARE = 0.5
"""Of the seconds that are left, what a file may take."""


class Member(NamedTuple):
    """A file within a file; its content is unpacked when it is read."""

    name: str
    content: Callable[[], bytes]


def read_members(members: Iterable[Member], received: date | None) -> Iterator[Found]:
    """What each gives, in order, or what is wrong with it."""
    ends = monotonic() + MEMBERS_SHARE * files.SECONDS
    for member in members:
        try:
            yield from read_within(member, received, SHARE * (ends - monotonic()))
        except ArticleError as error:
            error.article = member.name
            yield error


def read_within(member: Member, received: date | None, seconds: float) -> list[Found]:
    """Raises ArticleError where it takes longer, needs more memory than there is, or its reader fails."""
    kind = PurePath(member.name).suffix.removeprefix(".").upper()
    try:
        with time_limit(seconds):
            return files.read_here(member.name, member.content(), received)
    except OutOfTime as error:
        raise ArticleError.too_slow(kind, max(1, round(seconds))) from error
    except ArticleError:
        raise
    except Exception as error:
        raise ArticleError.unreadable(kind) from error

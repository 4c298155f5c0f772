"""Dossiers of the articles in files of analyses, in one process or several."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import chain, islice
from pathlib import Path

import msgspec

from pipeline import codec
from pipeline.errors import LinkingError
from pipeline.linking.dossiers import Dossier

BATCH = 64
Line = tuple[int, bytes]


class Failed(msgspec.Struct):
    """The line of an article that could not be read."""

    error: str


def read_dossiers(paths: Iterable[Path], workers: int = 1) -> Iterator[Dossier | None]:
    """The dossiers of what ``extract`` wrote, in order."""
    return dossiers(chain.from_iterable(map(lines_of, paths)), workers)


def dossiers(lines: Iterable[Line], workers: int = 1) -> Iterator[Dossier | None]:
    """The dossier of each line, in order; None for an article that could not be read.

    Raises LinkingError for a line that is no analysis.
    """
    if workers == 1:
        yield from map(dossier, lines)
        return
    found = iter(lines)
    with ProcessPoolExecutor(workers) as pool:
        while batch := list(islice(found, BATCH * workers)):
            yield from pool.map(dossier, batch, chunksize=BATCH)


def lines_of(path: Path) -> Iterator[Line]:
    with path.open("rb") as file:
        yield from ((number, line) for number, line in enumerate(file, start=1) if line.strip())


def dossier(line: Line) -> Dossier | None:
    number, data = line
    try:
        return Dossier.of(codec.analysis_from_json(data))
    except msgspec.MsgspecError as error:
        if is_failure(data):
            return None
        raise LinkingError.unreadable(number, str(error)) from error


def is_failure(data: bytes) -> bool:
    try:
        msgspec.json.decode(data, type=Failed)
    except msgspec.MsgspecError:
        return False
    return True

"""The articles that a new store holds, read beforehand so that the first start needs no model.

``python -m pipeline.seeding`` writes the readings, with the same pipeline that reads a user's articles.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

from pipeline import VERSION
from pipeline.assembly import assemble
from pipeline.domain import Article, Reading
from pipeline.errors import StoreError
from pipeline.readers import plain
from pipeline.store.store import Store

FOLDER = Path(__file__).parents[2] / "seeds"
ENDING = ".reading.json"


class Packed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A reading and the version of the pipeline that made it."""

    pipeline_version: str
    reading: Reading


def load_seeds(store: Store, folder: Path = FOLDER) -> None:
    """Fill a store that was never written to; renew the seeds in it that an older pipeline has read.

    A seed that was removed stays removed. Raises StoreError if a packed reading cannot be used.
    """
    if store.version() == 0:
        for article, reading in packed(folder):
            store.add(reading, assemble(article, reading))
        return
    older = {row.id for row in store.articles() if row.pipeline_version != VERSION}
    if older:
        for article, reading in packed(folder):
            if article.id in older:
                store.replace(reading, assemble(article, reading))


def packed(folder: Path) -> Iterator[tuple[Article, Reading]]:
    """Each seed with its reading, by name."""
    for path in sorted(folder.glob(f"*{ENDING}")):
        text = path.with_name(path.name.removesuffix(ENDING) + ".txt")
        try:
            yield plain.read(text.read_bytes(), None), msgspec.json.decode(path.read_bytes(), type=Packed).reading
        except (OSError, msgspec.DecodeError) as error:
            raise StoreError.unusable_seed(path.name, str(error)) from error

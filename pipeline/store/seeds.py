"""The articles that a new store holds, read beforehand so that the first start needs no model.

``python -m pipeline.seeding`` writes the readings, with the same pipeline that reads a user's articles.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import msgspec

from pipeline import VERSION
from pipeline.assembly import assemble
from pipeline.domain import Article, Reading, article_id
from pipeline.errors import StoreError
from pipeline.readers import plain
from pipeline.readers.drafts import headline, with_given
from pipeline.store.store import Store

FOLDER = Path(__file__).parents[2] / "seeds"
ENDING = ".reading.json"
METADATA = "articles.toml"


class SeedMetadata(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a seed says of itself beside its text."""

    outlet: str | None = None
    published: date | None = None


class Packed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A reading and the version of the pipeline that made it."""

    pipeline_version: str
    reading: Reading


def load_seeds(store: Store, folder: Path = FOLDER) -> None:
    """Fill a store that was never written to; renew the seeds in it that an older pipeline has read.

    A seed that was removed stays removed. Raises StoreError if a packed reading cannot be used.
    """
    if not store.takes_writes:
        return
    if store.version() == 0:
        for sample, reading in list(packed_seeds(folder)):
            store.add(reading, assemble(sample, reading))
        return
    older = {row.id for row in store.articles() if row.pipeline_version != VERSION}
    if older:
        for sample, reading in packed_seeds(folder):
            if sample.id in older:
                store.replace(reading, assemble(sample, reading))


def packed_seeds(folder: Path) -> Iterator[tuple[Article, Reading]]:
    """Each seed with its reading, by name."""
    for path in sorted(folder.glob(f"*{ENDING}")):
        text = path.with_name(path.name.removesuffix(ENDING) + ".txt")
        try:
            yield article(text), msgspec.json.decode(path.read_bytes(), type=Packed).reading
        except (OSError, ValueError) as error:
            raise StoreError.unusable_seed(path.name, str(error)) from error


def article(path: Path) -> Article:
    """The article of a text file, with what ``METADATA`` beside it gives for its name; its language is known."""
    given = metadata(path.with_name(METADATA)).get(path.stem, SeedMetadata())
    text = plain.text_of(path.read_bytes())
    own = Article(article_id(text), text, headline(text))
    return with_given(own, outlet=given.outlet, published=given.published)


@cache
def metadata(path: Path) -> dict[str, SeedMetadata]:
    return msgspec.convert(tomllib.loads(path.read_text("utf-8")), dict[str, SeedMetadata]) if path.is_file() else {}


@cache
def samples() -> frozenset[str]:
    """The ids of the articles that a new store holds."""
    return frozenset(article_id(plain.text_of(path.read_bytes())) for path in FOLDER.glob("*.txt"))

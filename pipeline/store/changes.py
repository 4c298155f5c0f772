"""What changed in a store since a moment of its history: articles that were written, and those that were removed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import msgspec
from sqlalchemy import Connection, and_, delete, or_, select

from pipeline import codec
from pipeline.corrections import Entry, overlay
from pipeline.domain import Analysis
from pipeline.store import correction_log
from pipeline.store.bulk import insert_rows
from pipeline.store.tables import article_changes, articles, changes, readings


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A moment of a store's history: all changes up to that of this article in this version."""

    version: int = 0
    article: str = ""


@dataclass(frozen=True, slots=True)
class ChangedArticle:
    """An article as it is now, corrections laid over it, and where its sentences begin and end.

    ``analysis`` is None if the article was removed, or what was kept of it is damaged.
    """

    id: str
    removed: bool = False
    title: str | None = None
    outlet: str | None = None
    published: date | None = None
    sentences: tuple[tuple[int, int], ...] = ()
    analysis: Analysis | None = None


@dataclass(frozen=True, slots=True)
class Changes:
    """The next changes in the order of their versions, the position after them, and whether there are no more."""

    articles: tuple[ChangedArticle, ...]
    position: Position
    complete: bool


class Sentences(msgspec.Struct, frozen=True):
    """Of a reading, where its sentences stand; the rest is not decoded."""

    sentences: tuple[tuple[int, int], ...]


_sentence_decoder = msgspec.json.Decoder(Sentences)


def note(connection: Connection, *found: str) -> int:
    """Write down that articles change in this version, which is the answer; the caller holds the transaction."""
    connection.execute(delete(article_changes).where(article_changes.c.article.in_(found)))
    version = int(connection.execute(select(changes.c.version)).scalar_one())
    insert_rows(connection, article_changes, [{"article": article, "version": version} for article in found])
    return version


def since(connection: Connection, position: Position, limit: int) -> Changes:
    """At most ``limit`` articles that changed after ``position``.

    What is written while this reads has a later version and comes again: so nothing is missed without a lock.
    """
    version = int(connection.execute(select(changes.c.version)).scalar_one())
    number, id_ = article_changes.c.version, article_changes.c.article
    later = or_(number > position.version, and_(number == position.version, id_ > position.article))
    found = connection.execute(select(number, id_).where(later).order_by(number, id_).limit(limit)).all()
    reached = Position(*found[-1]) if found else position
    complete = len(found) < limit
    ids = [row.article for row in found]
    here = {article.id: article for article in changed_articles(connection, ids)}
    return Changes(
        tuple(here.get(id_, ChangedArticle(id_, removed=True)) for id_ in ids),
        max(reached, Position(version)) if complete else reached,
        complete,
    )


def added_after(connection: Connection, version: int) -> frozenset[str]:
    """The articles that came in in a later version and were not removed."""
    return frozenset(connection.scalars(select(articles.c.id).where(articles.c.added > version)))


def changed_articles(connection: Connection, ids: Collection[str]) -> Iterator[ChangedArticle]:
    """The articles of these that are here, in no order."""
    columns = (
        articles.c.id,
        articles.c.title,
        articles.c.outlet,
        articles.c.published,
        readings.c.reading,
        readings.c.analysis,
    )
    query = select(*columns).join(readings, readings.c.article == articles.c.id).where(articles.c.id.in_(ids))
    rows = connection.execute(query).mappings().all()
    corrections: dict[str, list[Entry]] = {}
    for entry in correction_log.entries(connection, ids):
        corrections.setdefault(entry.correction.article, []).append(entry)
    for row in rows:
        yield changed_article(row, corrections.get(row["id"], ()))


def changed_article(row: Mapping[Any, Any], entries: Iterable[Entry]) -> ChangedArticle:
    """What was kept of an article, with its corrections; without an analysis if that is damaged."""
    described = ChangedArticle(row["id"], False, row["title"], row["outlet"], row["published"])
    try:
        corrected, _ = overlay(codec.analysis_from_json(row["analysis"]), entries)
        sentences = _sentence_decoder.decode(row["reading"]).sentences
    except msgspec.DecodeError:
        return described
    return replace(described, sentences=sentences, analysis=corrected)

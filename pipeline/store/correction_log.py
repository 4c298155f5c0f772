"""The log of corrections; the caller holds the transaction."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

import msgspec
from sqlalchemy import Connection, insert, select, update

from pipeline import codec
from pipeline.corrections import OF_OUTLET, STORIES, Correction, Entry
from pipeline.errors import CorrectionError, StoreError
from pipeline.store.tables import articles, corrections


def entries(connection: Connection, of_articles: Collection[str] | None = None) -> list[Entry]:
    """All corrections, or those of some articles, in the order in which they were made."""
    query = select(corrections).order_by(corrections.c.number)
    if of_articles is not None:
        query = query.where(corrections.c.article.in_(of_articles))
    try:
        return [
            Entry(row.number, codec.correction_from_json(row.correction), row.undone, row.matched)
            for row in connection.execute(query)
        ]
    except msgspec.DecodeError as error:
        raise StoreError.failed("a correction in it is damaged") from error


def log(connection: Connection) -> list[Entry]:
    """All corrections; one of stories is matched only while an article of the others that it names is here."""
    every = entries(connection)
    named = {article for entry in every for article in other_articles(entry)}
    here = set(connection.scalars(select(articles.c.id).where(articles.c.id.in_(named)))) if named else set()
    return [replace(entry, matched=False) if is_of_removed(entry, here) else entry for entry in every]


def is_of_removed(entry: Entry, here: Collection[str]) -> bool:
    """Whether it joins or parts stories, and all the other articles that it names were removed."""
    others = other_articles(entry)
    return bool(others) and others.isdisjoint(here)


def other_articles(entry: Entry) -> set[str]:
    change = entry.correction.change
    return {story.article for story in change.stories} if change.field in STORIES else set()


def append(connection: Connection, correction: Correction) -> int:
    """Its number."""
    document = codec.to_json(correction)
    values = {"article": owner(correction), "correction": document, "undone": False, "matched": True}
    return int(connection.execute(insert(corrections).values(values).returning(corrections.c.number)).scalar_one())


def owner(correction: Correction) -> str | None:
    """The article that it corrects and goes with; None for the grade of an outlet."""
    return None if correction.change.field == OF_OUTLET else correction.article


def set_undone(connection: Connection, number: int, undone: bool) -> str | None:
    """The article that it corrects, if it does any. Raises CorrectionError for a number that is not there."""
    query = update(corrections).where(corrections.c.number == number).values(undone=undone)
    found = connection.execute(query.returning(corrections.c.article)).first()
    if found is None:
        raise CorrectionError.unknown(number)
    return None if found.article is None else str(found.article)


def sign_entry(connection: Connection, number: int, *, author: str | None, reason: str | None) -> str | None:
    """Give a correction another author or reason where one is given; the article that it corrects, if it does any.

    Raises CorrectionError for a number that is not there.
    """
    of_number = corrections.c.number == number
    document = connection.scalar(select(corrections.c.correction).where(of_number))
    if document is None:
        raise CorrectionError.unknown(number)
    kept = codec.correction_from_json(document)
    signed = replace(
        kept,
        author=kept.author if author is None else author,
        reason=kept.reason if reason is None else reason,
    )
    connection.execute(update(corrections).where(of_number).values(correction=codec.to_json(signed)))
    return owner(kept)


def set_lost(connection: Connection, article: str, lost: Collection[int]) -> None:
    """Note which corrections of an article find their target no more."""
    of_article = update(corrections).where(corrections.c.article == article)
    connection.execute(of_article.values(matched=corrections.c.number.not_in(lost)))

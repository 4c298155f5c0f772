"""Putting an article and all that follows from it into the tables; the caller holds the transaction."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

import msgspec
from sqlalchemy import Connection, delete, select, update
from sqlalchemy import Row as SQLRow

import pipeline
from pipeline import codec
from pipeline.assembly import assemble
from pipeline.corrections import Correction, overlay
from pipeline.domain import Analysis, Article, Basis, Reading
from pipeline.errors import StoreError
from pipeline.readers import OUTLET_LENGTH, TITLE_LENGTH, URL_LENGTH, check_published, cleaned
from pipeline.store import changes as history
from pipeline.store import correction_log
from pipeline.store.bulk import Row, insert_rows
from pipeline.store.rows import Description
from pipeline.store.tables import articles, changes, readings

T = TypeVar("T")
ArticleRows = tuple[Row, Row]
"""Of an article: its row of ``articles``, and that of ``readings``."""
READ_NOW: Row = {"pipeline_version": pipeline.VERSION}
"""What an article has with a reading that this version made."""


def begin_write(connection: Connection) -> None:
    """Make other writers wait, so that what is read from here on stays true, and count the change."""
    connection.execute(update(changes).values(version=changes.c.version + 1))


def kept_articles(connection: Connection, keys: Collection[str]) -> list[str]:
    """Those articles that are kept already."""
    return list(connection.scalars(select(articles.c.id).where(articles.c.id.in_(keys))))


def insert_articles(connection: Connection, found: Collection[ArticleRows]) -> None:
    """Table by table, since a database takes many rows of one table at once."""
    version = history.note(connection, *(article["id"] for article, _ in found))
    insert_rows(connection, articles, [article | {"added": version} for article, _ in found])
    insert_rows(connection, readings, [reading for _, reading in found])


def rows_of(reading: Reading, analysis: Analysis) -> ArticleRows:
    article = analysis.article
    own = {
        "id": article.id,
        "title": article.title,
        "outlet": article.outlet,
        "url": article.url,
        "received": article.received,
        "words": len(article.text.split()),
        **known_dates(article.published, article.published_basis),
    }
    return own | READ_NOW | derived_columns(analysis) | counts_told(analysis), {"article": article.id} | documents(
        reading, analysis
    )


def known_dates(published: date | None, basis: Basis) -> Row:
    """The publication date as a user gave it, or as the page of the article states it."""
    return {
        "given": published if basis == "given" else None,
        "stated": published if basis == "metadata" else None,
    }


def update_article(connection: Connection, reading: Reading, analysis: Analysis) -> None:
    """Write anew what follows from a reading or a date."""
    article = analysis.article.id
    connection.execute(update(articles).where(articles.c.id == article).values(**derived_columns(analysis)))
    connection.execute(update(readings).where(readings.c.article == article).values(**documents(reading, analysis)))
    count_anew(connection, analysis)


def count_anew(connection: Connection, analysis: Analysis) -> None:
    """Note that an article changes, which corrections find their target, and what it tells when they are applied."""
    article = analysis.article.id
    history.note(connection, article)
    corrected, lost = overlay(analysis, correction_log.entries(connection, [article]))
    correction_log.set_lost(connection, article, lost)
    connection.execute(update(articles).where(articles.c.id == article).values(**counts_told(corrected)))


def correct(connection: Connection, made: Sequence[Correction]) -> tuple[int, ...]:
    """Note corrections and apply them; their numbers. Raises StoreError for an article that is not there."""
    owners = dict.fromkeys(map(correction_log.owner, made))
    of_articles = [stored_article(connection, article) for article in owners if article is not None]
    numbers = tuple(correction_log.append(connection, one) for one in made)
    for _, analysis in of_articles:
        count_anew(connection, analysis)
    return numbers


def undo(connection: Connection, numbers: Sequence[int], undone: bool) -> None:
    """Take corrections back, or make them again."""
    for article in {correction_log.set_undone(connection, number, undone) for number in numbers}:
        if article is not None:
            count_anew(connection, stored_article(connection, article)[1])


def sign_corrections(connection: Connection, numbers: Sequence[int], author: str | None, reason: str | None) -> None:
    """Say who made corrections, or why."""
    for number in numbers:
        if article := correction_log.sign_entry(connection, number, author=author, reason=reason):
            history.note(connection, article)


def replace_reading(connection: Connection, article: str, reading: Reading) -> None:
    """Take a reading that this version made."""
    assemble_anew(connection, article, reading)
    connection.execute(update(articles).where(articles.c.id == article).values(READ_NOW))


def assemble_anew(connection: Connection, article: str, reading: Reading) -> Analysis:
    """What a reading gives with the text and the metadata that are here."""
    analysis = assemble(draft(connection, article), reading)
    update_article(connection, reading, analysis)
    return analysis


def give_date(connection: Connection, article: str, published: date | None) -> Analysis:
    """Raises ArticleError for a day after the one on which the article was received."""
    if published:
        check_published(published, draft(connection, article).received)
    connection.execute(update(articles).where(articles.c.id == article).values(given=published))
    return assemble_anew(connection, article, stored_article(connection, article)[0])


def describe(connection: Connection, article: str, description: Description) -> None:
    """Give an article another title, outlet and address; its date is asked of them anew where nobody gave one."""
    reading, _ = stored_article(connection, article)
    described = replace(
        draft(connection, article),
        title=cleaned(description.title, TITLE_LENGTH),
        outlet=cleaned(description.outlet, OUTLET_LENGTH),
        url=cleaned(description.url, URL_LENGTH),
    )
    names = {"title": described.title, "outlet": described.outlet, "url": described.url}
    connection.execute(update(articles).where(articles.c.id == article).values(names))
    update_article(connection, reading, assemble(described, reading))


def remove_article(connection: Connection, article: str) -> None:
    if not connection.execute(delete(articles).where(articles.c.id == article)).rowcount:
        raise StoreError.unknown_article(article)
    history.note(connection, article)


def stored_article(connection: Connection, article: str) -> tuple[Reading, Analysis]:
    row = kept_row(connection, article)
    return decoded(codec.reading_from_json, row.reading, article), decoded(
        codec.analysis_from_json, row.analysis, article
    )


def kept_row(connection: Connection, article: str) -> SQLRow[Any]:
    row = connection.execute(select(readings).where(readings.c.article == article)).first()
    if row is None:
        raise StoreError.unknown_article(article)
    return row


def text(analysis: bytes, article: str) -> str:
    """The text in what was kept of an article."""
    return decoded(codec.text_from_json, analysis, article)


def decoded(decode: Callable[[bytes], T], document: bytes, article: str) -> T:
    try:
        return decode(document)
    except msgspec.DecodeError as error:
        raise StoreError.damaged_reading(article) from error


def draft(connection: Connection, article: str) -> Article:
    """The article as it was before anything was concluded from its text."""
    text = decoded(codec.analysis_from_json, kept_row(connection, article).analysis, article).article
    known = connection.execute(select(articles.c.given, articles.c.stated).where(articles.c.id == article)).one()
    return replace(
        text,
        published=known.given or known.stated,
        published_basis="given" if known.given else "metadata" if known.stated else "unknown",
        published_candidates=(),
        published_reasons=(),
    )


def derived_columns(analysis: Analysis) -> Row:
    article = analysis.article
    return {
        "published": article.published,
        "published_basis": article.published_basis,
        "published_candidates": tuple(day.isoformat() for day in article.published_candidates),
    }


def counts_told(analysis: Analysis) -> Row:
    """How much an article tells of."""
    return {"events": len(analysis.events), "movements": len(analysis.movements)}


def documents(reading: Reading, analysis: Analysis) -> Row:
    return {"reading": codec.to_json(reading), "analysis": codec.to_json(analysis)}

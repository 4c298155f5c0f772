"""Excerpts of made-up rows, with everything but what matters filled in."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from pipeline.domain import Analysis, Article, Extent
from pipeline.exports.excerpt import Excerpt, ExportedRow, Scope
from pipeline.index import Counts, Happening, ReportRow, SourceRow, Totals
from pipeline.store import ArticleRow

MADE = datetime(2024, 5, 6, 7, 8, 9, tzinfo=UTC)
ARTICLE = ArticleRow(
    id="a0",
    title="A visit",
    outlet="The Tagus Post",
    url="https://tagus.example/visit",
    published=date(2019, 3, 8),
    basis="given",
    candidates=(),
    received=None,
    words=9,
    events=1,
    movements=1,
    pipeline_version="1",
)
ANALYSIS = Analysis(Article("a0", "A text."), (), (), (), (), (), (), ())


def report(row: Happening, *sources: str, sentence: str | None = None) -> ReportRow:
    return ReportRow(
        article=row.article,
        title=row.title,
        outlet=row.outlet,
        evidence=Extent(0, 9, sentence or row.evidence),
        trigger=Extent(4, 8, "word"),
        sources=tuple(SourceRow(None, name, "said") for name in sources),
        status=row.status,
        factuality="CT+",
        first=row.first,
        last=row.last,
        edtf=None,
    )


def told(row: Happening, *sources: str, article: ArticleRow = ARTICLE) -> ExportedRow:
    return ExportedRow(row, article, (report(row, *sources),))


def excerpt(*rows: Happening | ExportedRow, scope: Scope | None = None, **fields: Any) -> Excerpt:
    found = tuple(row if isinstance(row, ExportedRow) else told(row) for row in rows)
    given: dict[str, Any] = {
        "matching": len(found),
        "counts": Counts(Totals(1, len(found), 0, 0, 0), ()),
        "quoted": (),
        "analyses": {"a0": ANALYSIS},
        "corrections": (),
    }
    return Excerpt(scope or Scope(), MADE, found, **(given | fields))

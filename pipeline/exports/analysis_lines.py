"""JSON lines of the analysis format: whole articles, with those events and movements that match. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields

import msgspec

from pipeline.exports.excerpt import Excerpt, restrict
from pipeline.store import ArticleRow


def as_jsonl(excerpt: Excerpt) -> bytes:
    """A line each; ``grades`` stands beside what the format has of an analysis."""
    reports: dict[str, dict[str, str]] = {}
    for told in excerpt.told:
        reports.setdefault(told.article.id, {})[told.row.id] = excerpt.grade(told).report
    return b"".join(_line(excerpt, article, reports[article.id]) + b"\n" for article in excerpt.articles)


def _line(excerpt: Excerpt, article: ArticleRow, reports: Mapping[str, str]) -> bytes:
    analysis = restrict(excerpt, excerpt.analyses[article.id])
    found = {field.name: getattr(analysis, field.name) for field in fields(analysis)}
    return msgspec.json.encode(
        found | {"grades": {"outlet": excerpt.grades.reliability(article.outlet), "reports": reports}}
    )

"""JSON lines of the analysis format: whole articles, with those events and movements that match. Pure."""

from __future__ import annotations

from pipeline import codec
from pipeline.exports.excerpt import Excerpt, restricted


def as_jsonl(excerpt: Excerpt) -> bytes:
    return b"".join(
        codec.to_json(restricted(excerpt, excerpt.analyses[article.id])) + b"\n" for article in excerpt.articles
    )

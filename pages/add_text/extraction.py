"""Reading one article at a time with the language model, which is imported here, when the first text is added."""

from __future__ import annotations

import threading
from dataclasses import dataclass, replace
from datetime import date

from pipeline.assembly import assemble
from pipeline.domain import Analysis, Article, Reading

_ONE_AT_A_TIME = threading.Lock()


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in a text, before anything of it is kept."""

    reading: Reading
    analysis: Analysis


def extract(article: Article) -> Found:
    """Read an article. The model serves all sessions of the server in turn."""
    from pipeline import analysis

    with _ONE_AT_A_TIME:
        reading = analysis.read(article.text)
    return Found(reading, assemble(article, reading))


def dated(found: Found, published: date | None) -> Found:
    """The same reading under another publication date; None leaves it to the text."""
    article = replace(
        found.analysis.article,
        published=published,
        published_basis="given" if published else "unknown",
        published_candidates=(),
        published_reasons=(),
    )
    return Found(found.reading, assemble(article, found.reading))

"""Reading + publication date -> Analysis, without parsing: what lets an article be re-dated at once.

Pure: the same article and reading give the same analysis on any day, ids included.
"""

from __future__ import annotations

from dataclasses import replace

from pipeline import dates
from pipeline.domain import Analysis, Article, Reading
from pipeline.merging import Context, merge_events, merge_movements, order_events, with_confidence, with_journeys


def assemble(article: Article, reading: Reading) -> Analysis:
    """Resolve the dates of a reading and merge its reports into events and movements.

    An article with a publication date keeps it and its basis; for one without, the date is inferred from the text, or
    stays unknown with the candidates that the text leaves.
    """
    article = with_publication_date(article, reading)
    timexes = dates.resolve(reading.expressions, article.published)
    context = Context.of(article, reading, timexes)
    events = merge_events(reading.events, context)
    movements = merge_movements(reading.movements, events, context)
    return Analysis(
        article=article,
        timexes=timexes,
        places=reading.places,
        entities=reading.entities,
        attributions=reading.attributions,
        predicates=reading.predicates,
        events=with_confidence(order_events(with_journeys(events, movements))),
        movements=with_confidence(movements),
    )


def with_publication_date(article: Article, reading: Reading) -> Article:
    """The article with the publication date that was given, or the one its text gives away."""
    if article.published is not None:
        return article
    found = dates.infer_publication(article.text, article.title, article.url, reading.expressions, article.received)
    return replace(
        article,
        published=found.published,
        published_basis=found.basis,
        published_candidates=found.candidates,
        published_reasons=found.reasons,
    )

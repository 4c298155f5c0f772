"""Article -> Reading -> Analysis: the only bridge from spaCy's Doc to the domain."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc

from pipeline import model
from pipeline.assembly import assemble
from pipeline.components import slots
from pipeline.domain import Analysis, Article, Reading


def analyse(article: Article) -> Analysis:
    """All that the pipeline takes from one article."""
    return assemble(article, read(article.text))


def analyse_all(articles: Iterable[Article]) -> Iterator[Analysis]:
    """Analyses in the order of the articles, parsed in batches."""
    texts = ((article.text, article) for article in articles)
    for doc, article in model.load().pipe(texts, as_tuples=True):
        yield assemble(article, reading(doc))


def read(text: str, nlp: Language | None = None) -> Reading:
    """What parsing a text gives, before any publication date."""
    return reading((nlp or model.load())(text))


def reading(doc: Doc) -> Reading:
    """The findings that the components left on a Doc."""
    return Reading(
        sentences=tuple((sent.start_char, sent.end_char) for sent in doc.sents),
        expressions=slots.EXPRESSIONS.read(doc),
        places=slots.PLACES.read(doc),
        entities=slots.ENTITIES.read(doc),
        attributions=slots.ATTRIBUTIONS.read(doc),
        predicates=slots.PREDICATES.read(doc),
        events=slots.EVENTS.read(doc),
        movements=slots.MOVEMENTS.read(doc),
    )

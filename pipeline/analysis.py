"""Article -> Reading -> Analysis: the only bridge from spaCy's Doc to the domain."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc

from pipeline import model
from pipeline.assembly import assemble
from pipeline.components import slots
from pipeline.domain import Analysis, Article, Reading
from pipeline.normalization import normalized, restored


def analyse(article: Article) -> Analysis:
    """All that the pipeline takes from one article."""
    return assemble(article, read(article.text))


def analyse_all(articles: Iterable[Article]) -> Iterator[Analysis]:
    """Analyses in the order of the articles, parsed in batches."""
    nlp = model.load()
    texts = ((article, normalized(article.text, nlp)) for article in articles)
    for doc, (article, read) in nlp.pipe(((read.text, (article, read)) for article, read in texts), as_tuples=True):
        yield assemble(article, restored(reading(doc), read))


def read(text: str, nlp: Language | None = None) -> Reading:
    """What parsing a text gives, before any publication date."""
    nlp = nlp or model.load()
    as_read = normalized(text, nlp)
    return restored(reading(nlp(as_read.text)), as_read)


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

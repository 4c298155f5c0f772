"""Article -> Reading -> Analysis: the only bridge from spaCy's Doc to the domain."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import tee

from spacy.language import Language
from spacy.tokens import Doc

from pipeline import codec, model
from pipeline.assembly import assemble
from pipeline.components import slots
from pipeline.domain import Analysis, Article, Reading
from pipeline.normalization import normalize, restore_offsets
from pipeline.parsing import parsed

ENGLISH = "en"
UNREAD = Reading((), (), (), (), (), (), (), ())
"""What is found in a text of another language: it is kept, and never read as English."""


def analyse(article: Article) -> Analysis:
    """All that the pipeline takes from one article."""
    return assemble(article, read(article.text) if article.language == ENGLISH else UNREAD)


def read_all(articles: Iterable[Article]) -> Iterator[tuple[Reading, Analysis]]:
    """Readings and analyses in the order of the articles, parsed in batches."""
    nlp = model.load()
    given, asked = tee(articles)
    texts, again = tee(normalize(article.text, nlp) for article in asked if article.language == ENGLISH)
    docs = zip(parsed(nlp, (each.text for each in texts)), again, strict=True)
    for article in given:
        if article.language == ENGLISH:
            doc, as_read = next(docs)
            found = restore_offsets(reading(doc), as_read)
        else:
            found = UNREAD
        yield found, assemble(article, found)


def read(text: str, nlp: Language | None = None) -> Reading:
    """What parsing a text gives, before any publication date."""
    nlp = nlp or model.load()
    as_read = normalize(text, nlp)
    return restore_offsets(reading(next(parsed(nlp, [as_read.text]))), as_read)


@model.rarely_collected()
def answer(request: bytes) -> bytes:
    """What a process of its own does with a text that stands behind its language; without any, it loads the model."""
    language, _, text = request.decode("utf-8", "surrogatepass").partition("\n")
    return codec.to_json(read(text) if language in ("", ENGLISH) else UNREAD)


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

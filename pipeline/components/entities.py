"""Entities: who and what the text names, each with all its mentions."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from pipeline.components import slots
from pipeline.components.coreference.cluster_entities import entities as described
from pipeline.components.coreference.resolve import resolve
from pipeline.components.coreference.split_antecedents import split_antecedents_of
from pipeline.components.coreference.text import Text
from pipeline.domain import Entity, EntityKind

NAME = "dateline_entities"
LABELS: dict[EntityKind, tuple[str, ...]] = {
    "person": ("PERSON",),
    "organization": ("ORG", "NORP"),
    "country": ("GPE", "NORP"),
    "place": ("GPE", "LOC", "FAC"),
    "facility": ("FAC", "ORG"),
    "group": ("NORP", "ORG"),
}


@Language.component(NAME)
def entities(doc: Doc) -> Doc:
    text = Text.of(doc)
    clusters = resolve(text, slots.PLACES.read(doc))
    found = list(described(clusters, text))
    slots.ENTITIES.write(doc, found)
    slots.SPLIT_ANTECEDENTS.write(doc, list(split_antecedents_of(clusters)))
    if mended := relabelled_spans(doc, found):
        taken = {i for span in mended for i in range(span.start, span.end)}
        kept = (ent for ent in doc.ents if taken.isdisjoint(range(ent.start, ent.end)))
        doc.ents = filter_spans([*mended, *kept])
    return doc


def relabelled_spans(doc: Doc, found: list[Entity]) -> list[Span]:
    """Names whose entity is of another kind than the model's label, under the label of that kind.

    What comes after reads the labels: "Chaffetz" that the model takes for an organization speaks as a person. A name
    inside another leaves its label alone: the country of "Air India" orders no jets.
    """
    named = (
        (doc.char_span(mention.start, mention.end), LABELS[entity.kind])
        for entity in found
        if entity.kind in LABELS
        for mention in entity.mentions
        if mention.form == "name"
    )
    spans = [(span, labels) for span, labels in named if span is not None]
    wide = {(span.start, span.end) for span in filter_spans([span for span, _ in spans])}
    return [
        Span(doc, span.start, span.end, label=labels[0])
        for span, labels in spans
        if (span.start, span.end) in wide and span.root.ent_type_ not in labels
    ]


def find_entities(doc: Doc) -> list[Entity]:
    """The entities of a parsed text, in the order of their first mention."""
    text = Text.of(doc)
    return list(described(resolve(text, slots.PLACES.read(doc)), text))

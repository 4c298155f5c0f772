"""From a parsed text and its places to clusters of mentions: rules from the surest to the least sure."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from pipeline.components.coreference import constructions, descriptions, names, nominals, pronouns, same_name
from pipeline.components.coreference.candidates import Cluster
from pipeline.domain import Place


def resolve(doc: Doc, places: Sequence[Place]) -> list[Cluster]:
    """The clusters of a text in the order of their first mention."""
    named = names.find(doc, places)
    same_name.join(named)
    candidates = sorted([*named, *nominals.find(doc, named)], key=lambda one: (one.first, -one.last))
    constructions.join(doc, {one.head.i: one for one in candidates})
    descriptions.join(candidates)
    pronouns.join(candidates, {sentence.start: i for i, sentence in enumerate(doc.sents)})
    return list({id(one.cluster): one.cluster for one in candidates}.values())

"""From a parsed text and its places to clusters of mentions: rules from the surest to the least sure."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from pipeline.components.coreference import (
    constructions,
    descriptions,
    names,
    nominals,
    pronouns,
    same_name,
    speakers,
)
from pipeline.components.coreference.candidates import Cluster
from pipeline.domain import Place


def resolve(doc: Doc, places: Sequence[Place]) -> list[Cluster]:
    """The clusters of a text in the order of their first mention."""
    named = names.find(doc, places)
    same_name.join(named)
    candidates = sorted([*named, *nominals.find(doc, named)], key=lambda one: (one.first, -one.last))
    by_head = {one.head.i: one for one in reversed(candidates)}
    sentences = {sentence.start: i for i, sentence in enumerate(doc.sents)}
    constructions.join(doc, candidates, by_head)
    descriptions.join(candidates, sentences)
    turns = speakers.turns(doc, by_head)
    speakers.join(candidates, turns)
    pronouns.join(candidates, by_head, sentences, turns)
    return list({id(one.cluster): one.cluster for one in candidates}.values())

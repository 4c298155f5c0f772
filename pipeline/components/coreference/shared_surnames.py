"""Whom a surname means that several people of a text have: "Ivan Kos resigned. His wife, Maria Kos, left. Kos ..."."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.components.coreference.candidates import Candidate, Cluster
from pipeline.components.grammar import labels, vocabulary

RELATIVE = 0.5
"""What a mention of somebody counts who is introduced as another's relative."""


def named_most(bearers: Sequence[Candidate], short: Candidate) -> Cluster | None:
    """The person named most so far, where somebody's relative counts half: "Kos resigned. His wife, Maria Kos, left".

    Of two who are named as often the one named last, if that was as the subject of a sentence of its own; else nobody.
    """
    last = {id(name.cluster): name for name in bearers}
    if len(last) == 1:
        return bearers[-1].cluster
    times = {one: named_before(name.cluster, short) for one, name in last.items()}
    best, rival = sorted(last.values(), key=lambda name: (times[id(name.cluster)], name.first), reverse=True)[:2]
    is_later = best.sentence != rival.sentence and best.head.dep_ in labels.SUBJECTS
    return best.cluster if is_later or times[id(best.cluster)] > times[id(rival.cluster)] else None


def named_before(person: Cluster, short: Candidate) -> float:
    told = [name for name in person.candidates if name.first < short.first]
    return len(told) * (RELATIVE if any(map(is_relative, told)) else 1.0)


def is_relative(name: Candidate) -> bool:
    """Whether a noun beside a name says that it is a relative's: "her brother Luis Dias", "Luis Dias, her brother"."""
    head, doc = name.head, name.head.doc
    beside = [doc[name.first - 1]] if name.first else []
    beside += [head.head] if head.dep_ == "appos" else []
    beside += [child for child in head.rights if child.dep_ == "appos"]
    return any(noun.lemma_.lower() in vocabulary.references().relatives for noun in beside)

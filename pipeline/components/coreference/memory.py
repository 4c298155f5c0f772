"""What a text has named so far, for the phrases that take it up."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from pipeline.components.coreference.candidates import Candidate, Cluster
from pipeline.components.grammar import vocabulary
from pipeline.domain import EntityKind


@dataclass(slots=True)
class Memory:
    """What a text has named so far, by the words in which a later phrase may take it up.

    ``names`` are by their head; ``barred`` are the ids of the clusters that the phrase at hand cannot mean.
    """

    worded: dict[tuple[str, ...], list[Candidate]] = field(default_factory=lambda: defaultdict(list))
    headed: dict[str, list[Candidate]] = field(default_factory=lambda: defaultdict(list))
    sorts: dict[EntityKind, list[Candidate]] = field(default_factory=lambda: defaultdict(list))
    minors: list[Candidate] = field(default_factory=list)
    names: dict[int, Candidate] = field(default_factory=dict)
    barred: frozenset[int] = frozenset()

    def add(self, one: Candidate) -> None:
        if one.form == "pronoun" or one.determiner in ("quantified", "qualifying"):
            return
        self.worded[one.words].append(one)
        for noun in {one.role.noun} if one.role else {one.head.lower_, one.words[-1]}:
            self.headed[noun].append(one)
        if one.form == "name":
            self.names[one.head.i] = one
        kind = one.cluster.kind
        if one.form == "nominal" and one.number == "one" and one.head.lower_ in vocabulary.references().minors:
            self.minors.append(one)
        if kind == "vehicle" or (one.cluster.names and kind is not None):
            self.sorts[kind].append(one)


def joinable(phrase: Candidate, cluster: Cluster) -> bool:
    return cluster is not phrase.cluster and cluster.agrees(phrase.cluster)


def is_of_headline(one: Candidate) -> bool:
    """Whether a noun that the text begins with lacks the article that it would have in a sentence."""
    is_bare_noun = one.form == "nominal" and one.determiner == "none"
    return is_bare_noun and one.number == "one" and one.sentence == 0

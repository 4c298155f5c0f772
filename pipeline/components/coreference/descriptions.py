"""Which entity a definite noun phrase means: "the minister", "the company", "North Korea's leader"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.components.coreference import vocabulary
from pipeline.components.coreference.candidates import Candidate, Cluster, Role
from pipeline.components.coreference.pronouns import excluded
from pipeline.components.coreference.roles import may_be, shelf
from pipeline.components.coreference.salience import most_salient
from pipeline.domain import EntityKind

FORWARD = 1
POINTS_BACK = frozenset({"definite", "demonstrative", "possessive"})
NEW = frozenset({"indefinite", "quantified"})


@dataclass(slots=True)
class Memory:
    """What a text has named so far, by the words in which a later phrase may take it up."""

    worded: dict[tuple[str, ...], list[Candidate]] = field(default_factory=lambda: defaultdict(list))
    headed: dict[str, list[Candidate]] = field(default_factory=lambda: defaultdict(list))
    sorts: dict[EntityKind, list[Candidate]] = field(default_factory=lambda: defaultdict(list))

    def add(self, one: Candidate) -> None:
        if one.form == "pronoun" or one.determiner == "quantified":
            return
        self.worded[one.words].append(one)
        for noun in {one.role.noun} if one.role else {one.head.lower_, one.words[-1]}:
            self.headed[noun].append(one)
        kind = one.cluster.kind
        if kind == "vehicle" or (one.form == "name" and kind is not None):
            self.sorts[kind].append(one)


def join(candidates: Sequence[Candidate]) -> None:
    """Join each noun phrase that points back, in the order of the text."""
    memory = Memory()
    holders = office_holders(candidates)
    for phrase in candidates:
        if phrase.form == "nominal" and phrase.kind is not None and phrase.role is not None:
            found = earlier(phrase, memory, holders)
            if found is not None:
                found.absorb(phrase.cluster)
        memory.add(phrase)


def earlier(phrase: Candidate, memory: Memory, holders: Mapping[str, Sequence[Candidate]]) -> Cluster | None:
    return by_role(phrase, holders) or by_words(phrase, memory) or by_head(phrase, memory) or by_sort(phrase, memory)


def office_holders(candidates: Iterable[Candidate]) -> dict[str, list[Candidate]]:
    """Who is known by an office, by what offices of one name have in common."""
    holders: dict[str, list[Candidate]] = defaultdict(list)
    for one in candidates:
        for role in one.cluster.roles if one.form == "name" else {one.role}:
            if role is not None and one.cluster.kind == "person":
                holders[shelf(role.noun)].append(one)
    return holders


def joinable(phrase: Candidate, cluster: Cluster) -> bool:
    return cluster is not phrase.cluster and cluster.agrees(phrase.cluster)


def by_role(phrase: Candidate, holders: Mapping[str, Sequence[Candidate]]) -> Cluster | None:
    """The person known by that office who was named last, or, failing that, is named next."""
    role = phrase.role
    if role is None or phrase.kind != "person" or phrase.number != "one" or phrase.determiner in NEW:
        return None
    if phrase.determiner == "none" and not role.modifiers:
        return None
    sharing = holders.get(shelf(role.noun), ())
    known = {
        id(one.cluster): one.cluster
        for one in sharing
        if is_near(phrase, one.cluster) and is_called(phrase, one.cluster)
    }
    return min(known.values(), key=lambda cluster: distance(phrase, cluster), default=None)


def is_near(phrase: Candidate, cluster: Cluster) -> bool:
    """Whether somebody was named before, or, of what says whose office it is, is named no later than a sentence on."""
    told = min(one.sentence for one in cluster.candidates)
    return told <= phrase.sentence + FORWARD or any(one.first < phrase.first for one in cluster.candidates)


def is_called(phrase: Candidate, cluster: Cluster) -> bool:
    return joinable(phrase, cluster) and any(
        role is not None and phrase.role is not None and may_be(phrase.role, role, cluster.country)
        for role in cluster.roles
    )


def distance(phrase: Candidate, cluster: Cluster) -> tuple[bool, int]:
    """How far the nearest mention of a cluster is, those before the phrase first."""
    before = [phrase.first - one.first for one in cluster.candidates if one.first < phrase.first]
    after = [one.first - phrase.first for one in cluster.candidates if one.first > phrase.first]
    return (False, min(before)) if before else (True, min(after, default=0))


def by_words(phrase: Candidate, memory: Memory) -> Cluster | None:
    """An earlier phrase or name in the same words: "the Indonesian navy" for the Indonesian Navy."""
    if phrase.determiner in NEW:
        return None
    return next((one.cluster for one in reversed(memory.worded[phrase.words]) if joinable(phrase, one.cluster)), None)


def by_head(phrase: Candidate, memory: Memory) -> Cluster | None:
    """An earlier phrase or name with the same head that says at least as much: "the court" for the Supreme Court."""
    if phrase.determiner not in POINTS_BACK or phrase.role is None:
        return None
    for other in reversed(memory.headed[phrase.role.noun]):
        if joinable(phrase, other.cluster) and says_as_much(phrase, other):
            return other.cluster
    return None


def says_as_much(phrase: Candidate, other: Candidate) -> bool:
    role = phrase.role
    if role is None:
        return False
    if other.form == "name":
        headed = role.noun in (other.head.lower_, other.words[-1])
        return headed and other.kind != "person" and role.modifiers <= {*other.words, other.country}
    if other.role is None or other.determiner == "quantified" or other.role.noun != role.noun:
        return False
    if role.modifiers <= other.role.modifiers:
        return True
    return (
        phrase.kind != "person"
        and of_one_country(role, other.role)
        and not role.modifiers & vocabulary.references().contrasting
    )


def of_one_country(one: Role, other: Role) -> bool:
    """Whether both descriptions name the same country: "the six-member Afghan team" for "an Afghan team"."""
    nation = one.countries()
    return bool(nation) and nation == other.countries()


def by_sort(phrase: Candidate, memory: Memory) -> Cluster | None:
    """The most salient named thing of the sort that the noun says: "the country"."""
    bare = phrase.determiner in ("definite", "demonstrative") and phrase.number == "one"
    sort = vocabulary.sorts().get(phrase.role.noun) if bare and phrase.role and not phrase.role.modifiers else None
    return most_salient(phrase, [one for one in memory.sorts[sort] if not excluded(phrase, one)]) if sort else None

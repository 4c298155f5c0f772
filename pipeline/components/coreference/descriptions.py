"""Which entity a definite noun phrase means: "the minister", "the company", "North Korea's leader"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.components.coreference.candidates import Candidate, Cluster, Role
from pipeline.components.coreference.nominals import YEAR_OLD
from pipeline.components.coreference.pronouns import excluded
from pipeline.components.coreference.roles import may_be, shelf
from pipeline.components.coreference.salience import most_salient
from pipeline.components.coreference.same_name import are_two
from pipeline.components.grammar import vocabulary
from pipeline.domain import EntityKind

FORWARD = 1
CLEARLY = 1.5
COUNTERPARTS = ("counterpart", "minister", "ruler")
UNCLEAR = frozenset({"country", "person"})
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
        if kind == "vehicle" or (one.cluster.candidates[0].form == "name" and kind is not None):
            self.sorts[kind].append(one)


def join(candidates: Sequence[Candidate]) -> None:
    """Join each noun phrase that points back, in the order of the text."""
    memory = Memory()
    holders = office_holders(candidates)
    for phrase in candidates:
        if phrase.form == "nominal" and phrase.kind is not None and phrase.role is not None and not is_owned(phrase):
            found = earlier(phrase, memory, holders)
            if found is not None and not are_two(found, phrase.cluster) and not are_of_two(found, phrase):
                found.absorb(phrase.cluster)
        memory.add(phrase)


def is_owned(phrase: Candidate) -> bool:
    """Whether a country is somebody's, and so is that of its owner: "his country"."""
    return phrase.kind == "country" and phrase.determiner == "possessive"


def are_of_two(found: Cluster, phrase: Candidate) -> bool:
    """Whether two phrases are each somebody else's: "Paul Reyes and his wife", "Tom Hale and his wife"."""
    whose = companion(phrase)
    others = {companion(one) for one in found.candidates if one.words == phrase.words} - {None}
    return whose is not None and bool(others) and whose not in others


def companion(phrase: Candidate) -> str | None:
    """The last word of who is named together with somebody of theirs: Hale of "Tom Hale and his wife"."""
    noun = phrase.head
    owned = any(child.tag_ == "PRP$" for child in noun.lefts)
    return noun.head.lower_ if owned and noun.dep_ == "conj" and noun.head.pos_ == "PROPN" else None


def earlier(phrase: Candidate, memory: Memory, holders: Mapping[str, Sequence[Candidate]]) -> Cluster | None:
    bare = phrase.role is not None and not phrase.role.modifiers
    by_last = (by_head, by_words) if bare else (by_words, by_head)
    return (
        by_role(phrase, holders) or by_last[0](phrase, memory) or by_last[1](phrase, memory) or by_sort(phrase, memory)
    )


def office_holders(candidates: Iterable[Candidate]) -> dict[str, list[Candidate]]:
    """Who is known by an office, by what offices of one name have in common."""
    holders: dict[str, list[Candidate]] = defaultdict(list)
    for one in candidates:
        for role in one.cluster.roles if one.form == "name" else {one.role}:
            if role is not None and one.cluster.kind == "person":
                for known_by in COUNTERPARTS if role.noun == "counterpart" else (shelf(role.noun),):
                    holders[known_by].append(one)
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
    sharing = {id(one.cluster): one.cluster for one in holders.get(shelf(role.noun), ())}.values()
    known = [cluster for cluster in sharing if is_near(phrase, cluster) and is_called(phrase, cluster)]
    return min(known, key=lambda cluster: distance(phrase, cluster), default=None)


def is_near(phrase: Candidate, cluster: Cluster) -> bool:
    """Whether somebody was named before, or, of what says whose office it is, is named no later than a sentence on."""
    last = phrase.sentence + FORWARD
    return any(one.sentence <= last or one.first < phrase.first for one in cluster.candidates)


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
        if is_another_owners(phrase, other):
            continue
        if (joinable(phrase, other.cluster) or is_collective(phrase, other)) and says_as_much(phrase, other):
            phrase.cluster.kind = other.cluster.kind
            return other.cluster
    return None


def is_another_owners(phrase: Candidate, other: Candidate) -> bool:
    """Whether a sentence tells of a nation's people and of somebody's: "Swiss envoys left after its envoys"."""
    national = other.role is not None and bool(other.role.countries())
    return phrase.determiner == "possessive" and phrase.sentence == other.sentence and national


def is_collective(phrase: Candidate, name: Candidate) -> bool:
    """Whether a body is named by a noun for its people: "the coast guard", "the crew"."""
    return phrase.kind == "group" and name.form == "name" and name.cluster.kind == "organization"


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
    sort = (
        vocabulary.sorts().get(phrase.role.noun.rpartition(" ")[2])
        if bare and phrase.role and not phrase.role.modifiers
        else None
    )
    if sort is None:
        return None
    possible = [one for one in memory.sorts[sort] if not excluded(phrase, one) and is_of_sort(phrase, one.cluster)]
    return most_salient(phrase, possible, CLEARLY if sort in UNCLEAR else 1.0)


def is_of_sort(phrase: Candidate, cluster: Cluster) -> bool:
    """Whether something may be called so: a ferry is no plane, and the coast guard no company."""
    noun, crafts, lists = phrase.words[-1], vocabulary.crafts(), vocabulary.references()
    if is_of_other_age(phrase, cluster):
        return False
    if noun in lists.selling:
        return not any(one.form == "name" and one.words[-1] in lists.public for one in cluster.candidates)
    nouns = (one.words[-1] if one.form == "nominal" else word_before(one) for one in cluster.candidates)
    told = {crafts.get(word) for word in nouns} - {None}
    return not told or crafts.get(noun) in (None, *told)


def is_of_other_age(phrase: Candidate, cluster: Cluster) -> bool:
    """Whether a phrase and a cluster each say an age, and not the same: "the 31-year-old"."""
    ages = {role.noun for role in cluster.roles if role is not None and role.noun.endswith(YEAR_OLD)}
    return phrase.words[-1] == YEAR_OLD and bool(ages) and phrase.role is not None and phrase.role.noun not in ages


def word_before(name: Candidate) -> str:
    """The word in front of a name: "ferry" of "the ferry Queen Adelaide"."""
    return name.head.doc[name.first - 1].lower_ if name.first else ""

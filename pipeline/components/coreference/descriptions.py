"""Which entity a definite noun phrase means: "the minister", "the company", "North Korea's leader"."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from pipeline.components.coreference.candidates import Candidate, Cluster, Role
from pipeline.components.coreference.memory import Memory, is_of_headline, joinable
from pipeline.components.coreference.nationals import by_nation
from pipeline.components.coreference.pronouns import names_governed
from pipeline.components.coreference.roles import may_describe, office_class
from pipeline.components.coreference.same_name import LOOSE, NEAR, are_two
from pipeline.components.coreference.sorts import POINTS_BACK, by_sort, by_youth
from pipeline.components.grammar import vocabulary

FORWARD = 1
LEAD = 3
COUNTERPARTS = ("counterpart", "minister", "ruler")
NEW = frozenset({"indefinite", "quantified"})


def join_descriptions(candidates: Sequence[Candidate]) -> None:
    """Join each noun phrase that points back, in the order of the text."""
    memory, around = Memory(), list[Candidate]()
    holders = office_holders(candidates)
    for at, phrase in enumerate(candidates):
        around = [one for one in around if phrase.first < one.last]
        is_described = phrase.kind is not None and phrase.role is not None
        if is_described and phrase.form == "nominal" and not is_owned(phrase):
            memory.barred = frozenset(id(name.cluster) for name in names_governed(phrase, candidates, at))
            found = antecedent_of(phrase, memory, holders)
            if found is not None and not tells_apart(found, phrase, around):
                found.absorb(phrase.cluster)
        around.append(phrase)
        memory.add(phrase)


def tells_apart(found: Cluster, phrase: Candidate, around: Iterable[Candidate]) -> bool:
    """Whether names or owners tell a phrase from what it seems to take up, or it is a part of that one's description:
    "Kos is the ousted president's brother"."""
    inside = any(one.cluster is found and phrase.last < one.last for one in around)
    return inside or are_two(found, phrase.cluster) or are_of_two(found, phrase)


def is_owned(phrase: Candidate) -> bool:
    """Whether a country is somebody's, and so is that of its owner: "his country"."""
    return phrase.kind == "country" and phrase.determiner == "possessive"


def are_of_two(found: Cluster, phrase: Candidate) -> bool:
    """Whether two phrases are each somebody else's: "Paul Reyes and his wife", "Tom Hale and his wife"."""
    if (whose := companion(phrase)) is None:
        return False
    others = {companion(one) for one in found.candidates if one.words == phrase.words} - {None}
    return bool(others) and whose not in others


def companion(phrase: Candidate) -> str | None:
    """The last word of who is named together with somebody of theirs: Hale of "Tom Hale and his wife"."""
    noun = phrase.head
    owned = any(child.tag_ == "PRP$" for child in noun.lefts)
    return noun.head.lower_ if owned and noun.dep_ == "conj" and noun.head.pos_ == "PROPN" else None


def antecedent_of(phrase: Candidate, memory: Memory, holders: Mapping[str, Sequence[Candidate]]) -> Cluster | None:
    bare = phrase.role is not None and not phrase.role.modifiers
    by_last = (by_head, by_words) if bare else (by_words, by_head)
    found = by_youth(phrase, memory) or by_nation(phrase, memory) or by_role(phrase, holders)
    found = found or by_last[0](phrase, memory) or by_last[1](phrase, memory)
    return found or by_sort(phrase, memory)


def office_holders(candidates: Iterable[Candidate]) -> dict[str, list[Candidate]]:
    """Who is known by an office, by what offices of one name have in common."""
    holders: dict[str, list[Candidate]] = defaultdict(list)
    for one in candidates:
        for role in one.cluster.roles if one.form == "name" else {one.role}:
            if role is not None and one.cluster.kind == "person":
                for known_by in COUNTERPARTS if role.noun == "counterpart" else (office_class(role.noun),):
                    holders[known_by].append(one)
    return holders


def by_role(phrase: Candidate, holders: Mapping[str, Sequence[Candidate]]) -> Cluster | None:
    """The person known by that office who was named last, or, failing that, is named next."""
    role = phrase.role
    is_of_one = phrase.kind == "person" and phrase.number == "one"
    if role is None or not is_of_one or phrase.determiner in NEW:
        return None
    if phrase.determiner == "none" and not role.modifiers:
        return None
    sharing = {
        id(one.cluster): one.cluster for one in nearest_holders(phrase, holders.get(office_class(role.noun), ()))
    }.values()
    known = [cluster for cluster in sharing if is_near(phrase, cluster) and matches_role(phrase, cluster)]
    return min(known, key=lambda cluster: distance(phrase, cluster), default=None)


def nearest_holders(phrase: Candidate, holders: Sequence[Candidate]) -> Sequence[Candidate]:
    """Of those in the order of the text, ``NEAR`` before the phrase and as many behind it."""
    here = bisect_left(holders, phrase.first, key=lambda one: one.first)
    return holders[max(0, here - NEAR) : here + NEAR]


def is_near(phrase: Candidate, cluster: Cluster) -> bool:
    """Whether somebody was named before, or, of what says whose office it is, is named no later than a sentence on."""
    last = phrase.sentence + FORWARD
    return any(one.sentence <= last or one.first < phrase.first for one in cluster.candidates)


def matches_role(phrase: Candidate, cluster: Cluster) -> bool:
    return joinable(phrase, cluster) and any(
        role is not None and phrase.role is not None and may_describe(phrase.role, role, cluster.country)
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
        return by_headline(phrase, memory)
    return next((one.cluster for one in reversed(memory.worded[phrase.words]) if joinable(phrase, one.cluster)), None)


def by_headline(phrase: Candidate, memory: Memory) -> Cluster | None:
    """What the headline names without an article, as headlines do, and the lead with one: "Court bans strike. A Greek
    court ..."."""
    role = phrase.role
    is_new = phrase.determiner == "indefinite" and phrase.number != "many"
    if role is None or not is_new or phrase.sentence > LEAD:
        return None
    fitting = (
        one
        for one in memory.headed[role.noun]
        if is_of_headline(one) and one.role is not None and not are_told_apart(one.role, role)
    )
    return next((one.cluster for one in fitting if joinable(phrase, one.cluster)), None)


def by_head(phrase: Candidate, memory: Memory) -> Cluster | None:
    """An earlier phrase or name with the same head that says at least as much: "the court" for the Supreme Court."""
    if phrase.determiner not in {*POINTS_BACK, "qualifying"} or phrase.role is None:
        return None
    for other in reversed(memory.headed[phrase.role.noun]):
        if is_another_owners(phrase, other):
            continue
        if (joinable(phrase, other.cluster) or is_called_alike(phrase, other)) and says_as_much(phrase, other):
            phrase.cluster.kind = other.cluster.kind
            return other.cluster
    return None


def is_another_owners(phrase: Candidate, other: Candidate) -> bool:
    """Whether a sentence tells of a nation's people and of somebody's: "Swiss envoys left after its envoys"."""
    national = other.role is not None and bool(other.role.countries())
    return phrase.determiner == "possessive" and phrase.sentence == other.sentence and national


def is_called_alike(phrase: Candidate, name: Candidate) -> bool:
    """Whether a name may be taken up by its noun though the noun is for its people or its building: "the coast guard",
    "the museum"."""
    collective = phrase.kind == "group" and name.cluster.kind == "organization"
    loose = phrase.kind in LOOSE and name.cluster.kind in LOOSE and phrase.cluster is not name.cluster
    alike = collective or (loose and phrase.number == "one")
    return name.form == "name" and alike


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


def are_told_apart(one: Role, other: Role) -> bool:
    """Whether two are of two countries, or one of them alone is another than the first: "Second man charged. A man"."""
    contrasting = vocabulary.references().contrasting
    return are_of_two_countries(one, other) or (one.modifiers & contrasting) != (other.modifiers & contrasting)


def are_of_two_countries(one: Role, other: Role) -> bool:
    nations = one.countries(), other.countries()
    return all(nations) and nations[0] != nations[1]


def of_one_country(one: Role, other: Role) -> bool:
    """Whether both descriptions name the same country: "the six-member Afghan team" for "an Afghan team"."""
    nation = one.countries()
    return bool(nation) and nation == other.countries()

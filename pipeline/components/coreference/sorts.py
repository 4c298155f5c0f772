"""Which entity a noun means that only says what sort it is: "the company", "the baby", "the plane"."""

from __future__ import annotations

from pipeline.components.coreference.candidates import Candidate, Cluster
from pipeline.components.coreference.memory import Memory, is_of_headline, joinable
from pipeline.components.coreference.nominals import YEAR_OLD, is_other_feature
from pipeline.components.coreference.pronouns import excluded
from pipeline.components.coreference.salience import most_salient
from pipeline.components.grammar import vocabulary

CLEARLY = 1.5
UNCLEAR = frozenset({"country", "person"})
POINTS_BACK = frozenset({"definite", "demonstrative", "possessive"})


def by_youth(phrase: Candidate, memory: Memory) -> Cluster | None:
    """The one child that the text tells of: "the baby", "his daughter" after "their child, Ana"; nobody of several."""
    minors = vocabulary.references().minors
    bare = phrase.role is not None and not phrase.role.modifiers and phrase.number == "one"
    if phrase.determiner not in POINTS_BACK or not bare or phrase.words[-1] not in minors:
        return None
    children = {
        id(one.cluster): one.cluster
        for one in memory.minors
        if joinable(phrase, one.cluster)
        and not is_of_headline(one)
        and (phrase.determiner != "possessive" or is_of_kin(one))
    }
    return children.popitem()[1] if len(children) == 1 else None


def is_of_kin(phrase: Candidate) -> bool:
    return phrase.form == "nominal" and phrase.determiner == "possessive"


def by_sort(phrase: Candidate, memory: Memory) -> Cluster | None:
    """The most salient named thing of the sort that the noun says: "the country"."""
    pointing = phrase.determiner in ("definite", "demonstrative") and phrase.first < phrase.head.i
    bare = pointing and phrase.number == "one"
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
    if is_of_other_age(phrase, cluster) or is_other_feature(noun, cluster.candidates):
        return False
    if noun in lists.selling:
        return not any(one.form == "name" and one.words[-1] in lists.public for one in cluster.candidates)
    nouns = (one.words[-1] if one.form == "nominal" else word_before(one) for one in cluster.candidates)
    told = {crafts.get(word) for word in nouns} - {None}
    return not told or crafts.get(noun) in (None, *told)


def is_of_other_age(phrase: Candidate, cluster: Cluster) -> bool:
    """Whether a phrase and a cluster each say an age, and not the same: "the 31-year-old"."""
    ages = {role.noun for role in cluster.roles if role is not None and role.noun.endswith(YEAR_OLD)}
    if not ages or phrase.role is None or phrase.words[-1] != YEAR_OLD:
        return False
    return phrase.role.noun not in ages


def word_before(name: Candidate) -> str:
    """The word in front of a name: "ferry" of "the ferry Queen Adelaide"."""
    return name.head.doc[name.first - 1].lower_ if name.first else ""

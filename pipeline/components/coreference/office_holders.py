"""People known for an office: one key whatever their names' spelling, and the office where the text does not say it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Set
from functools import cache

from pipeline.components.coreference.candidates import Candidate, Cluster, Role
from pipeline.components.coreference.names import comparable_words
from pipeline.components.coreference.roles import office_class
from pipeline.components.grammar import vocabulary
from pipeline.dates.offices import Terms
from pipeline.lexicons import load

GOVERNING = frozenset({"minister", "ruler"})


@cache
def offices() -> dict[str, frozenset[Role]]:
    """The offices that each person of ``terms_of_office.toml`` held, by their first name there."""
    lists: Terms = load("terms_of_office", Terms)
    found: dict[str, set[Role]] = defaultdict(set)
    for term in lists.term:
        office = vocabulary.offices().get(term.office, term.office)
        found[term.names[0]].add(Role(office, frozenset({term.country})))
    return {name: frozenset(roles) for name, roles in found.items()}


@cache
def spellings() -> dict[tuple[str, ...], str]:
    """The first name of each person by the words of all their names."""
    lists: Terms = load("terms_of_office", Terms)
    return {comparable_words(name, "person"): term.names[0] for term in lists.term for name in term.names}


@cache
def holders_by_surname() -> dict[str, frozenset[str]]:
    """People by surname: the last word of a name, and the first where the family's comes first."""
    found: dict[str, set[str]] = defaultdict(set)
    for words, name in spellings().items():
        found[words[-1]].add(name)
        if len(words) > 2 or words[0] in vocabulary.references().family_first:
            found[words[0]].add(name)
    return {word: frozenset(names) for word, names in found.items()}


def known_holder(cluster: Cluster, nations: Set[str]) -> str | None:
    """Whom of the people known for an office a cluster is.

    By full name; or by surname alone, if the text says the office, or if only one person known has that surname and
    the article names their country among ``nations``: nobody else goes without a given name.
    """
    for one in cluster.full_names():
        if one.words in spellings():
            return spellings()[one.words]
    if cluster.full_names():
        return None
    surnames = {one.words[0] for one in cluster.names}
    sharing = {name for surname in surnames for name in holders_by_surname().get(surname, ())}
    called = {name for name in sharing if matches_office(name, cluster, nations)}
    if not called and len(sharing) == 1 and not any(cluster.roles):
        called = {name for name in sharing if any(role.modifiers & nations for role in offices()[name])}
    return called.pop() if len(called) == 1 else None


def matches_office(name: str, cluster: Cluster, nations: Set[str]) -> bool:
    """Whether the text gives somebody an office that a known person held, of that country or of one it names."""
    return any(
        office_class(told.noun) == office_class(held.noun)
        and held.modifiers <= (told.modifiers if told.countries() else nations)
        for told in cluster.roles
        if told is not None
        for held in offices()[name]
    )


def add_known_offices(names: Iterable[Candidate]) -> None:
    """Give people whom the text names without office the offices that they are known for."""
    names = list(names)
    nations = {one.country for one in names if one.country is not None}
    found: set[str] = set()
    for cluster in {id(one.cluster): one.cluster for one in names if one.cluster.kind == "person"}.values():
        name = known_holder(cluster, nations)
        if name is None or name in found:
            continue
        found.add(name)
        cluster.known_as = name
        served = {code for role in offices()[name] for code in role.countries()}
        cluster.country = cluster.country or (served.pop() if len(served) == 1 else None)
        if {office_class(role.noun) for role in cluster.roles if role is not None}.isdisjoint(GOVERNING):
            cluster.roles |= offices()[name]

"""Clusters of mentions as entities of the domain: name, aliases, key, id."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from pipeline.components.coreference.candidates import NATIONAL, Candidate, Cluster, Role
from pipeline.components.coreference.same_name import with_nation_code
from pipeline.components.coreference.text import Text
from pipeline.components.grammar import known_names
from pipeline.domain import Entity, EntityKind, Mention
from pipeline.gazetteer import countries, lookup
from pipeline.gazetteer.keys import key

LONG = 6
SLUG = re.compile(r"[^\W_]+")


def entities(clusters: Iterable[Cluster], text: Text) -> Iterator[Entity]:
    """Entities in the order of the clusters; clusters of unknown kind and lone pronouns are none."""
    for cluster in clusters:
        kind = shown_kind(cluster)
        if kind is not None and any(one.form != "pronoun" for one in cluster.candidates):
            yield entity(cluster, kind, text)


def shown_kind(cluster: Cluster) -> EntityKind | None:
    """Several people are a group; a name that comes back is worth showing though nothing tells of what it is."""
    if cluster.kind is None and len(cluster.names) > 1:
        return "other"
    return "group" if cluster.kind == "person" and cluster.number == "many" else cluster.kind


def entity(cluster: Cluster, kind: EntityKind, text: Text) -> Entity:
    mentions = tuple(mention(one, text) for one in outermost(cluster.candidates))
    name = shown_name(cluster, text)
    identity = text.digest(f"{kind}:{mentions[0].start}:{mentions[0].end}")
    return Entity(
        id=identity,
        key=shared_key(cluster, kind, name, identity),
        kind=kind,
        name=name,
        aliases=tuple(sorted({*aliases(cluster)} - {name})),
        country=cluster.nation(),
        mentions=mentions,
    )


def outermost(candidates: Iterable[Candidate]) -> Iterator[Candidate]:
    """The candidates in order, without those that stand inside another of the same thing."""
    end = 0
    for one in sorted(candidates, key=lambda one: (one.first, -one.reach)):
        if one.reach > end:
            yield one
            end = one.reach


def mention(candidate: Candidate, text: Text) -> Mention:
    written = text.substring(candidate.first, candidate.reach)
    start = text.tokens[candidate.first].idx
    return Mention(start, start + len(written), written, candidate.form)


def shown_name(cluster: Cluster, text: Text) -> str:
    """A country by its everyday name, two by their members', all else by its fullest name, the commonest spelling."""
    if cluster.kind == "country" and cluster.country:
        return countries.by_code()[cluster.country].name
    named = cluster.names
    if not named and cluster.members:
        return " and ".join(shown_name(one.cluster, text) for one in cluster.members)
    if not named:
        return min(cluster.candidates, key=lambda one: (one.form == "pronoun", one.first)).text
    for one in named:
        if cluster.kind == "organization" and (row := known_names.organization_named(one.text, text.raw)):
            return row.names[0]
    if len(named) == 1:
        return as_written(named[0].text, cluster)
    fullest = max(len(one.words) for one in named)
    told = Counter(one.text for one in named if len(one.words) == fullest)
    cased = {text.casefold() for text in told if not text.isupper()}
    common = max(told, key=lambda text: (not is_in_capitals(text, cased), told[text]))
    return as_written(common, cluster)


def is_in_capitals(text: str, cased: Collection[str]) -> bool:
    """Whether a name stands in the capitals of a dateline, not in those of an acronym."""
    return text.isupper() and (len(text) >= LONG or text.casefold() in cased)


def as_written(name: str, cluster: Cluster) -> str:
    """A place that stands in the dateline alone, as the gazetteer writes it: "SEOUL" is Seoul, "USSR" no "Ussr"."""
    if cluster.kind != "place" or not name.isupper():
        return name
    own = (entry.name for entry in lookup.find(name) if not entry.alias)
    return next((written for written in own if written.casefold() == name.casefold()), name)


def shared_key(cluster: Cluster, kind: EntityKind, name: str, identity: str) -> str:
    """What joins an entity across articles; one that no name tells apart stays its article's own."""
    if cluster.kind == "country" and cluster.country:
        return f"country:{cluster.country}"
    known = cluster.known_as
    named = [one for one in cluster.names if one.text == name]
    words = with_nation_code(named[0].words, kind) if named and not known else tuple(key(known or name).split())
    slug = "-".join(SLUG.findall(" ".join(words)))
    return f"{kind}:{slug}" if cluster.names or known else f"{kind}:{slug}-{identity[:8]}"


def states_office(role: Role) -> bool:
    """Whether a description says an office and whose country's it is."""
    return bool(role.countries()) and role.noun != NATIONAL


def aliases(cluster: Cluster) -> Iterator[str]:
    """All names, and the offices that say which country's: "DPRK leader", "North Korea's leader"."""
    for one in cluster.candidates:
        if one.form == "name":
            yield one.text
        elif one.form == "nominal" and one.role and cluster.names and states_office(one.role):
            yield one.text.removeprefix("the ").removeprefix("The ")

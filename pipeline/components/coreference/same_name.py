"""Which names name the same thing: variants of a person's name, acronyms and short forms of organizations."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.components.coreference import vocabulary
from pipeline.components.coreference.candidates import Candidate, Cluster, same_kind

PATRONYMIC = re.compile(r"(ovich|evich|yevich|ovych|yovych|ovna|evna|yevna|ivna)$")
MINOR_WORDS = frozenset({"of", "the", "and", "for", "in", "on", "to", "de", "du", "des", "la", "&"})
LOOSE = frozenset({"facility", "organization", "place"})
BODIES_OF = frozenset(
    {"church", "city", "state", "republic", "kingdom", "commonwealth", "town", "municipality", "province"}
)


def join(names: list[Candidate]) -> None:
    """Join the clusters of names that name one thing."""
    join_equal(names)
    join_persons([name for name in names if name.kind == "person"])
    join_bodies([name for name in names if name.kind != "person"])


def join_equal(names: Iterable[Candidate]) -> None:
    seen: dict[object, Candidate] = {}
    for name in names:
        if name.kind == "person" and len(name.words) == 1:
            continue
        sort = name.country if name.kind == "country" else (canonical(name), name.kind)
        first = seen.setdefault(sort, name)
        first.cluster.absorb(name.cluster)


def canonical(name: Candidate) -> str:
    row = vocabulary.organizations().get(name.text) if name.kind == "organization" else None
    return row.names[0] if row else " ".join(name.words)


def join_persons(names: list[Candidate]) -> None:
    """Full names first, then each short form to the nearest person before it (else after it) whom it may name."""
    full = [name for name in names if len(name.words) > 1]
    for i, name in enumerate(full):
        for earlier in full[:i]:
            if (
                earlier.cluster is not name.cluster
                and earlier.cluster.agrees(name.cluster)
                and same_person(earlier.words, name.words)
            ):
                earlier.cluster.absorb(name.cluster)
    for name in names:
        if len(name.words) == 1 and (person := called(name, names)) is not None:
            person.absorb(name.cluster)


def called(short: Candidate, names: list[Candidate]) -> Cluster | None:
    """The person whom a surname or given name names here."""
    fitting = [
        name
        for name in names
        if name.cluster is not short.cluster
        and may_shorten(short.words[0], name.words)
        and name.cluster.agrees(short.cluster)
    ]
    by_surname = [name for name in fitting if name.words[-1] == short.words[0]] or fitting
    before = [name for name in by_surname if name.first < short.first]
    if before:
        return before[-1].cluster
    return by_surname[0].cluster if by_surname else None


def may_shorten(word: str, words: tuple[str, ...]) -> bool:
    return word == words[-1] or word == words[0] or word in vocabulary.familiar(words[0])


def same_person(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two full names may be one person's: the same words in part, initials, short forms, patronymics."""
    if one[0] == other[0] and any(PATRONYMIC.search(words[-1]) and len(words) == 2 for words in (one, other)):
        return True
    if one[-1] != other[-1]:
        return one[: len(other)] == other or other[: len(one)] == one
    return same_given(one[0], other[0]) or subsequence(one, other) or subsequence(other, one)


def same_given(one: str, other: str) -> bool:
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    return one == other or other in vocabulary.familiar(one)


def subsequence(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    rest = iter(long)
    return all(word in rest for word in short)


def join_bodies(names: list[Candidate]) -> None:
    """Acronyms and short forms to the longer name that they come from."""
    seen: dict[int, Candidate] = {}
    for name in names:
        seen.setdefault(id(name.cluster), name)
    distinct = [name for name in seen.values() if name.kind != "country"]
    for short in distinct:
        for long in distinct:
            if short.cluster is not long.cluster and alike(short, long) and shortens(short, long):
                long.cluster.absorb(short.cluster)
                break


def alike(one: Candidate, other: Candidate) -> bool:
    """Whether two names may be of one thing: models and texts are loose with buildings, bodies and places."""
    return same_kind(one.kind, other.kind) or {one.kind, other.kind} <= LOOSE


def shortens(short: Candidate, long: Candidate) -> bool:
    if len(short.words) >= len(long.words):
        return False
    return is_acronym(short, long) or is_short_form(short.words, long.words)


def is_acronym(short: Candidate, long: Candidate) -> bool:
    letters = short.text.replace(".", "")
    if len(short.words) > 1 or len(letters) < 2 or not letters.isupper():
        return False
    every = "".join(word[0] for word in long.words)
    major = "".join(word[0] for word in long.words if word not in MINOR_WORDS)
    return letters.lower() in (every, major)


def is_short_form(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """ "State Department" of "US State Department", "X Foundation" of "X Foundation for Y", "Y" of "Church of Y"."""
    long = long[1:] if len(long) > len(short) + 1 and vocabulary.country_of(long[0]) else long
    rest = len(long) - len(short)
    if long[rest:] == short:
        dropped = " ".join(long[:rest])
        return vocabulary.country_of(dropped) is not None or (long[0] in BODIES_OF and long[1] == "of" and rest == 2)
    return len(short) > 1 and long[: len(short)] == short and long[len(short)] in MINOR_WORDS

"""Which names name the same thing: variants of a person's name, acronyms and short forms of organizations."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from spacy.tokens import Token

from pipeline.components.coreference.candidates import Candidate, Cluster, may_be_same
from pipeline.components.coreference.shared_surnames import named_most
from pipeline.components.grammar import known_names, labels, vocabulary
from pipeline.domain import EntityKind
from pipeline.gazetteer.keys import key
from pipeline.naming import (
    LONG_ENOUGH,
    MINOR_WORDS,
    familiar,
    initials,
    is_patronymic,
    same_given,
    same_person,
    sounds,
    spelled_alike,
)

IndexKey = tuple[str, ...]
NEAR = 200
GENERATIONS = {"ii": "ii", "iii": "iii", "iv": "iv", "jr": "jr", "junior": "jr", "senior": "sr", "sr": "sr"}
LOOSE = frozenset({"facility", "organization", "place"})


def join_same_names(names: list[Candidate]) -> None:
    """Join the clusters of names that name one thing."""
    join_equal(names)
    join_persons([name for name in names if name.kind == "person"])
    join_bodies([name for name in names if name.kind != "person"])


def join_equal(names: Iterable[Candidate]) -> None:
    seen: dict[object, Candidate] = {}
    for name in names:
        if name.kind == "person" and len(name.words) == 1:
            continue
        wording = with_nation_code(name.words, name.kind), name.kind, generation(name)
        sort = name.country if name.kind == "country" else wording
        first = seen.setdefault(sort, name)
        first.cluster.absorb(name.cluster)


def with_nation_code(words: tuple[str, ...], kind: EntityKind | None) -> tuple[str, ...]:
    """The words of a body's name with the nation in front as its code: "US Air Force", "United States Air Force"."""
    if kind in LOOSE:
        for length in range(min(3, len(words) - 1), 0, -1):
            if (code := known_names.country_named(" ".join(words[:length]))) is not None:
                return code.lower(), *words[length:]
    return words


def join_persons(names: list[Candidate]) -> None:
    """Full names first, then each short form to the nearest person before it (else after it) whom it may name."""
    full: dict[IndexKey, list[Candidate]] = defaultdict(list)
    full_names = list(one_per_wording(name for name in names if len(name.words) > 1))
    for name in full_names:
        join_full(name, full)
    bearers: dict[str, list[Candidate]] = defaultdict(list)
    for name in names:
        for word in {name.words[0], name.words[-1], *familiar(name.words[0]), *surnames(name.words)}:
            bearers[word].append(name)
    sounding: dict[str, list[Candidate]] = defaultdict(list)
    for name in full_names:
        sounding[sounds(name.words[-1])].append(name)
    for name in (name for name in names if len(name.words) == 1):
        person = nearest_bearer(name, bearers[name.words[0]]) or bearer_by_sound(name, sounding)
        if person is not None:
            absorb_smaller(person, name.cluster)


def absorb_smaller(person: Cluster, other: Cluster) -> None:
    """Make the two one; the smaller goes into the larger, so that time grows with the number of names."""
    if len(other.candidates) > len(person.candidates):
        person, other = other, person
    person.absorb(other)


def one_per_wording(names: Iterable[Candidate]) -> Iterable[Candidate]:
    """The first name of each wording: those in the same words are joined."""
    first: dict[object, Candidate] = {}
    for name in names:
        first.setdefault((name.words, generation(name)), name)
    return first.values()


def join_full(name: Candidate, known: dict[IndexKey, list[Candidate]]) -> None:
    """Join a full name to the first person all of whose full names it may be."""
    for earlier in [one for shelf in lookup_keys(name.words) for one in known[shelf]]:
        person = earlier.cluster
        if person is name.cluster:
            break
        if person.agrees(name.cluster) and all(may_be_one(one, name) for one in person.full_names()):
            person.absorb(name.cluster)
            break
    for shelf in index_keys(name.words):
        known[shelf].append(name)


def index_keys(words: tuple[str, ...]) -> list[IndexKey]:
    """Where a full name is filed: by surname and the first sound of each other word, by its first two words, by its
    given name; so that few names are compared, though hundreds of people share a given name."""
    surname = sounds(words[-1])
    sounding: list[IndexKey] = [("surname", surname, sound) for sound in {sounds(word)[:1] for word in words[:-1]}]
    named: list[IndexKey] = [("given", words[0]), *([("patronymic", words[0])] if is_patronymic(words) else [])]
    return [*sounding, *named, ("start", *words[:2])]


def lookup_keys(words: tuple[str, ...]) -> list[IndexKey]:
    """Where the other names of the same person are filed."""
    surname, given = sounds(words[-1]), words[0]
    heard = {sounds(word)[:1] for word in (*words[:-1], *familiar(given))}
    found: list[IndexKey] = [("surname", surname, sound) for sound in sorted(heard)]
    return [*found, ("start", *words[:2]), ("given" if is_patronymic(words) else "patronymic", given)]


def surnames(words: tuple[str, ...]) -> Iterable[str]:
    """The words of a full name, between first and last, that may be a surname: "Maduro" of "Nicolas Maduro Moros"."""
    return (word for word in words[1:-1] if len(word) > 2)


def bearer_by_sound(short: Candidate, sounding: Mapping[str, Sequence[Candidate]]) -> Cluster | None:
    """The one person whose surname another spelling is of: "Mr Zelenskiy" where Volodymyr Zelensky is told of."""
    word = short.words[0]
    alike = [name.cluster for name in sounding.get(sounds(word), ()) if name.cluster.agrees(short.cluster)]
    alone = len(word) >= LONG_ENOUGH and len({id(cluster) for cluster in alike}) == 1
    return alike[0] if alone and alike[0] is not short.cluster else None


def nearest_bearer(short: Candidate, bearers: Sequence[Candidate]) -> Cluster | None:
    """The person whom a surname or given name names here, among its ``NEAR`` bearers before and behind."""
    here = bisect_left(bearers, short.first, key=lambda name: name.first)
    near = bearers[max(0, here - NEAR) : here + NEAR]
    fitting = [name for name in near if name.cluster is not short.cluster and name.cluster.agrees(short.cluster)]
    by_surname = [name for name in fitting if name.words[-1] == short.words[0]] or fitting
    before = [name for name in by_surname if name.first < short.first]
    if before:
        return named_most(before, short)
    return by_surname[0].cluster if by_surname else None


def may_be_one(one: Candidate, other: Candidate) -> bool:
    """Whether two full names may be one person's: of one generation, if both say so, and in words that agree."""
    generations = {generation(one), generation(other)} - {None}
    return len(generations) < 2 and same_person(one.words, other.words)


def are_two(one: Cluster, other: Cluster) -> bool:
    """Whether two clusters are of people whose names differ: "Ana Lopes" and "Rui Lopes", "Ana Lopes" and "Dias"."""
    if "person" not in (one.kind, other.kind):
        return False
    full = any(not may_be_one(name, also) for name in one.full_names() for also in other.full_names())
    return full or any(
        not is_part_of(short, long)
        for some, others in ((one, other), (other, one))
        for short in some.names
        for long in others.full_names()
        if len(short.words) == 1
    )


def is_part_of(short: Candidate, long: Candidate) -> bool:
    """Whether one word may name who bears a full name: one of its words, a short form, another spelling."""
    word = short.words[0]
    return any(same_given(each, word) or spelled_alike(each, word) for each in long.words)


def generation(name: Candidate) -> str | None:
    """ "jr" of "George Bush Jr."."""
    return GENERATIONS.get(name.text.split()[-1].rstrip(".").lower())


def join_bodies(names: list[Candidate]) -> None:
    """Acronyms and short forms to the longer name that they come from."""
    distinct = list({id(name.cluster): name for name in reversed(names) if name.kind != "country"}.values())
    longer: dict[str, list[Candidate]] = defaultdict(list)
    for name in reversed(distinct):
        for start in {*name.words[:2], name.words[-1], *acronyms(name)}:
            longer[start].append(name)
    for short in reversed(distinct):
        for long in [one for word in (short.words[0], short.words[-1]) for one in longer[word]]:
            if short.cluster is not long.cluster and have_compatible_kinds(short, long) and shortens(short, long):
                long.cluster.absorb(short.cluster)
                break


def have_compatible_kinds(one: Candidate, other: Candidate) -> bool:
    """Whether two names may be of one thing: models and texts are loose with buildings, bodies and places."""
    return may_be_same(one.kind, other.kind) or {one.kind, other.kind} <= LOOSE


def shortens(short: Candidate, long: Candidate) -> bool:
    if len(short.words) >= len(long.words):
        return False
    return is_acronym(short, long) or is_short_form(short.words, long.words) or is_first_word(short, long)


def is_first_word(short: Candidate, long: Candidate) -> bool:
    """Whether a company is called by its first word, after it was named in full: "Lockheed Martin", "Lockheed"."""
    if len(short.words) != 1 or short.words[0] != long.words[0] or short.kind != "organization" != long.kind:
        return False
    generic = long.words[-1] in vocabulary.references().company_words
    return generic or (len(long.words) == 2 and long.first <= short.first and is_noun_phrase(short.head))


def is_noun_phrase(name: Token) -> bool:
    """Whether a word may be a body's name: "Itera", "Itera shares", not "the Pacific" nor "Eastern officials"."""
    before = name.nbor(-1) if name.i > 0 else None
    return name.pos_ in labels.NOMINAL and name.dep_ != "amod" and (before is None or before.pos_ != "DET")


def is_acronym(short: Candidate, long: Candidate) -> bool:
    letters = short.text.replace(".", "")
    if len(short.words) > 1 or len(letters) < 2 or not letters.isupper():
        return False
    return letters.lower() in acronyms(long)


def acronyms(name: Candidate) -> frozenset[str]:
    """What a name may be for short, with words such as "Company" and without."""
    return frozenset({*initials(name.words), *initials(tuple(key(name.text).split()))})


def is_short_form(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """ "State Department" of "US State Department", "X Foundation" of "X Foundation for Y", "Y" of "Church of Y", "X Y"
    of "X Y Bank"."""
    long = long[1:] if len(long) > len(short) + 1 and known_names.country_of(long[0]) else long
    rest = len(long) - len(short)
    if long[rest:] == short:
        dropped = " ".join(long[:rest])
        if rest == 1 and long[0] in vocabulary.references().firm_prefixes:
            return True
        if len(short) > 1 and vocabulary.name_gender(long[0]) is not None and rest <= len(short):
            return True
        return known_names.country_of(dropped) is not None or (
            long[0] in vocabulary.references().polities and long[1] == "of" and rest == 2
        )
    left_out = MINOR_WORDS | (vocabulary.references().company_words if rest == 1 else frozenset())
    return len(short) > 1 and long[: len(short)] == short and long[len(short)] in left_out

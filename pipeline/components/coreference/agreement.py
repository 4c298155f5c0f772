"""What kind of thing a name names, by the rest of the article: the model often takes one name for several kinds."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Set
from dataclasses import replace
from typing import Any

from spacy.tokens import Token

from pipeline.components.coreference.name_detection import Name, is_leader
from pipeline.components.coreference.text import Text
from pipeline.components.grammar import labels, vocabulary
from pipeline.domain import EntityKind

Vote = tuple[EntityKind | None, str | None, bool, str | None]
WHEREABOUTS = frozenset({"at", "from", "in", "into", "near", "to", "toward", "towards", "outside", "via"})
PREFIXED: dict[str, Any] = {"kind": "organization", "country": None, "sure": True, "called": None}
PERSONAL = frozenset({"he", "she"})
ARTICLES_OF_NAMES = frozenset({"al", "el", "-"})


def agree_on_kinds(text: Text, names: list[Name]) -> list[Name]:
    """Give all occurrences of a name what most of them are; a town that is somebody's surname is that person."""
    votes: dict[str, Counter[Vote]] = defaultdict(Counter)
    people = set(people_taken_for_bodies(text, names))
    names = [replace(one, kind="person") if text.substring(one.first, one.last) in people else one for one in names]
    surnames = {surname(text, name) for name in names if name.kind == "person" and name.width > 1}
    surnames |= {text.words[name.first] for name in names if is_family_first(text, name)}
    firms = set(first_words(text, names)) - surnames - {text.words[one.first] for one in names if is_titled(text, one)}
    names = [replace(one, kind="organization") if is_firm(text, one, firms) else one for one in names]
    short = set(last_words(text, names)) - surnames
    names = [replace(one, **PREFIXED) if is_prefixed(text, one, short) else one for one in names]
    for name in names:
        vote = name.kind, name.country, name.sure, name.called
        votes[text.substring(name.first, name.last)][vote] += 3 if name.sure else 1
    return [majority_kind(text, name, votes[text.substring(name.first, name.last)], surnames) for name in names]


def people_taken_for_bodies(text: Text, names: Iterable[Name]) -> Iterator[str]:
    """Names taken for a body's that the text makes a person's: "Mr Osei", "the rebels' leader, Yaw Osei"."""
    names = list(names)
    short = [one for one in names if one.width == 1 and one.kind == "person"]
    people = {text.words[one.first] for one in short}
    addressed = {text.words[one.first] for one in short if is_addressed(text, one)}
    for name in names:
        unlisted = is_introduced(text, name) or is_taken_up(text, name) or is_given_and_surname(text, name, people)
        if unlisted or looks_personal(text, name, addressed):
            yield text.substring(name.first, name.last)


def is_given_and_surname(text: Text, name: Name, people: Set[str]) -> bool:
    """Whether two words are a given name and the surname that somebody has alone elsewhere, or no town that any list
    knows: "Dora Pruitt ... Pruitt said"."""
    words = text.words[name.first : name.last]
    if name.sure or name.country or name.width != 2 or not all(word.istitle() for word in words):
        return False
    last = words[-1].lower()
    if last in vocabulary.kinds() or last in vocabulary.references().company_words:
        return False
    if name.kind == "organization":
        return words[-1] in people
    given = vocabulary.person_gender(words[0].lower()) is not None
    return given and name.kind == "place" and not is_whereabouts(text, name)


def looks_personal(text: Text, name: Name, addressed: Set[str]) -> bool:
    """Whether a full name that no list knows has a person's given name, or its last word a title or an office."""
    words = text.words[name.first : name.last]
    unsure = name.kind in ("organization", None) and not name.sure and name.width in (2, 3, 4)
    titled = all(word.istitle() for word in words) and words[-1].lower() not in vocabulary.kinds()
    personal = words[-1] in addressed or is_office_holder(text.tokens[name.last - 1]) or has_given_name(words)
    return unsure and titled and personal


def is_introduced(text: Text, name: Name) -> bool:
    """Whether a noun for a person stands before a short name: "the rebel Osei", "the singer Lolo Mbeki"."""
    unlisted = name.kind in ("organization", None) and name.width <= 2
    short = name.width == 2 if name.kind == "place" else unlisted
    return short and not name.sure and sort_before(text, name) == "person"


def is_taken_up(text: Text, name: Name) -> bool:
    """Whether "she" or "he" begins the next sentence after one whose subject no list knows: "Tigist bakes. She"."""
    word = text.tokens[name.last - 1]
    unknown = not name.sure and not name.country and name.kind in ("group", None)
    if not unknown or name.width > 1 or not is_bare_subject(word):
        return False
    end = word.sent.end
    following = text.doc[end : end + 1]
    return any(after.lower_ in PERSONAL and after.dep_ == "nsubj" for after in following)


def is_bare_subject(word: Token) -> bool:
    """Whether a name without article or adjective is the subject of its sentence."""
    alone = word.tag_ == "NNP" and word.i == word.left_edge.i
    return alone and word.dep_ == "nsubj" and word.head.dep_ == "ROOT"


def is_family_first(text: Text, person: Name) -> bool:
    """Whether a person's name may start with the surname: "Han Duck-soo", not "Paris Okoye"."""
    first = text.words[person.first].lower()
    given = vocabulary.name_gender(first) is not None or first in vocabulary.given_names_of_places()
    return person.kind == "person" and person.width > 2 and not given


def has_given_name(words: tuple[str, ...]) -> bool:
    """Whether three words or more start with a given name and do not end as a company's do: "Gustavo Petro Urrego"."""
    company = {word.lower() for word in words} & vocabulary.references().company_words
    return len(words) > 2 and vocabulary.name_gender(words[0].lower()) is not None and not company


def first_words(text: Text, names: Iterable[Name]) -> Iterator[str]:
    """What companies are called for short: "Tata" of "Tata Steel", "Siebert" of "Siebert AG"; not "John" of "John
    Deere"."""
    for name in names:
        word = text.words[name.first]
        if name.kind != "organization" or name.width < 2:
            continue
        last = text.words[name.last - 1].lower().rstrip(".")
        is_firm_word = last in vocabulary.references().company_words | vocabulary.references().legal_forms
        two = name.width == 2 and not name.sure and vocabulary.person_gender(word.lower()) is None
        if is_firm_word or (two and not is_leader(text.tokens[name.first])):
            yield word


def is_titled(text: Text, name: Name) -> bool:
    """Whether an office or a form of address stands before somebody's surname alone: "Senator Boyd"."""
    before = text.words[name.first - 1].lower() if name.first else ""
    return name.width == 1 and name.kind == "person" and before in vocabulary.before_names()


def is_firm(text: Text, name: Name, firms: Set[str]) -> bool:
    return name.width == 1 and not name.sure and text.words[name.first] in firms


def last_words(text: Text, names: Iterable[Name]) -> Iterator[str]:
    """What firms are called for short whose names begin with what they are: "Serrano" of "Banco Serrano"."""
    prefixes = vocabulary.references().firm_prefixes
    for name in names:
        if name.kind == "organization" and name.width == 2 and text.words[name.first].lower() in prefixes:
            yield text.words[name.last - 1]


def is_prefixed(text: Text, name: Name, firms: Set[str]) -> bool:
    """Whether a town's or person's name is that of such a firm: "Serrano had overpaid", not "in Serrano"."""
    return name.width == 1 and text.words[name.first] in firms and not is_whereabouts(text, name)


def is_addressed(text: Text, name: Name) -> bool:
    """Whether a form of address stands before a name: "Mr", "Ms"."""
    before = text.words[name.first - 1].lower() if name.first else ""
    return name.kind == "person" and before in vocabulary.titles().female | vocabulary.titles().male


def is_office_holder(name: Token) -> bool:
    """Whether a name stands in apposition to an office: "his counterpart, Yaw Osei"."""
    office = name.head
    return name.dep_ == "appos" and office.tag_ in labels.SINGULAR and office.lower_ in vocabulary.office_words()


def surname(text: Text, name: Name) -> str:
    """The last word of a name, without an Arabic article: "Feki" of "Mustafa El-Feki"."""
    word = text.words[name.last - 1]
    return word[3:] if word[:3].lower() in ("al-", "el-") else word


def majority_kind(text: Text, name: Name, votes: Counter[Vote], surnames: Set[str]) -> Name:
    sort = sort_before(text, name) if name.width <= 2 and not name.sure else None
    surname_like = name.kind == "person" and name.width == 1
    if sort == "organization" and (name.kind in ("place", None) or surname_like):
        return replace(name, kind="organization")
    if name.width == 1 and name.kind == "person" and is_family(text, name.first, surnames):
        return replace(name, kind="group")
    if surname(text, name) in surnames and is_surname_alone(text, name):
        return replace(name, kind="person", country=None, sure=False, called=None)
    if name.sure:
        return name
    kind, country, sure, called = votes.most_common(1)[0][0]
    return replace(name, kind=kind, country=country, sure=sure, called=called)


def is_surname_alone(text: Text, name: Name) -> bool:
    """Whether a name has no other word, and is not where something is: "in Paris" is the town."""
    place = name.kind in ("place", "country") and is_whereabouts(text, name)
    before = text.words[name.first : name.last - 1]
    return not place and all(word.lower() in ARTICLES_OF_NAMES for word in before)


def is_whereabouts(text: Text, name: Name) -> bool:
    """Whether something is there, or somebody rules there: "in Jordan", "Jordan's king"."""
    office = text.words[name.last + 1 : name.last + 2]
    offices = vocabulary.before_names() - vocabulary.references().kin
    ruled = text.tokens[name.last - 1].dep_ == "poss" and bool(office) and office[0].lower() in offices
    return ruled or (name.first > 0 and text.words[name.first - 1].lower() in WHEREABOUTS)


def is_family(text: Text, at: int, surnames: Set[str]) -> bool:
    """Whether a surname stands in the plural: "the Sams", where John Sam is told of too."""
    word = text.words[at]
    is_plural = word.endswith("s") and word[:-1] in surnames
    return is_plural and at > 0 and text.words[at - 1].lower() == "the"


def sort_before(text: Text, name: Name) -> EntityKind | None:
    """The kind of the common noun right before a name that heads its phrase: "designer Halston"."""
    before, head = text.tokens[name.first - 1] if name.first else None, text.tokens[name.last - 1]
    if before is None or before.tag_ != "NN" or head.dep_ == "compound":
        return None
    together = before.head.i == head.i or head.head.i == before.i or is_beside(before, head)
    return vocabulary.kinds().get(before.lemma_.lower()) if together else None


def is_beside(noun: Token, name: Token) -> bool:
    """Whether both were taken for subjects of one verb: "the party Chadema won"."""
    return noun.dep_ == name.dep_ == "nsubj" and noun.head.i == name.head.i

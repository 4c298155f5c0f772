"""Grammar that says that two phrases name one thing: apposition, "X is the Y"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Token

from pipeline.components.coreference.candidates import Candidate
from pipeline.components.coreference.same_name import are_two
from pipeline.components.coreference.text import Text
from pipeline.components.grammar import labels, vocabulary
from pipeline.components.grammar.datelines import is_in_dateline
from pipeline.components.grammar.traits import has_trait
from pipeline.domain import Place
from pipeline.lexicons.function_words import MODAL_AUXILIARIES

REGIONS = ("ADM1", "PCL")
MAY_BE_VEHICLES = frozenset({"facility", "organization", "other", None})
BODIES = frozenset({"facility", "organization"})
MEMBERED = frozenset({"organization", "place", "country", "facility"})
COPULAS = frozenset({"be", "become", "remain"})


def join_equated(text: Text, candidates: Sequence[Candidate], at: Mapping[int, Candidate]) -> None:
    """Join what apposition and copula equate; ``at`` gives candidates by the index of their head."""
    for token in text.tokens:
        if token.dep_ == "appos":
            join_description(at.get(apposition_anchor(token).i), at.get(token.i))
    for subject, said in predicate_nominals(text, at):
        join_description(subject, said)
    for one, name in naming_constructions(text, at):
        join_naming(one, name)
    join_office_and_name(text, candidates)
    join_close_appositions(candidates)
    join_acronyms(text, candidates)


def apposition_anchor(apposition: Token) -> Token:
    """What an apposition is to: of two conjuncts the second, "Silva and her sister, the singer"."""
    noun = apposition.head
    while (second := next((child for child in noun.rights if child.dep_ == "conj"), None)) and second.i < apposition.i:
        noun = second
    return noun


def predicate_nominals(text: Text, at: Mapping[int, Candidate]) -> Iterator[tuple[Candidate, Candidate]]:
    """Subjects and what they are said to be: "Silva is a lawyer and the mother of two"."""
    for token in text.tokens:
        if token.dep_ == "attr" and asserts(token.head):
            subject = next((at.get(child.i) for child in token.head.lefts if child.dep_ == "nsubj"), None)
            said = (at.get(word.i) for word in (token, *token.conjuncts))
            yield from ((subject, phrase) for phrase in said if subject is not None and phrase is not None)


def naming_constructions(text: Text, at: Mapping[int, Candidate]) -> Iterator[tuple[Candidate, Candidate]]:
    """Phrases and what they are said to be called: "a boat named the Sea Rose", "a man identified as Yaw Osei"."""
    for token in text.tokens:
        one = at.get(token.head.i) if token.dep_ == "acl" and has_trait(token, "calling") else None
        name = next((at.get(noun.i) for noun in naming_complements(token)), None) if one is not None else None
        if one is not None and name is not None:
            yield one, name


def naming_complements(verb: Token) -> Iterator[Token]:
    """The name that a verb of calling gives: "called Miraflor", "known as the Vultures", "identified as Yaw Osei"."""
    for child in verb.rights:
        if child.dep_ in ("oprd", "dobj", "attr"):
            yield child
        elif child.lower_ == "as" and child.dep_ == "prep":
            yield from (noun for noun in child.children if noun.dep_ == "pobj")
        elif child.dep_ == "advcl" and any(mark.lower_ == "as" and mark.dep_ == "mark" for mark in child.lefts):
            yield from (noun for noun in child.lefts if noun.dep_ in labels.SUBJECTS)


def join_naming(one: Candidate, name: Candidate) -> None:
    """Join a phrase or name to what it is called, which is of the phrase's kind whatever the model takes it for."""
    if name.form != "name" or len(name.cluster.names) < len(one.cluster.names) or one.cluster is name.cluster:
        return
    if one.form == "nominal" and one.cluster.kind not in (None, name.cluster.kind) and name.feature is None:
        name.cluster.kind, name.cluster.gender = one.cluster.kind, None
    if one.cluster.kind is not None and name.cluster.kind in (one.cluster.kind, "other", None):
        name.cluster.kind = one.cluster.kind
        if one.cluster.agrees(name.cluster):
            one.cluster.absorb(name.cluster)


def join_predicates_of_pronouns(text: Text, at: Mapping[int, Candidate]) -> None:
    """Join to whom a pronoun means what is said of it and of nobody yet: "She is a lawyer"."""
    for subject, said in predicate_nominals(text, at):
        new = len(subject.cluster.candidates) > 1 and len(said.cluster.candidates) == 1
        described = subject.form == "pronoun" and said.form == "nominal"
        if new and described and is_of_kind(said, subject):
            subject.cluster.absorb(said.cluster)


def is_of_kind(phrase: Candidate, subject: Candidate) -> bool:
    return phrase.kind is not None and phrase.kind == subject.cluster.kind and phrase.cluster.agrees(subject.cluster)


def asserts(copula: Token) -> bool:
    """Whether a copula says that something is so."""
    return copula.lemma_ in COPULAS and not any(map(is_nonassertive, copula.children))


def is_nonassertive(child: Token) -> bool:
    """A negation, a modal or a condition."""
    is_modal = child.dep_ == "aux" and child.lower_ in MODAL_AUXILIARIES
    is_condition = child.dep_ == "mark" and child.lower_ == "if"
    return child.dep_ == "neg" or is_modal or is_condition


def join_description(one: Candidate | None, other: Candidate | None) -> None:
    """Join a phrase and its description if both are of one known kind and nothing tells them apart."""
    if one is None or other is None or "pronoun" in (one.form, other.form) or one.form == "name" == other.form:
        return
    if one.cluster.kind == "person" and are_two(one.cluster, other.cluster):
        return
    for name, phrase in ((one, other), (other, one)):
        if name.form == "name" and name.cluster.kind in MAY_BE_VEHICLES and phrase.cluster.kind == "vehicle":
            name.cluster.kind = "vehicle"
        if is_body(name, phrase):
            name.cluster.kind = "organization"
        if name.form == "name" and phrase.form == "nominal" and is_part_of_body(phrase, name):
            phrase.cluster.kind = name.cluster.kind
    if one.cluster.kind is not None and one.cluster.kind == other.cluster.kind and one.cluster.agrees(other.cluster):
        one.cluster.absorb(other.cluster)


def is_body(name: Candidate, phrase: Candidate) -> bool:
    """Whether what was taken for somebody of no known sex is said to be a body: "Temu, an online retailer"."""
    is_unknown_person = name.cluster.kind == "person" and name.cluster.gender is None and not any(name.cluster.roles)
    says_body = phrase.form == "nominal" and phrase.kind == "organization"
    return name.form == "name" and is_unknown_person and says_body


def is_part_of_body(phrase: Candidate, name: Candidate) -> bool:
    """Whether a noun that people and bodies are called by is here said of a body: "its owner, Oriel Lines"."""
    either = phrase.role is not None and phrase.role.noun in vocabulary.references().either
    return either and phrase.kind == "person" and name.cluster.kind in ("country", "organization")


def join_office_and_name(text: Text, candidates: Sequence[Candidate]) -> None:
    """Join an office and a name that a comma parts, however it was parsed: "the prime minister, Ana Lopes"."""
    people = [one for one in candidates if one.cluster.kind == "person" and one.form != "pronoun"]
    starting = {start_with_titles(text, one): one for one in people}
    for one in starting.values():
        other = starting.get(one.last + 1)
        if other is None or text.words[one.last] != "," or one.form == other.form or continues_list(text, other):
            continue
        if one.head.dep_ == "pobj" and other.head.dep_ in labels.SUBJECTS:
            continue
        phrase = one if one.form == "nominal" else other
        if phrase.determiner != "quantified" and not phrase.cluster.names:
            join_description(one, other)


def start_with_titles(text: Text, person: Candidate) -> int:
    """Where a name starts with the titles before it: "Federal Councillor Ana Lopes"."""
    start = person.first
    if person.form == "name" and start and text.words[start - 1].lower() in vocabulary.before_names():
        while start and text.tokens[start - 1].tag_ == "NNP":
            start -= 1
    return start


def join_close_appositions(candidates: Sequence[Candidate]) -> None:
    """Join a definite description to the name right after its noun: "the oil company Shell", "the TV channel YTN"."""
    names = {one.first: one for one in reversed(candidates) if one.form == "name"}
    for phrase in candidates:
        name = (
            names.get(phrase.last) if phrase.form == "nominal" and phrase.determiner in ("definite", "none") else None
        )
        if name is None or phrase.head.i != phrase.last - 1 or phrase.number == "many" or is_clause_after(phrase, name):
            continue
        if phrase.cluster.kind in BODIES and name.cluster.kind in BODIES:
            phrase.cluster.kind = name.cluster.kind
        join_description(phrase, name)


def is_clause_after(phrase: Candidate, name: Candidate) -> bool:
    """Whether a name starts a clause about what is described before it: "the company Shell bought"."""
    own = phrase.head.head.i in (name.head.i, name.head.head.i) or phrase.head.dep_ == "ROOT"
    return name.head.dep_ in labels.SUBJECTS and not own


def join_acronyms(text: Text, candidates: Sequence[Candidate]) -> None:
    """Join a name to what is put in parentheses after it, if one of the two is an acronym: "Lakes Authority (LKA)".

    "SEOUL (Eastern Wire)" is where and by whom a text was filed.
    """
    bodies = [one for one in candidates if one.form == "name" and one.cluster.kind not in ("person", "country")]
    starting = {one.first: one for one in reversed(bodies)}
    for one in {one.last: one for one in reversed(bodies)}.values():
        other = starting.get(one.last + 1)
        if other is None or text.words[one.last] != "(" or text.words[other.last : other.last + 1] != (")",):
            continue
        if is_acronym(one) != is_acronym(other) and not is_in_dateline(one.head):
            one.cluster.absorb(other.cluster)


def reach_regions(text: Text, candidates: Sequence[Candidate], places: Sequence[Place]) -> None:
    """Let the name of a town go on with the state or country that it is in: "Irving, Texas", not "Lyon, Nice"."""
    feature = {place.start: place.feature or "" for place in places}
    names = {one.first: one for one in reversed(candidates) if one.form == "name"}
    for one in names.values():
        other = names.get(one.last + 1)
        if other is None or text.words[one.last] != "," or not is_region_around(text, one, other, feature):
            continue
        if one.cluster.kind == "place" and other.cluster.country and other.cluster.country == one.cluster.country:
            one.reach = other.reach
    ends = {one.last: one.reach for one in names.values()}
    for phrase in candidates:
        phrase.reach = max(phrase.reach, ends.get(phrase.last, 0))


def reach_bodies(text: Text, candidates: Sequence[Candidate]) -> None:
    """Let a person's name go on with the name of whom or where the person is of: "Eva Horn of the Labour Party"."""
    names = {one.first: one for one in reversed(candidates) if one.form == "name"}
    for one in names.values():
        if one.cluster.kind == "person" and one.last < len(text.tokens) and is_link(text.tokens[one.last], one):
            whose = names.get(one.last + 1) or names.get(one.last + 2)
            one.reach = max(one.reach, whose.reach if whose and is_membership(text, one, whose) else 0)


def is_link(word: Token, one: Candidate) -> bool:
    """ "of" behind a name, or "from" that belongs to it and not to its verb."""
    return word.lower_ == "of" or (word.lower_ == "from" and word.head.i == one.head.i)


def is_membership(text: Text, one: Candidate, whose: Candidate) -> bool:
    """Whether only an article stands between the "of" after a name and what the person is of, and not what owns it."""
    between, owning = text.words[one.last + 1 : whose.first], text.doc[whose.last : whose.last + 1]
    of_body = whose.cluster.kind in MEMBERED and not any(after.tag_ == "POS" for after in owning)
    return of_body and (not between or between[0].lower() == "the")


def is_region_around(text: Text, inner: Candidate, outer: Candidate, feature: Mapping[int, str]) -> bool:
    """Whether a state or country follows what is no such region, or a country a state."""
    inside, around = feature.get(text.tokens[inner.first].idx, ""), feature.get(text.tokens[outer.first].idx, "")
    return around.startswith("PCL" if inside.startswith("ADM1") else REGIONS) and not inside.startswith("PCL")


def is_acronym(name: Candidate) -> bool:
    return name.last == name.first + 1 and len(name.head) > 1 and name.head.is_upper


def continues_list(text: Text, last: Candidate) -> bool:
    """Whether what looks like an apposition may be the middle of a list: "the mayor, Ana Lopes and the coach"."""
    return any(word.lower() in ("and", "or", "&") for word in text.words[last.last : last.last + 2])

"""Noun phrases and pronouns that may name an entity: "the North Korean leader", "two Russian citizens", "its"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from spacy.tokens import Token

from pipeline.components.coreference.candidates import Candidate, Determiner, Number, Role
from pipeline.components.coreference.roles import elected_office, noun_role
from pipeline.components.coreference.text import Text
from pipeline.components.grammar import labels, noun_phrases, vocabulary
from pipeline.components.grammar.vocabulary import Gender
from pipeline.domain import EntityKind

OLD = frozenset({"old", "olds"})
YEAR = ("-", "year", "-")
AGE_WORDS = len(YEAR) + 1
YEAR_OLD = "year-old"
BESIDE = frozenset({"amid", "as", "despite"})
HEADED = frozenset({"country", "facility", "group", "organization", "place"})
INSIDE = frozenset({"compound", "amod", "nmod", "npadvmod"})
DETERMINERS: dict[str, Determiner] = {
    "the": "definite", "both": "definite", "a": "indefinite", "an": "indefinite", "another": "indefinite",
    "this": "demonstrative", "that": "demonstrative", "these": "demonstrative", "those": "demonstrative",
    "any": "quantified", "each": "quantified", "every": "quantified", "no": "quantified", "some": "quantified",
    "many": "quantified", "several": "quantified", "few": "quantified", "most": "quantified", "all": "quantified",
    "other": "quantified", "more": "quantified", "neither": "quantified", "either": "quantified",
}  # fmt: skip
PRONOUNS: dict[str, tuple[Number | None, Gender | None]] = {
    "he": ("one", "male"), "him": ("one", "male"), "his": ("one", "male"), "himself": ("one", "male"),
    "she": ("one", "female"), "her": ("one", "female"), "hers": ("one", "female"), "herself": ("one", "female"),
    "it": ("one", None), "its": ("one", None), "itself": ("one", None),
    "they": ("many", None), "them": ("many", None), "their": ("many", None), "theirs": ("many", None),
    "themselves": ("many", None), "i": ("one", None), "me": ("one", None), "my": ("one", None),
    "mine": ("one", None), "myself": ("one", None), "we": ("many", None), "us": ("many", None),
    "our": ("many", None), "ours": ("many", None), "ourselves": ("many", None),
}  # fmt: skip


def find_nominals(text: Text, names: Iterable[Candidate]) -> list[Candidate]:
    """Nominal and pronoun candidates in order; what is part of a name, or only qualifies a noun, is none."""
    names = list(names)
    named = {i for name in names for i in range(name.first, name.last)}
    for name in names:
        if name.last not in named and has_sorting_noun(text, name):
            name.reach = name.last + 1
            named.add(name.last)
    by_head = {name.head.i: name for name in names if name.kind == "place"}
    for token in text.tokens:
        if (place := place_after_sorting_noun(token, by_head)) is not None:
            place.first = token.i
            named.add(token.i)
    return [made for token in text.tokens if token.i not in named and (made := candidate_at(text, token))]


def has_sorting_noun(text: Text, name: Candidate) -> bool:
    """Whether the noun after a name only says what sort of thing it names: "the Wagner group"."""
    if name.last >= len(text.tokens) or name.kind is None:
        return False
    noun = text.tokens[name.last]
    alike = (
        vocabulary.anaphoric_noun_kinds().get(noun.lower_) == name.kind
        and noun.lower_ not in vocabulary.references().owned
    )
    return alike and noun.pos_ == "NOUN" and name.head.head.i == noun.i


def place_after_sorting_noun(noun: Token, places: Mapping[int, Candidate]) -> Candidate | None:
    """The place after "of" of which a noun only says what sort it is: "the town of Yeoncheon"."""
    if noun.pos_ != "NOUN" or vocabulary.anaphoric_noun_kinds().get(noun.lower_) != "place":
        return None
    named = (places.get(below.i) for of in noun.rights if of.lower_ == "of" for below in of.rights)
    return next((name for name in named if name is not None and not is_other_feature(noun.lower_, [name])), None)


def is_other_feature(noun: str, names: Iterable[Candidate]) -> bool:
    """Whether a place is known and not what the noun says: a state is no city."""
    fitting = vocabulary.references().features.get(noun)
    known = {one.feature for one in names} - {None}
    return fitting is not None and bool(known) and not any(code and code.startswith(fitting) for code in known)


def candidate_at(text: Text, token: Token) -> Candidate | None:
    """The candidate whose head a token is."""
    part = token.pos_
    if (age := age_before(text, token)) is not None:
        return candidate_of_age(text, token, age)
    if part in labels.NOMINAL or elected_office(text, token.i) is not None:
        if qualifies(token):
            return nominal_candidate(text, token)
        inside = token.dep_ in INSIDE or not token.text[-1].isalnum() or is_second_office(token)
        return None if inside else nominal_candidate(text, token)
    if part == "PRON" and (word := token.lower_) in PRONOUNS and token.tag_ in ("PRP", "PRP$"):
        number, gender = PRONOUNS[word]
        return Candidate(
            token.i,
            token.i + 1,
            token,
            "pronoun",
            None,
            (word,),
            number,
            gender,
            sentence=text.sentences[token.i],
            text=token.text,
        )
    return None


def qualifies(noun: Token) -> bool:
    """Whether a noun for a body only says whose somebody is: "team" of "a team member"."""
    before = noun.dep_ in labels.COMPOUNDED and noun.head.i > noun.i and noun.tag_ == "NN"
    named = noun.i > 0 and noun.nbor(-1).pos_ == "PROPN" and noun.nbor(-1).head.i in (noun.i, noun.head.i)
    if not before or named:
        return False
    kinds = vocabulary.kinds()
    return kinds.get(noun.lower_) == "organization" and kinds.get(noun.head.lemma_.lower()) == "person"


def age_before(text: Text, noun: Token) -> str | None:
    """The age of whom a phrase names by nothing else: 34 in "the 34-year-old"."""
    stands_alone = noun.lower_ in OLD and noun.dep_ not in INSIDE and noun.i > AGE_WORDS
    words = text.words[noun.i - AGE_WORDS : noun.i] if stands_alone else ()
    return words[0] if words[1:] == YEAR else None


def candidate_of_age(text: Text, head: Token, age: str) -> Candidate:
    """The person or people of an age."""
    first = min(head.left_edge.i, head.i - AGE_WORDS)
    return Candidate(
        first,
        head.i + 1,
        head,
        "nominal",
        "person",
        (age, YEAR_OLD),
        number(head, "person"),
        determiner=determiner(head),
        role=Role(f"{age} {YEAR_OLD}"),
        sentence=text.sentences[head.i],
        text=" ".join(text.substring(first, head.i + 1).split()),
    )


def is_second_office(noun: Token) -> bool:
    return noun.dep_ == "conj" and other_office(noun.head, vocabulary.kinds().get(noun.head.lemma_.lower())) == noun


def nominal_candidate(text: Text, head: Token) -> Candidate:
    lemma = head.lemma_.lower()
    role = noun_role(text, head)
    is_person = is_office(role, head) or elected_office(text, head.i) is not None
    kind = "person" if is_person else vocabulary.kinds().get(lemma)
    first, last = left_end(text, head), right_end(head, other_office(head, kind)) + 1
    while text.tokens[last - 1].is_space:
        last -= 1
    points = determiner(head)
    if points == "none" and last == first + 1 and text.words[first] in vocabulary.references().counted:
        kind = None
    return Candidate(
        first,
        last,
        head,
        "nominal",
        kind,
        tuple(token.lower_ for token in text.tokens[first:last] if token.pos_ != "DET"),
        number(head, kind),
        (vocabulary.noun_gender(lemma) or owner_gender(head)) if kind == "person" else None,
        determiner=points,
        role=role,
        sentence=text.sentences[head.i],
        text=" ".join(text.substring(first, last).split()),
    )


def owner_gender(noun: Token) -> Gender | None:
    """The sex of whoever is named together with somebody of theirs: "the astronomer and her colleagues"."""
    others = (child for child in noun.rights if child.dep_ == "conj")
    words = (PRONOUNS.get(left.lower_) for other in others for left in other.lefts if left.tag_ == "PRP$")
    return next((told[1] for told in words if told is not None and told[1] is not None), None)


def is_office(role: Role, noun: Token) -> bool:
    """Whether words name who holds an office, whatever the noun alone stands for: "chief executive", "head of the
    union"."""
    if role.noun in vocabulary.titles().offices:
        return True
    bodies = (below for of in noun.rights if of.lower_ == "of" for below in of.rights if below.dep_ == "pobj")
    return role.noun in vocabulary.references().heading and any(
        word.pos_ == "PROPN" or vocabulary.kinds().get(word.lemma_.lower()) in HEADED for word in bodies
    )


def left_end(text: Text, head: Token) -> int:
    """The first token of a noun phrase, after any bracket or blank line before its head: "LIMA, May 2 (Agencies)"."""
    first = min(noun_phrases.phrase(head).start, head.i)
    starts = (i + 1 for i in range(head.i - 1, first - 1, -1) if text.words[i] == "(" or "\n\n" in text.words[i])
    return next(starts, first)


def right_end(head: Token, second: Token | None = None) -> int:
    """The last token of a noun phrase with its prepositional phrases, without clauses, appositions and conjuncts.

    What a headline tells beside it is no part of it: "bank chief | as kwacha slides".
    """
    last = head.i
    for child in head.rights:
        if child.lower_ in BESIDE or noun_phrases.is_charge(child):
            break
        if child.dep_ == "prep":
            last = max([last, *(right_end(noun) for noun in child.children if noun.dep_ == "pobj")])
        elif second is not None and child.i <= second.i:
            last = second.i if child.i == second.i else last
        elif child.dep_ in noun_phrases.OUTSIDE_PHRASE or child.is_punct:
            break
        elif child.dep_ not in ("case", "punct"):
            last = max(last, child.right_edge.i)
    return last


def other_office(head: Token, kind: EntityKind | None) -> Token | None:
    """The second of two offices of one person: "editor and publisher of the Herald"."""
    if kind != "person" or head.tag_ not in labels.SINGULAR:
        return None
    joined = (child for child in head.rights if child.dep_ == "conj" and child.tag_ in labels.SINGULAR)
    return next(filter(_is_bare_office, joined), None)


def _is_bare_office(noun: Token) -> bool:
    """A noun for a person without an article or owner of its own."""
    is_person = vocabulary.kinds().get(noun.lemma_.lower()) == "person"
    return is_person and not any(left.dep_ in ("det", "poss") for left in noun.lefts)


def number(head: Token, kind: str | None) -> Number | None:
    if head.tag_ in labels.PLURAL:
        return "many"
    return None if kind == "group" else "one"


def determiner(head: Token) -> Determiner:
    """How a noun phrase points: "the" back to something known, "a" at something new."""
    if qualifies(head):
        return "qualifying"
    for child in head.lefts:
        if child.dep_ == "poss":
            return "possessive"
        if child.dep_ in ("det", "predet", "amod") and child.lower_ in DETERMINERS:
            return DETERMINERS[child.lower_]
        if child.dep_ == "nummod":
            return "indefinite"
    return "definite" if head.tag_ == "NNP" else "none"

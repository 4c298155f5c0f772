"""Names of people that spell those of places: "Chelsea Moyo", "Colonel Jordan"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from pipeline.components.grammar import vocabulary
from pipeline.components.grammar.word_frequency import RARE, is_usually_small, rank

NO_PEOPLE = frozenset({"DATE", "EVENT", "FAC", "LAW", "PRODUCT", "TIME", "WORK_OF_ART"})
MOST_WORDS = 3


def people_like_places(doc: Doc) -> list[Span]:
    """People whose first word may be a place's name, by the title before it or the surname after it."""
    found: list[Span] = []
    for token in doc:
        if token.pos_ == "PROPN" and token.text.istitle() and not (found and token.i < found[-1].end):
            found.extend(person_at(token))
    return found


def person_at(first: Token) -> Iterator[Span]:
    given, addressed = is_given(first), is_addressed(first) and first.lower_ not in vocabulary.addresses()
    if not given and not addressed:
        return
    doc, end = first.doc, first.i + 1
    while end < len(doc) and end - first.i <= MOST_WORDS and is_part(doc[end]):
        end += 1
    rest = [*doc[first.i + 1 : end], *(doc[end + 1 : end + 2] if end < len(doc) and doc[end].tag_ == "POS" else ())]
    if any(is_of_thing(word) for word in rest):
        return
    surnames = [is_surname(word) for word in doc[first.i + 1 : end]]
    if addressed or (0 < len(surnames) < MOST_WORDS and all(surnames)):
        yield doc[first.i : end]


def is_given(first: Token) -> bool:
    """Whether a name begins with a given name that places have too, and is not what an office is of: "Chelsea"."""
    if first.lower_ not in vocabulary.given_names_of_places():
        return False
    return not first.i or not (is_part(first.nbor(-1)) or first.nbor(-1).lower_ == "of")


def is_part(word: Token) -> bool:
    """Whether a name goes on with a word."""
    return word.pos_ == "PROPN" and word.text[:1].isupper() and not word.is_sent_start


def is_of_thing(word: Token) -> bool:
    """Whether a capitalised word says what the name is of: "Prince Edward Island", "Alexandria Mayor"."""
    return word.is_title and (word.lower_ in vocabulary.kinds() or word.lower_ in vocabulary.before_names())


def is_addressed(first: Token) -> bool:
    """Whether a form of address or a rank stands before a name, as a name's own: "Ms. Paris", not "Police Chief"."""
    if first.i == 0:
        return False
    before = first.nbor(-1)
    return before.is_title and before.lower_ in vocabulary.addresses()


def is_surname(word: Token) -> bool:
    """Whether a word is one that only names have: the last of "China Mieville", not of "China Daily"."""
    named = word.tag_ == "NNP" and word.text.istitle() and word.text[-1].isalpha()
    known_body = word.ent_type_ == "ORG" and rank(word.text, word.vocab) < RARE
    return named and word.ent_type_ not in NO_PEOPLE and not known_body and not is_usually_small(word.text, word.vocab)

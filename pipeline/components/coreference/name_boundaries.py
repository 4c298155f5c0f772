"""Where a name begins and ends: without titles, articles and marks, with what the model left out."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.components.coreference.text import Text
from pipeline.components.grammar import known_names, vocabulary
from pipeline.gazetteer import lookup

BODIES = frozenset({"facility", "organization"})
UNNAMED = frozenset({"DET", "PUNCT", "CCONJ", "SPACE", "ADP", "PRON", "VERB", "AUX", "NUM", "ADV", "PART", "SYM"})
AFTER_PERSON = frozenset({"VERB", "AUX", "PUNCT", "SPACE", "NUM", "ADP", "DET", "PART"})


def trim_name(text: Text, first: int, last: int) -> tuple[int, int]:
    """Without articles and the like before, marks and possessives after."""
    last = before_amount(text, first, before_bracket(text, first, last))
    while first < last and is_no_end(text.tokens[last - 1]):
        last -= 1
    while first < last and is_no_start(text.tokens[first]):
        first += 1
    return first, last


def before_bracket(text: Text, first: int, last: int) -> int:
    """The end of a name in which a bracket opens that closes after it: "Forces of Liberation (FNL"."""
    opens = next((i for i in range(first, last) if text.words[i] == "("), last)
    return last if ")" in text.words[opens:last] else opens


def before_amount(text: Text, first: int, last: int) -> int:
    """The end of a name that the model lets run into an amount: "Oriel 40 million euros"."""
    amounts = (i for i in range(first + 1, last - 1) if text.tokens[i].like_num and text.tokens[i + 1].like_num)
    return next(amounts, last)


def is_no_end(token: Token) -> bool:
    """ "fined Rourke $", of "$50,000": the model takes the sign for a part of the name."""
    return token.tag_ == "POS" or token.is_currency or token.pos_ in ("PUNCT", "SPACE")


def is_no_start(token: Token) -> bool:
    return token.lower_ == "the" or (token.pos_ in UNNAMED and not token.is_title)


def person_within(text: Text, first: int, last: int) -> tuple[int, int]:
    """A person's name without offices, titles and nations before and stray words after: "DPRK leader Kim Jong Un"."""
    while last > first + 1 and text.tokens[last - 1].pos_ in AFTER_PERSON:
        last -= 1
    start = first
    for i in range(first, last - 1):
        word = text.tokens[i].lower_
        if word in vocabulary.before_names() or (text.tokens[i].is_lower and vocabulary.kinds().get(word) == "person"):
            start = i + 1
    return start + is_realm(text, start, last), last


def is_realm(text: Text, first: int, last: int) -> bool:
    """Whether a name starts with the place that an office before it is of: "Governor of Texas Ana Lopes"."""
    if last < first + 3 or first < 2 or text.words[first - 1] != "of":
        return False
    office = text.tokens[first - 2].lower_ in vocabulary.office_words()
    return office and vocabulary.person_gender(text.words[first + 1].lower()) is not None


def with_given(text: Text, first: int, last: int) -> int:
    """The start of a surname with the given name that the model takes for a town, or for nothing: "Valeska | Paris"."""
    if last != first + 1 or first == 0:
        return first
    before, surname = text.tokens[first - 1], text.tokens[first]
    beside = (
        before.dep_ == "compound" and before.head.i == surname.i and before.text.istitle() and before.pos_ == "PROPN"
    )
    alone = first < 2 or text.tokens[first - 2].pos_ != "PROPN"
    named = vocabulary.person_gender(before.lower_) is not None
    unknown = before.ent_type_ == "GPE" and known_names.country_of(before.text) is None and not lookup.find(before.text)
    missed = unknown or (named and before.ent_type_ in ("", "GPE"))
    return first - 1 if beside and alone and missed and not is_title(before) else first


def with_surnames(text: Text, first: int, last: int) -> int:
    """The end of a person's name with the surname that the model left out: "Gabriel Boric Font"."""
    while first < last < len(text.tokens) and is_surname_of(text.tokens[last], text.tokens[first]):
        last += 1
    return last


def is_surname_of(word: Token, given: Token) -> bool:
    named = word.tag_ == "NNP" and word.is_title and not word.ent_type_ and given.dep_ == "compound"
    return named and given.head.i >= word.i and not is_title(word)


def is_title(word: Token) -> bool:
    return word.lower_ in vocabulary.before_names() or word.lower_ in vocabulary.kinds()


def without_office(text: Text, first: int, last: int) -> int:
    """The end of a body's name before the office that somebody has there: "State Department Spokesperson"."""
    while last > first + 1 and is_office(text.tokens[last - 1]):
        last -= 1
    return last


def with_purpose(text: Text, first: int, last: int) -> int:
    """The end of a body's name with what it is for: "Oriel Foundation for the Visual Arts"."""
    noun = text.tokens[last - 1] if first < last < len(text.tokens) - 1 else None
    if noun is None or vocabulary.kinds().get(noun.lower_) not in BODIES or not noun.is_title:
        return last
    link = text.tokens[last]
    purpose = next((child for child in link.rights if child.dep_ == "pobj"), None)
    if link.lower_ != "for" or link.head.i != noun.i or purpose is None or not purpose.is_title:
        return last
    start = last + 1 + (text.words[last + 1].lower() == "the")
    named = all(word.is_title for word in text.doc[start : purpose.i + 1])
    return purpose.i + 1 if named and purpose.tag_ in ("NNP", "NNPS") else last


def is_office(word: Token) -> bool:
    return word.tag_ == "NNP" and vocabulary.kinds().get(word.lower_) == "person"

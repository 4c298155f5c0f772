"""What somebody is, read off the words around a noun: office, country, other qualifiers."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from pipeline.components.coreference.candidates import NATIONAL, Role
from pipeline.components.coreference.text import Text
from pipeline.components.grammar import known_names, labels, vocabulary
from pipeline.gazetteer import countries

QUALIFIERS = frozenset({"ADJ", "NOUN", "PROPN"})
LINKS = frozenset({"of", "for", "in", "at", "to"})


def leading_role(text: Text, start: int) -> Role | None:
    """The office in front of a name that starts at a token: "Russian Defense Minister Sergei Shoigu"."""
    noun = start - 1
    first = noun - 1 if elected_office(text, noun) else start
    while first and text.tokens[first - 1].pos_ in QUALIFIERS and not text.tokens[first - 1].is_sent_end:
        first -= 1
    is_office = elected_office(text, noun) or vocabulary.kinds().get(office_noun(text.tokens[noun])) == "person"
    if first == start or not is_office:
        return None
    return premodified_role(text, first - 2 if first > 1 and text.tokens[first - 1].tag_ == "POS" else first, noun)


def leading_nation(text: Text, start: int) -> Role | None:
    """The nation in front of a person's name: "American Paige Dunn", "Italy's Anna Greco"."""
    owns = start > 1 and text.tokens[start - 1].tag_ == "POS"
    last = start - owns
    for length in (3, 2, 1):
        written = (
            text.substring(last - length, last) if length <= last and text.words[last - length][:1].isupper() else ""
        )
        code = known_names.country_named(written) if owns else known_names.country_of_demonym(written)
        if code is not None:
            return Role(NATIONAL, frozenset({code}))
    return None


def noun_role(text: Text, head: Token) -> Role:
    """The office that a noun phrase names: "the North Korean leader", "Malaysia's Prime Minister"."""
    own = [child.left_edge.i for child in head.lefts if child.dep_ in labels.PREMODIFIERS]
    role = premodified_role(text, min(own, default=head.i), head.i)
    return Role(role.noun, role.modifiers | set(complements(text, head)))


def complements(text: Text, head: Token) -> Iterator[str]:
    """What a noun is of: "president of France", "the director of the gallery"."""
    for child in head.rights:
        if child.dep_ == "prep" and child.lower_ in LINKS:
            for noun in child.children:
                if noun.dep_ == "pobj":
                    yield country_at(text, noun) or noun.lemma_.lower()


def country_at(text: Text, noun: Token) -> str | None:
    if noun.pos_ != "PROPN":
        return None
    start = min((child.i for child in noun.lefts if child.dep_ == "compound"), default=noun.i)
    return known_names.country_named(text.substring(start, noun.i + 1))


def premodified_role(text: Text, first: int, noun: int) -> Role:
    """Office and qualifiers of a noun and the words before it, countries and demonyms as ISO codes."""
    office, start = office_at(text, first, noun)
    modifiers: set[str] = set()
    i = first
    while i < start:
        step, code = nation_at(text, i, start)
        if code is None and office_class(office) == "ruler" and (capital := countries.of_capital(text.words[i])):
            code = capital.code
        if code:
            modifiers.add(code)
        elif text.tokens[i].pos_ in QUALIFIERS and text.tokens[i].lower_ not in vocabulary.references().vague:
            modifiers.add(text.tokens[i].lower_)
        i += step
    return Role(office, frozenset(modifiers))


def nation_at(text: Text, i: int, end: int) -> tuple[int, str | None]:
    """How many tokens a country's name or demonym takes from a token on, and its ISO code."""
    if text.words[i][:1].isupper():
        for length in (3, 2, 1):
            if i + length <= end and (code := known_names.country_of(text.substring(i, i + length))):
                return length, code
    return 1, None


def office_at(text: Text, first: int, noun: int) -> tuple[str, int]:
    """The office that ends with a noun, by its one name, and the token where it starts."""
    if (elected := elected_office(text, noun)) is not None:
        return elected, noun - 2
    for start in range(max(first, noun - 3), noun):
        if (office := vocabulary.offices().get(text.substring(start, noun + 1).lower())) is not None:
            return office, start
    word = office_noun(text.tokens[noun])
    return vocabulary.offices().get(word, word), noun


def elected_office(text: Text, noun: int) -> str | None:
    """The office that somebody has yet to take, where its second part stands: "president-elect"."""
    if noun < 2 or text.words[noun].lower() not in vocabulary.references().elected or text.words[noun - 1] != "-":
        return None
    office = office_noun(text.tokens[noun - 2])
    return f"{office}-{text.words[noun].lower()}" if vocabulary.kinds().get(office) == "person" else None


def office_class(noun: str) -> str:
    """What words for one office have in common: rulers are one shelf, all ministers another."""
    rulers = vocabulary.titles().rulers
    return "ruler" if noun in rulers.words or noun in rulers.offices else noun.rpartition(" ")[2]


def same_office(one: str, other: str) -> bool:
    """Whether a word may name a known office: "leader" a "president", "minister" a "foreign minister"."""
    if one == other:
        return True
    if other.endswith(" " + one):
        return other.partition(" ")[0] not in vocabulary.references().subordinate
    rulers = vocabulary.titles().rulers
    ruling = rulers.words | rulers.offices
    return one in ruling and other in ruling and (one in rulers.words or other in rulers.words)


def may_describe(described_as: Role, known: Role, country: str | None) -> bool:
    """Whether a definite description can mean somebody known by a role: it must not say more than is known,
    and who held an office formerly is not who holds it."""
    past = vocabulary.references().past
    if known.modifiers & past and not described_as.modifiers & past:
        return False
    alike = same_office(described_as.noun, known.noun) or (
        known.noun == "counterpart" and bool(described_as.countries())
    )
    return alike and described_as.modifiers <= known.modifiers | {country}


def office_noun(word: Token) -> str:
    """The lemma of a noun for an office, in full: "general" for "Gen."."""
    return vocabulary.titles().shortened.get(word.lower_) or word.lemma_.lower()

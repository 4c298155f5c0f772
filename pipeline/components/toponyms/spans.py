"""Every stretch of a text that may be a toponym: what the gazetteer knows, what demonyms and abbreviations say, and
what the statistical model takes for a place. Which of them are toponyms is decided in ``recognition``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from spacy.tokens import Doc, Span, Token

from pipeline.components.grammar import known_names
from pipeline.components.texts import KEPT
from pipeline.components.toponyms import words as lexicon
from pipeline.gazetteer import countries, lookup
from pipeline.gazetteer.entries import Entry

Kind = Literal["listed", "demonym", "abbreviation", "unlisted"]

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
LONGEST = 6
LONGEST_SHORT = 3
SHORTEST_NAME = 3
LARGE_CITY = 100_000
LONGEST_ACRONYM = 4
INITIALS = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]+")
ELIDED = re.compile(r"[dl]['’][A-ZÀ-Þ]")
COMPOUND = re.compile(r"([A-Z][\w.]*)[-–](?:[a-z]\w*)")


@dataclass(frozen=True, slots=True)
class Candidate:
    """Tokens ``start`` to ``end`` (exclusive), characters ``first`` to ``last`` (exclusive), and what they can mean."""

    start: int
    end: int
    first: int
    last: int
    text: str
    kind: Kind
    entries: tuple[Entry, ...]


def candidates(doc: Doc) -> list[Candidate]:
    """All candidates in the order of the text; they overlap. The same tokens come once, a hyphenated name whole."""
    found: dict[tuple[int, int], Candidate] = {}
    capitalised = [token for token in doc if starts_name(token)]
    for candidate in (*short_names(capitalised), *gazetteer_names(capitalised), *named_by_model(doc)):
        found.setdefault((candidate.first, candidate.last), candidate)
    whole = [each for each in found.values() if is_hyphenated(each)]
    kept = (each for each in found.values() if not any(is_inside(each, name) for name in whole))
    return sorted(kept, key=lambda c: (c.first, -c.last))


def is_hyphenated(name: Candidate) -> bool:
    """ "Rostov-on-Don": a listed name that hyphens hold together."""
    is_known = name.kind == "listed" and bool(name.entries)
    return is_known and "-" in name.text and " " not in name.text


def is_inside(part: Candidate, name: Candidate) -> bool:
    return name.first <= part.first and part.last <= name.last and part is not name


def short_names(capitalised: Iterable[Token]) -> Iterator[Candidate]:
    """Demonyms, abbreviated states and countries: words with a meaning of their own."""
    for token in capitalised:
        for end in name_ends(token, LONGEST_SHORT):
            span = token.doc[token.i : end]
            kind, entries = meaning(span)
            if entries:
                yield candidate(span, kind, entries)
                break
        yield from compound(token)


def meaning(span: Span) -> tuple[Kind, tuple[Entry, ...]]:
    """What a short name stands for: nothing, if it is none."""
    written = span.text
    demonym = lexicon.demonym_entries(written)
    if demonym:
        return "demonym", () if is_no_demonym(span) else demonym
    state = lexicon.short_states().get(written.replace(" ", "")) or lexicon.short_states().get(written + ".")
    if state is None and len(span) == 1 and follows_comma(span[0]):
        state = lexicon.postal_states().get(written)
    if state is not None:
        return "abbreviation", lexicon.state_entries(state)
    if len(written) <= SHORTEST_NAME + 1 and written.isupper() and (country := countries.of_name(written)):
        return "abbreviation", lexicon.country_entries(country)
    return "abbreviation", ()


def is_no_demonym(span: Span) -> bool:
    """Whether the word is a language's, a union's, or part of a people's within another: "African-American"."""
    doc, start, end = span.doc, span.start, span.end
    if doc[start].ent_type_ == "LANGUAGE" or any(token.lemma_ == "speak" for token in doc[max(0, start - 2) : start]):
        return True
    if end < len(doc) and doc[end].text == "Union":
        return True
    peoples = lexicon.place_words().peoples
    around = ((max(0, start - before), end + after) for before in range(3) for after in range(3))
    return any(doc[first:last].text.casefold() in peoples for first, last in around)


def follows_comma(token: Token) -> bool:
    return token.i > 1 and token.nbor(-1).text == "," and starts_name(token.nbor(-2))


def compound(token: Token) -> Iterator[Candidate]:
    """A country in front of a hyphen within one token: "U.S.-led"."""
    match = COMPOUND.fullmatch(token.text)
    country = countries.of_name(match[1]) if match else None
    if match and country:
        yield Candidate(
            token.i,
            token.i + 1,
            token.idx,
            token.idx + match.end(1),
            match[1],
            "abbreviation",
            lexicon.country_entries(country),
        )


def gazetteer_names(capitalised: Iterable[Token]) -> Iterator[Candidate]:
    """From each capitalised word the longest name that the gazetteer has."""
    never = lexicon.never_alone()
    for token in capitalised:
        for end in name_ends(token, LONGEST):
            span = token.doc[token.i : end]
            no_name = token.lower_ in never or len(token) < SHORTEST_NAME or is_direction(span)
            if len(span) == 1 and no_name:
                continue
            entries = lookup.find(span.text)
            if entries and not is_institution(span.text, entries) and not is_acronym(span, entries):
                yield candidate(span, "listed", entries)
                break


def is_institution(name: str, entries: tuple[Entry, ...]) -> bool:
    """Whether the name is an organization's or a seat of government, and of no large city: "White House"."""
    is_known = name in known_names.organizations() or countries.of_seat(name) is not None
    return is_known and not any(entry.is_country or is_large(entry) for entry in entries)


def is_acronym(span: Span, entries: tuple[Entry, ...]) -> bool:
    """A few capitals are no small place's name: "SWAT", but "ROME" and "OSLO"."""
    if len(span) > 1 or not span.text.isupper() or len(span.text) > LONGEST_ACRONYM:
        return False
    return not any(entry.is_city and is_large(entry) for entry in entries)


def is_large(entry: Entry) -> bool:
    """Whether it is a large place, by its own name."""
    return not entry.alias and entry.population >= LARGE_CITY


def named_by_model(doc: Doc) -> Iterator[Candidate]:
    """What the model labels a place, without what is no part of a name."""
    labelled = (trim(span) for span in doc.ents if span.label_ in PLACE_LABELS)
    for span in filter(None, labelled):
        entries = seas(span) if is_direction(span) else lookup.find(span.text)
        if not is_institution(span.text, entries):
            yield candidate(span, "listed" if entries else "unlisted", entries)


def is_direction(span: Span) -> bool:
    """ "the West", "the Gulf": a part of the world, and not the town or province of that name."""
    alone = len(span) == 1 and span.start > 0 and span.doc[span.start - 1].lower_ == "the"
    return alone and span[0].lower_ in lexicon.place_words().regions


def seas(direction: Span) -> tuple[Entry, ...]:
    """The waters that are called so for short, if the text names a country on their shores: "Iran ... the Gulf"."""
    codes = countries_in(direction.doc)
    return tuple(
        entry
        for sea in lexicon.place_words().seas
        if sea.word == direction.text.lower() and codes & sea.shores
        for entry in lookup.find(sea.name)
    )


@lru_cache(maxsize=KEPT)
def countries_in(doc: Doc) -> frozenset[str]:
    """The codes of the countries that the model's entities name, gathered once for the documents asked last."""
    named = (countries.of_name(each.text) or countries.of_demonym(each.text) for each in doc.ents)
    return frozenset(country.code for country in named if country is not None)


def trim(span: Span) -> Span | None:
    """Take off articles, numbers of houses, possessives and common nouns: "the Gondra district" is "Gondra"."""
    start, end = span.start, span.end
    while start < end and not starts_name(span.doc[start]):
        start += 1
    while start < end and span.doc[start].lower_ == "the":
        start += 1
    while end > start and not starts_name(span.doc[end - 1]):
        end -= 1
    return span.doc[start:end] if start < end else None


def starts_name(token: Token) -> bool:
    """Capitalised, an elided article aside: "d'Ivoire"."""
    return token.text[0].isupper() or ELIDED.match(token.text) is not None


def name_ends(first: Token, longest: int) -> list[int]:
    """Ends of the names that can start there, the longest first: capitalised words with small words between.

    The last may be a common noun: "Khasan station".
    """
    connectors = lexicon.place_words().connectors
    ends = [first.i + 1]
    for token in first.doc[first.i + 1 : first.i + longest]:
        if token.is_sent_start or token.is_space:
            break
        if starts_name(token):
            ends.append(token.i + 1)
        elif token.lower_ in lexicon.place_words().installations:
            ends.append(token.i + 1)
            break
        elif token.lower_ not in connectors:
            break
    return ends[::-1]


def candidate(span: Span, kind: Kind, entries: tuple[Entry, ...]) -> Candidate:
    """With the full stop that belongs to an abbreviation, where tokenization has cut it off."""
    text, last = span.text, span.end_char
    is_short = kind == "abbreviation" or INITIALS.fullmatch(text) is not None
    if is_short and may_end_in_stop(text) and stop_follows(span):
        text, last = text + ".", last + 1
    return Candidate(span.start, span.end, span.start_char, last, text, kind, entries)


def may_end_in_stop(abbreviation: str) -> bool:
    """Whether a full stop may belong to it: "U.S" and "Calif", but not "USA" or one that has its stop."""
    is_bare = abbreviation.isupper() and "." not in abbreviation
    return not is_bare and not abbreviation.endswith(".")


def stop_follows(span: Span) -> bool:
    doc, end = span.doc, span.end
    return end < len(doc) and doc[end].text.startswith(".") and not doc[end - 1].whitespace_

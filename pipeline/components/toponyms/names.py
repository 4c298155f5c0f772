"""From recognised toponyms to the names of a document: which mentions share one, and what stands beside them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc

from pipeline.components.toponyms import words as lexicon
from pipeline.components.toponyms.resolution import MOST_CANDIDATES, Level, Name, contains
from pipeline.components.toponyms.spans import Candidate
from pipeline.gazetteer.entries import Entry
from pipeline.gazetteer.keys import key

BETWEEN = frozenset({",", "(", "in", "of"})
BY_PEOPLE = frozenset({"in", "of"})
OFFICE_WORDS = 3
STATE = "state"


def document_names(found: Sequence[Candidate], doc: Doc) -> list[Name]:
    """A name for each toponym; equal ones are one name of the document."""
    within = [container(found, place, doc) for place in range(len(found))]
    forms = [form_of_name(c, doc) for c in found]
    stated = {form: areas for form, areas in zip(forms, within, strict=True) if areas}
    countries = countries_beside(found, forms, doc)
    nations = countries_beside([c for c in found if c.kind != "demonym"], forms_of_names(found, forms), doc)
    levels = {form: level for c, form in zip(found, forms, strict=True) if (level := level_of(c, doc)) is not None}
    return [
        Name(
            form=form,
            entries=likely(form, c.entries, areas or stated.get(form, ())),
            within=areas or stated.get(form, ()),
            countries=frozenset(countries[form]),
            nations=frozenset(nations[form]),
            level=levels.get(form),
        )
        for c, form, areas in zip(found, forms, within, strict=True)
    ]


def forms_of_names(found: Sequence[Candidate], forms: Sequence[str]) -> list[str]:
    return [form for c, form in zip(found, forms, strict=True) if c.kind != "demonym"]


def form_of_name(found: Candidate, doc: Doc) -> str:
    """What tells the names of a document apart; "Washington state" is another name than "Washington"."""
    state = found.end < len(doc) and doc[found.end].lower_ == STATE and found.kind == "listed"
    return f"{found.kind} {key(found.text)}{' ' + STATE if state else ''}"


def likely(form: str, entries: Sequence[Entry], areas: Sequence[Entry]) -> tuple[Entry, ...]:
    """The readings worth comparing: states before "state", those within what stands behind, those of most people."""
    if form.endswith(f" {STATE}") and (states := [entry for entry in entries if entry.feature == "ADM1"]):
        entries = states
    if len(entries) <= MOST_CANDIDATES:
        return tuple(entries)
    ranked = sorted(entries, key=lambda e: (any(contains(a, e) for a in areas), e.curated, e.population), reverse=True)
    return tuple(ranked[:MOST_CANDIDATES])


def countries_beside(found: Sequence[Candidate], forms: Sequence[str], doc: Doc) -> dict[str, set[str]]:
    """The countries that the sentences of each name state, by form of the name."""
    sentences = sentence_numbers(found, doc)
    stated: dict[int, set[tuple[str, str]]] = defaultdict(set)
    for c, form, sentence in zip(found, forms, sentences, strict=True):
        if c.entries and c.entries[0].is_country and c.entries[0].country:
            stated[sentence].add((form, c.entries[0].country))
    beside: dict[str, set[str]] = defaultdict(set)
    for form, sentence in zip(forms, sentences, strict=True):
        beside[form] |= {country for other, country in stated[sentence] if other != form}
    return beside


def sentence_numbers(found: Iterable[Candidate], doc: Doc) -> list[int]:
    starts = [sentence.start for sentence in doc.sents]
    numbers, number = [], 0
    for c in found:
        while number + 1 < len(starts) and starts[number + 1] <= c.start:
            number += 1
        numbers.append(number)
    return numbers


def level_of(found: Candidate, doc: Doc) -> Level | None:
    """Whether offices beside a name are a nation's or those of a state in one: "Georgia's prime minister"."""
    lists = lexicon.place_words()
    for word in office_words(found, doc):
        if word in lists.national_offices:
            return "nation"
        if word in lists.state_offices:
            return "state"
    return None


def office_words(found: Candidate, doc: Doc) -> Iterator[str]:
    """The words after a possessive, or before "of" or "in": "Georgia's governor", "the governor of Georgia"."""
    after = doc[found.end : found.end + OFFICE_WORDS + 1]
    if len(after) and after[0].tag_ == "POS":
        yield from (token.lower_ for token in after[1:])
    if found.start and doc[found.start - 1].lower_ in BY_PEOPLE:
        yield from (token.lower_ for token in doc[max(0, found.start - OFFICE_WORDS) : found.start - 1])


def container(found: Sequence[Candidate], place: int, doc: Doc) -> tuple[Entry, ...]:
    """The readings of the toponym right behind that can contain this one: "Paris, Texas", "Paris in Texas"."""
    if place + 1 >= len(found):
        return ()
    this, following = found[place], found[place + 1]
    if not is_beside(this, following, doc):
        return ()
    return tuple(
        area
        for area in following.entries[:MOST_CANDIDATES]
        if (is_area(area) or following.kind == "abbreviation")
        and any(contains(area, entry) for entry in this.entries[:MOST_CANDIDATES])
    )


def is_area(entry: Entry) -> bool:
    return entry.is_country or entry.feature.startswith("ADM")


def is_beside(this: Candidate, following: Candidate, doc: Doc) -> bool:
    """Whether nothing but a comma or the like stands between, or nothing at all before an abbreviation: "Erie Pa."."""
    between = doc[this.end : following.start]
    if len(between) == 0:
        return this.end == following.start and following.kind == "abbreviation"
    return len(between) == 1 and between[0].lower_ in BETWEEN

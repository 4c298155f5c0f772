"""Which candidates are toponyms: a logistic model over a handful of features of form, gazetteer and context.

The weights stand in ``place_weights.toml`` and are fitted by ``benchmarks/places_fit.py``.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from pipeline.components.grammar import vocabulary
from pipeline.components.grammar.clubs import is_club
from pipeline.components.grammar.person_names import people_like_places
from pipeline.components.texts import text_of
from pipeline.components.toponyms import words as lexicon
from pipeline.components.toponyms.spans import PLACE_LABELS, Candidate, starts_name
from pipeline.gazetteer import countries
from pipeline.gazetteer.keys import key

LARGE = 1_000_000
UNAMBIGUOUS = frozenset({"AIRB", "BDG", "BP", "INSM", "MILB", "PCLH", "PPL", "RSTN"})


@dataclass(frozen=True, slots=True)
class Habits:
    """How a document uses a name elsewhere: as a place, as a person, by key of the name."""

    places: Counter[str]
    people: Counter[str]


def habits(doc: Doc, named: Iterable[Span] = ()) -> Habits:
    """How a document uses its names; ``named`` are people whom the model may take for places."""
    places: Counter[str] = Counter()
    people: Counter[str] = Counter(key(token.text) for person in named for token in person)
    for span in doc.ents:
        if span.label_ in PLACE_LABELS:
            places[key(span.text)] += 1
        elif span.label_ == "PERSON":
            people.update({key(token.text) for token in span if starts_name(token)})
    return Habits(places, people)


def features(found: Candidate, doc: Doc, usual: Habits) -> Iterator[tuple[str, float]]:
    """Names and values of the features that a candidate has; those it has not are 0."""
    span = doc[found.start : found.end]
    label, part = relation(span)
    yield f"kind {found.kind}", 1.0
    yield f"{label} {part}", 1.0
    if label == "NORP" and found.kind != "demonym":
        yield "NORP but no demonym", 1.0
    article = span.start > 0 and doc[span.start - 1].lower_ == "the"
    yield from gazetteer_features(found, like_place=article or (part == "whole" and label in ("GPE", "LOC")))
    yield from context_features(span)
    yield from form_features(found, span)
    yield from usage_features(found, span, usual)


def relation(span: Span) -> tuple[str, str]:
    """The model's label there, and where in its entity the candidate stands."""
    entity = next((span.doc[i] for i in range(span.start, span.end) if span.doc[i].ent_type_), None)
    if entity is None:
        return "no", "entity"
    start, end = bounds(entity)
    label = entity.ent_type_
    if label not in ("GPE", "LOC", "FAC", "ORG", "PERSON", "NORP"):
        label = "OTHER"
    while start < end and not starts_name(span.doc[start]):
        start += 1
    if start < span.start and span.doc[start].lower_ == "the":
        start += 1
    while end > span.end and not starts_name(span.doc[end - 1]):
        end -= 1
    if (start, end) == (span.start, span.end):
        return label, "whole"
    if start == span.start and end > span.end:
        return label, "start"
    if start < span.start and span.end == end:
        return label, "of end" if span.doc[span.start - 1].lower_ in ("of", "for", "in", "the") else "end"
    if start < span.start and span.end < end:
        return label, "middle"
    return label, "across"


def is_within_name(span: Span) -> bool:
    """Whether it is a part of a longer name of something that is no place of that name: "Riga Technical University"."""
    label, part = relation(span)
    if span.start and len(span) == 1 and is_club(span.doc[span.start - 1]):
        return True
    return label not in ("no", "GPE", "NORP") and part not in ("whole", "across")


def bounds(token: Token) -> tuple[int, int]:
    """First token and the one after the last of the entity that a token is in; a place's ends at a comma."""
    doc, start, end = token.doc, token.i, token.i + 1
    stops = (",",) if token.ent_type_ in PLACE_LABELS else ()
    while doc[start].ent_iob_ == "I" and start > 0 and doc[start - 1].text not in stops:
        start -= 1
    while end < len(doc) and doc[end].ent_iob_ == "I" and doc[end].text not in stops:
        end += 1
    return start, end


def gazetteer_features(found: Candidate, *, like_place: bool) -> Iterator[tuple[str, float]]:
    """What the gazetteer has under the name."""
    own = [entry for entry in found.entries if not entry.alias]
    population = max((entry.population for entry in found.entries), default=0)
    yield "people", math.log10(1 + population) / math.log10(LARGE)
    if found.kind != "listed":
        return
    if not own:
        yield "alias only", 1.0
    supplied = [entry for entry in own if entry.curated]
    if supplied:
        yield "in the supplement", 1.0
        if like_place or " " in key(found.text) or supplied[0].feature in UNAMBIGUOUS:
            yield "in the supplement and unambiguous", 1.0
    if any(entry.is_country for entry in found.entries):
        yield "country", 1.0
    if any(entry.feature == "ADM1" for entry in own):
        yield "state", 1.0
    if any(not entry.feature.startswith(("PPL", "ADM", "PCL", "AIRP")) for entry in own):
        yield "natural", 1.0
    if " " in key(found.text):
        yield "several words", 1.0


def context_features(span: Span) -> Iterator[tuple[str, float]]:
    """The words to its left and right."""
    doc, words = span.doc, lexicon.place_words()
    before = doc[span.start - 1] if span.start else None
    after = doc[span.end] if span.end < len(doc) else None
    if before is not None:
        yield from left_context(before, words)
    if after is not None:
        yield from right_context(after, words)
        if after.text in ("—", "--", "–", "(", ":") and span[0].is_sent_start:
            yield "dateline", 1.0


def right_context(after: Token, words: lexicon.PlaceWords) -> Iterator[tuple[str, float]]:
    lists = {"institution": words.institutions, "disease": words.diseases, "outlet": words.outlets}
    yield from ((f"{name} after", 1.0) for name, listed in lists.items() if after.lower_ in listed)
    if after.lower_ in words.features and not starts_name(after):
        yield "province after", 1.0
    if starts_name(after) and after.lower_ in words.roads:
        yield "road after", 1.0
    elif starts_name(after):
        yield "name after", 1.0
    elif after.text in ("-", "–", ",") and after.i + 1 < len(after.doc) and starts_name(after.nbor()):
        if after.text == ",":
            yield "comma and name after", 1.0
        elif not after.whitespace_:
            yield "hyphen after", 1.0
    if after.lower_ in ("'s", "’s"):
        yield "possessive", 1.0


def left_context(before: Token, words: lexicon.PlaceWords) -> Iterator[tuple[str, float]]:
    if before.lower_ in words.locatives:
        yield "locative before", 1.0
    elif before.lower_ == "of":
        town = before.i > 0 and before.nbor(-1).lower_ in words.features
        yield "town of before" if town else "of before", 1.0
    elif before.lower_ == "the":
        yield "the before", 1.0
    elif before.lower_ in words.directions:
        yield "direction before", 1.0
    elif before.lower_.rstrip(".") in vocabulary.before_names():
        yield "title before", 1.0
    elif vocabulary.name_gender(before.lower_) is not None and starts_name(before):
        yield "given name before", 1.0
    elif before.text == ",":
        yield "comma before", 1.0
    elif starts_name(before):
        yield "name before", 1.0
    elif before.text in ("-", "–") and not before.whitespace_:
        yield "hyphen before", 1.0


def form_features(found: Candidate, span: Span) -> Iterator[tuple[str, float]]:
    """How it is written."""
    words, last = lexicon.place_words(), span[-1].lower_
    if span[0].is_sent_start:
        yield "first in sentence", 1.0
    if last in words.roads:
        yield "road", 1.0
    if last in words.features and len(span) > 1:
        yield "feature", 1.0
    if span[0].lower_ in words.directions:
        yield "direction first", 1.0
    if found.kind != "demonym" and span[0].pos_ not in ("PROPN", "ADJ"):
        yield "no proper noun", 1.0
    if len(span) == 1 and vocabulary.name_gender(span[0].lower_) is not None:
        yield "given name", 1.0
    if any(token.lower_ in ("and", "in", "on", "the", "'s") for token in span[:-1]):
        yield "small word inside", 1.0


def usage_features(found: Candidate, span: Span, usual: Habits) -> Iterator[tuple[str, float]]:
    """How the document uses the name elsewhere."""
    form_, whole = key(found.text), relation(span)[1] == "whole"
    label = span[0].ent_type_
    places = usual.places[form_] - (whole and label in PLACE_LABELS)
    people = usual.people[form_] - (label == "PERSON")
    if places > 0:
        yield "place elsewhere", min(places, 3) / 3
    if people > 0:
        yield "person elsewhere", 1.0


def probability(values: Iterable[tuple[str, float]], weights: dict[str, float]) -> float:
    total = weights["bias"] + sum(weights.get(name, 0.0) * value for name, value in values)
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def is_country(found: Candidate, doc: Doc) -> bool:
    """Whether several words are a country's name, and part of no other: "the Holy See", not "Costa Rica Road"."""
    named = " " in found.text and countries.of_name(found.text) is not None
    following = doc[found.end] if found.end < len(doc) else None
    ends = following is None or not starts_name(following)
    return named and ends and not is_within_name(doc[found.start : found.end])


def recognise(found: Sequence[Candidate], doc: Doc, weights: dict[str, float]) -> list[tuple[Candidate, float]]:
    """The toponyms, each with how likely it is one; of those that overlap the likeliest, in the order of the text."""
    people = people_like_places(doc)
    usual = habits(doc, people)
    named = {i for person in people for i in range(person.start, person.end)}
    found = [c for c in found if named.isdisjoint(range(c.start, c.end))]
    rated = [(1.0 if is_country(c, doc) else probability(features(c, doc, usual), weights), c) for c in found]
    taken: list[tuple[Candidate, float]] = []
    covered = bytearray(len(text_of(doc)))
    for rate, chosen in sorted(rated, key=lambda pair: (-pair[0], pair[1].first)):
        if rate < weights["threshold of demonyms" if chosen.kind == "demonym" else "threshold"]:
            continue
        if not any(covered[chosen.first : chosen.last]):
            covered[chosen.first : chosen.last] = bytes([True]) * (chosen.last - chosen.first)
            taken.append((chosen, rate))
    return sorted(taken, key=lambda pair: pair[0].first)

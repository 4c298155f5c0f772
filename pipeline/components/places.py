"""Places: the toponyms of a text, each with the place it most likely names and the runners-up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.components import slots
from pipeline.components.toponyms import capitals, names, recognition, resolution, spans
from pipeline.components.toponyms.weights import Weights, weights
from pipeline.domain import Extent, Place, PlaceCandidate, PlaceRole
from pipeline.gazetteer import lookup
from pipeline.gazetteer.entries import Entry

NAME = "dateline_places"
RUNNERS_UP = 3
FAINT = 0.01
SAME_SPOT = 0.3


@Language.factory(NAME)
def create(nlp: Language, name: str) -> Places:
    return Places(weights())


class Places:
    """Find the toponyms of a document and what they mean; a name that no gazetteer row fits stays unresolved."""

    def __init__(self, fitted: Weights) -> None:
        self.fitted = fitted

    def __call__(self, doc: Doc) -> Doc:
        slots.PLACES.write(doc, self.find_places(doc))
        return doc

    def find_places(self, doc: Doc) -> list[Place]:
        found = recognition.recognise(spans.candidates(doc), doc, self.fitted.recognition)
        toponyms = [candidate for candidate, _ in found]
        readings = names.document_names(toponyms, doc)
        chances = resolution.resolve(readings, self.fitted.first_round, self.fitted.second_round)
        named = [
            place(candidate, role(candidate, doc), name.entries, shares, certainty(candidate, rate))
            for (candidate, rate), name, shares in zip(found, readings, chances, strict=True)
        ]
        return sorted([*named, *unnamed_capitals(doc, named)], key=lambda one: one.start)


def unnamed_capitals(doc: Doc, named: Iterable[Place]) -> Iterator[Place]:
    """The capitals that a text describes and does not name, at the noun: "the Zambian capital"."""
    for noun, country in capitals.described_capitals(doc, {one.start: one for one in named}):
        if (entry := capitals.city(country)) is not None:
            yield at_entry(Extent(noun.idx, noun.idx + len(noun), noun.text), entry, 1.0)


def role(candidate: spans.Candidate, doc: Doc) -> PlaceRole:
    if candidate.kind == "demonym":
        return "demonym"
    return "within_name" if recognition.is_within_name(doc[candidate.start : candidate.end]) else "name"


def certainty(candidate: spans.Candidate, rate: float) -> float:
    """How sure it is that the words name a place at all: of a demonym the lexicon is."""
    return 1.0 if candidate.kind == "demonym" else rate


def place(
    candidate: spans.Candidate, role: PlaceRole, entries: Sequence[Entry], shares: Sequence[float], rate: float
) -> Place:
    """The likeliest reading; its confidence is that of all readings at the same spot together."""
    ranked = sorted(zip(shares, entries, strict=True), key=lambda pair: -pair[0])
    if not ranked:
        return unresolved(candidate, role, rate)
    best = prefer_city(ranked[0][1], [entry for _, entry in ranked])
    share = sum(share for share, entry in ranked if at_same_spot(entry, best))
    others = [pair for pair in ranked if pair[0] >= FAINT and not at_same_spot(pair[1], best)]
    return replace(
        at_entry(Extent(candidate.first, candidate.last, candidate.text), best, rate * share),
        alternatives=tuple(runner_up(entry, rate * share) for share, entry in others[:RUNNERS_UP]),
        role=role,
    )


def at_entry(words: Extent, entry: Entry, confidence: float) -> Place:
    return Place(
        start=words.start,
        end=words.end,
        text=words.text,
        name=entry.name,
        country=entry.country,
        admin1=lookup.division_name(entry.country, entry.admin1),
        feature=entry.feature,
        latitude=entry.latitude,
        longitude=entry.longitude,
        geonames_id=entry.geonames_id,
        confidence=round(confidence, 3),
    )


def prefer_city(best: Entry, entries: Sequence[Entry]) -> Entry:
    """The city of that name rather than the division around it: "Pyongyang" is a city before it is a province."""
    if not best.feature.startswith("ADM"):
        return best
    cities = (e for e in entries if e.is_city and not e.alias and at_same_spot(e, best))
    return next(cities, best)


def unresolved(candidate: spans.Candidate, role: PlaceRole, rate: float) -> Place:
    return Place(
        start=candidate.first,
        end=candidate.last,
        text=candidate.text,
        name=candidate.text,
        country=None,
        admin1=None,
        feature=None,
        latitude=None,
        longitude=None,
        geonames_id=None,
        confidence=round(rate, 3),
        role=role,
    )


def runner_up(entry: Entry, confidence: float) -> PlaceCandidate:
    return PlaceCandidate(
        name=entry.name,
        country=entry.country,
        admin1=lookup.division_name(entry.country, entry.admin1),
        feature=entry.feature,
        latitude=entry.latitude,
        longitude=entry.longitude,
        geonames_id=entry.geonames_id,
        confidence=round(confidence, 3),
    )


def at_same_spot(entry: Entry, best: Entry) -> bool:
    """Within a third of a degree: a city, its district and its province's point are one spot on a map."""
    return (
        abs(entry.latitude - best.latitude) < SAME_SPOT
        and abs(entry.longitude - best.longitude) < SAME_SPOT
        and entry.country == best.country
    )

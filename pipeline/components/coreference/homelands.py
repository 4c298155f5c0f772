"""Countries and capitals by whose they are: "our country" is the speaker's, "the Zambian capital" is Lusaka."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.components.coreference.candidates import Candidate, Cluster
from pipeline.components.coreference.speakers import Turn, speaker_at
from pipeline.components.coreference.text import Text
from pipeline.components.grammar import cues
from pipeline.components.grammar.vocabulary import CAPITAL
from pipeline.domain import Place

SPOKEN = frozenset({"my", "our"})
TOLD = frozenset({"her", "his", "their"})
TELLING = frozenset({"organization", "person"})
BARE = 2


def join_owned_countries(candidates: Sequence[Candidate], at: Mapping[int, Candidate], turns: Sequence[Turn]) -> None:
    """Join each country that a pronoun owns to the country of whom the pronoun means; ``at`` is by head."""
    owned = [(land, owner) for owner in candidates if (land := owned_country(owner, at)) is not None]
    told = [(land, teller) for land in candidates if (teller := reporting_speaker(land, at)) is not None]
    named = countries_named(candidates) if owned or told else {}
    for land, owner in owned:
        whose = speaker_at(owner.first, turns) if owner.words[0] in SPOKEN else owner.cluster
        join_to_nation(land, whose, named)
    for land, teller in told:
        join_to_nation(land, teller.cluster, named)


def join_to_nation(land: Candidate, whose: Cluster | None, named: dict[str, Cluster]) -> None:
    nation = whose.nation() if whose is not None else None
    if nation is not None:
        land.cluster.country = nation
        named.setdefault(nation, land.cluster).absorb(land.cluster)


def reporting_speaker(land: Candidate, at: Mapping[int, Candidate]) -> Candidate | None:
    """Who says something of "the country" that nothing else names: "the Zambian minister said the country had no
    maize"."""
    is_definite = land.form == "nominal" and land.determiner == "definite"
    if not is_definite or not is_bare_country(land) or land.cluster.nation() is not None:
        return None
    verbs = (above.head for above in (land.head, *land.head.ancestors) if above.dep_ == "ccomp")
    verb = next((verb for verb in verbs if cues.addresses(verb)), None)
    subject = next((at.get(child.i) for child in verb.lefts if child.dep_ == "nsubj"), None) if verb else None
    return subject if subject is not None and subject.cluster.kind in TELLING else None


def countries_named(candidates: Sequence[Candidate]) -> dict[str, Cluster]:
    return {one.country: one.cluster for one in candidates if one.country is not None and one.kind == "country"}


def owned_country(owner: Candidate, at: Mapping[int, Candidate]) -> Candidate | None:
    """The country of which a phrase says no more than whose it is: not "his adopted country"."""
    if owner.form != "pronoun" or owner.words[0] not in SPOKEN | TOLD or owner.head.dep_ != "poss":
        return None
    land = at.get(owner.head.head.i)
    return land if land is not None and is_bare_country(land) else None


def is_bare_country(land: Candidate) -> bool:
    """Whether a phrase is one country's, and a noun with one word before it."""
    return land.kind == "country" and land.number == "one" and land.last - land.first == BARE


def join_capitals(
    text: Text, candidates: Sequence[Candidate], at: Mapping[int, Candidate], places: Sequence[Place]
) -> None:
    """Join each described capital to the city's name; the places know which city it is, if none is named."""
    cities = {place.start: place.geonames_id for place in places if place.text != CAPITAL}
    for place in places:
        span = text.doc.char_span(place.start, place.end) if place.text == CAPITAL else None
        phrase = at.get(span.start) if span is not None else None
        if phrase is None or len(phrase.cluster.candidates) > 1:
            continue
        phrase.cluster.known_as, phrase.cluster.country = place.name, place.country
        for one in candidates:
            if one.cluster.kind == "place" and cities.get(text.tokens[one.first].idx) == place.geonames_id:
                one.cluster.absorb(phrase.cluster)
                break

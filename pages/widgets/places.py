"""A place as evidence: what the name was taken for, how sure that is, what else it may mean. Pure; text is escaped."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from html import escape

from pages.language.highlight import Mark, context, mark_text
from pipeline.domain import Place, PlaceCandidate
from pipeline.gazetteer.countries import by_code
from pipeline.index import EventRow, Happening, PlacePoint
from pipeline.index.columns import place_key
from pipeline.wording import palette, titles

SURE = 0.6
MOST_ARTICLES, MOST_QUOTED, MOST_OTHERS = 12, 20, 5
CONTEXT = 60
KINDS = (
    ("PCL", "country"),
    ("TERR", "territory"),
    ("ADM", "region of a country"),
    ("PPL", "town or city"),
    ("CONT", "continent"),
    ("RGN", "region"),
    ("SEA", "sea"),
    ("OCN", "ocean"),
    ("STRT", "strait"),
    ("ISL", "island"),
    ("AIR", "airport"),
)


@dataclass(frozen=True, slots=True)
class Sighting:
    """A place where an article names it."""

    article: str
    place: Place


def is_sure(confidence: float) -> bool:
    return confidence >= SURE


def is_country(feature: str | None) -> bool:
    """Whether a GeoNames feature code is that of a whole country or territory."""
    return feature is not None and feature.startswith(("PCL", "TERR"))


def is_part_of_the_world(place: PlacePoint) -> bool:
    """Whether it is a continent, an ocean or a region of several countries: no point says where in it something is."""
    feature = place.feature or ""
    return feature.startswith(("CONT", "OCN")) or (feature.startswith("RGN") and place.country is None)


def told_in(key: str, rows: Iterable[Happening]) -> list[str]:
    """The articles in which something happens at a place, or moves from or to it."""
    return list(dict.fromkeys(row.article for row in rows if concerns(row, key)))


def concerns(row: Happening, key: str) -> bool:
    """Whether something happens at a place, or moves from or to it."""
    ends = (row.place,) if isinstance(row, EventRow) else (row.origin, row.destination)
    return any(end and end.key == key for end in ends)


def sightings(article: str, places: Iterable[Place], key: str) -> list[Sighting]:
    return [Sighting(article, place) for place in places if place_key(place) == key]


def place_card(seen: Sequence[Sighting], rows: int, text_of: Callable[[str], str]) -> str:
    """A place, its runner-ups and where it is named, as HTML; ``rows`` is how much of the view has to do with it."""
    concerned = titles.count(rows, "event or movement", "events and movements")
    best = max((sighting.place for sighting in seen), key=lambda place: place.confidence)
    unsure = "" if is_sure(best.confidence) else ": not certain, compare what else it may mean"
    items = "".join(_quote(sighting, text_of(sighting.article)) for sighting in seen[:MOST_QUOTED])
    more = len(seen) - MOST_QUOTED
    rest = f"<p class='dl-meta'>and {titles.count(more, 'more mention')}</p>" if more > 0 else ""
    return (
        f"<article class='dl-card' style='--mark:{palette.NEUTRAL}'><p class='dl-kind'>Place</p>"
        f"<h2>{escape(best.name)}</h2><p class='dl-meta'>{escape(place_in_words(best))}</p>"
        f"<p class='dl-meta'>{best.confidence:.0%} sure{unsure}</p>{_others(seen, best)}"
        f"<p class='dl-count'>{titles.count(len(seen), 'mention')}; {concerned}"
        f"</p><ol>{items}</ol>{rest}</article>"
    )


def place_in_words(place: Place | PlaceCandidate) -> str:
    """ "town or city in Primorye, Russia; 43.11° N, 131.87° E"."""
    if place.latitude is None or place.longitude is None:
        return "not located: the gazetteer has no such name, or nothing says which one is meant"
    within = held_by(place)
    north, east = "N" if place.latitude >= 0 else "S", "E" if place.longitude >= 0 else "W"
    where = f"{abs(place.latitude):.2f}° {north}, {abs(place.longitude):.2f}° {east}"
    return f"{feature_in_words(place)}{f' in {within}' if within else ''}; {where}"


def full_name(place: Place | PlaceCandidate) -> str:
    """ "Georgia, United States (region of a country)"."""
    words = ", ".join(part for part in (place.name, held_by(place)) if part)
    return f"{words} ({feature_in_words(place)})" if place.feature else words


def feature_in_words(place: Place | PlaceCandidate) -> str:
    return next((words for code, words in KINDS if (place.feature or "").startswith(code)), "place")


def held_by(place: Place | PlaceCandidate) -> str:
    """The region and the country that hold it."""
    country = by_code().get(place.country or "")
    held = None if is_country(place.feature) else country.name if country else place.country
    return ", ".join(dict.fromkeys(part for part in (place.admin1, held) if part and part != place.name))


def _others(seen: Iterable[Sighting], best: Place) -> str:
    """The runner-ups of all mentions, the likeliest first."""
    likeliest: dict[str, float] = {}
    for candidate in (other for sighting in seen for other in sighting.place.alternatives):
        said = f"{candidate.name}: {place_in_words(candidate)}"
        likeliest[said] = max(candidate.confidence, likeliest.get(said, 0))
    if not likeliest:
        return "" if best.latitude is None else "<p class='dl-meta'>No other place comes into question.</p>"
    ranked = sorted(likeliest.items(), key=lambda item: -item[1])[:MOST_OTHERS]
    items = "".join(f"<li>{escape(said)} ({confidence:.0%})</li>" for said, confidence in ranked)
    return f"<p class='dl-meta'>It may also mean:</p><ul class='dl-others'>{items}</ul>"


def _quote(sighting: Sighting, text: str) -> str:
    place = sighting.place
    start, end = context(text, place.start, place.end, around=CONTEXT)
    said = mark_text(text, [Mark(place.start, place.end, "dl-trigger")], start=start, end=end)
    sure = f"<p class='dl-said'>{place.confidence:.0%} sure</p>"
    return f"<li>{sure}<blockquote>{'… ' if start else ''}{said}{' …' if end < len(text) else ''}</blockquote></li>"

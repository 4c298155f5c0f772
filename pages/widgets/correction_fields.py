"""What can be edited of an event or movement: the fields, their values before, and the changes that typed ones make."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

import streamlit as st

from pipeline.corrections import PLACES, Change, Field
from pipeline.dates import written_span
from pipeline.domain import Analysis, Participant, Place, PlaceCandidate
from pipeline.errors import CorrectionError
from pipeline.gazetteer import lookup
from pipeline.gazetteer.entries import Entry
from pipeline.index import EventRow, Happening, MovementRow
from pipeline.index.columns import place_key
from pipeline.wording import dates

NOWHERE = ""
MOST_FOUND = 8
LABELS: dict[Field, str] = {
    "type": "Type",
    "status": "Status",
    "when": "When",
    "place": "Place",
    "actors": "Who does it",
    "recipients": "To whom",
    "mover": "Who or what moves",
    "origin": "From",
    "destination": "To",
    "departure": "Departs",
    "arrival": "Arrives",
    "same": "Is one with",
    "apart": "Somebody else",
    "kind": "Kind",
    "located": "Is",
    "one_story": "One event with",
    "another_story": "Another event than",
    "added": "Added",
    "reliability": "Outlet graded",
    "credibility": "Report graded",
}
Value = str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Editing:
    """Fields being edited under a name of their own, what they held before, and the article whose names and places can
    be put into them. Values are codes, names, keys of places and dates in words.
    """

    name: str
    before: Mapping[Field, Value]
    analysis: Analysis

    @classmethod
    def of(cls, row: Happening, analysis: Analysis) -> Editing:
        return cls(row.id, event_values(row) if isinstance(row, EventRow) else movement_values(row), analysis)

    def key(self, field: str) -> str:
        """The session-state key of a field's widget."""
        return f"fix-{self.name}-{field}"

    def typed(self, field: str) -> Value:
        value = st.session_state.get(self.key(field)) or ""
        return tuple(value) if isinstance(value, list) else str(value)

    def fill(self, values: Mapping[Field, Value]) -> None:
        """What the fields show when they are first drawn; nothing where no value is known."""
        for field, value in values.items():
            if value:
                st.session_state.setdefault(self.key(field), list(value) if isinstance(value, tuple) else value)

    def clear_fields(self, *fields: Field) -> None:
        for field in fields:
            st.session_state.pop(self.key(field), None)

    def set_value(self, field: Field, value: Value) -> None:
        st.session_state[self.key(field)] = value

    def names(self) -> list[str]:
        """The entities of the article, those most mentioned first."""
        most = sorted(self.analysis.entities, key=lambda entity: -len(entity.mentions))
        return list(dict.fromkeys(entity.name for entity in most))

    def places(self) -> dict[str, Place]:
        """By key: those of the article, their runners-up, and those that share a name with what the fields hold."""
        named = [*self.analysis.places, *filter(None, self.places_of_fields())]
        runners_up = [as_place(other) for place in named for other in place.alternatives]
        found: dict[str, Place] = {}
        for place in (*named, *runners_up):
            found.setdefault(place_key(place), place)
        held = [
            str(value) for field in PLACES if field in self.before for value in (self.before[field], self.typed(field))
        ]
        for name in dict.fromkeys(found[key].name if key in found else key for key in held):
            for place in places_named(name):
                found.setdefault(place_key(place), place)
        return found

    def places_of_fields(self) -> Iterator[Place | None]:
        """Where things happen: an analyst may have chosen what the text does not name."""
        for event in self.analysis.events:
            yield event.place
        for movement in self.analysis.movements:
            yield from (movement.origin, movement.destination)

    def runners_up(self, field: Field) -> dict[str, Place]:
        """By key: what else the name may mean that is read as the place of this field, the likeliest first."""
        key = self.before[field]
        found = [other for place in self.analysis.places if place_key(place) == key for other in place.alternatives]
        likeliest = map(as_place, sorted(found, key=lambda other: -other.confidence))
        return {other: place for place in likeliest if (other := place_key(place)) != key}

    def changes(self) -> list[Change]:
        """One a field that was changed. Raises CorrectionError where one is no date, or nothing was changed."""
        made = [change for field in self.before for change in self.change(field)]
        if not made:
            raise CorrectionError.nothing_changed()
        return made

    def change(self, field: Field) -> Iterator[Change]:
        """Of one field, if it was changed."""
        typed, before = self.typed(field), self.before[field]
        if typed != before and (typed or before):
            yield CHANGE[field](self, field, typed)

    def word(self, field: Field, typed: Value) -> Change:
        return Change(field, str(typed))

    def when(self, field: Field, typed: Value) -> Change:
        published: date | None = self.analysis.article.published
        return Change(field, when=written_span(str(typed), published))

    def place(self, field: Field, typed: Value) -> Change:
        """One that is offered, or the first of a name that is typed."""
        key = str(typed)
        place = self.places().get(key) or next(iter(places_named(key)), None)
        if key and place is None:
            raise CorrectionError.no_place(key)
        return Change(field, place=place)

    def parties(self, field: Field, typed: Value) -> Change:
        names = (typed,) if isinstance(typed, str) else typed
        return Change(field, parties=tuple(self.party(name) for name in names if name.strip()))

    def party(self, name: str) -> Participant:
        """The entity of the article with that name; any other name as it was typed."""
        known = next((entity for entity in self.analysis.entities if entity.name == name), None)
        if known is None or not known.mentions:
            return Participant(0, 0, name, None, name.strip())
        first = known.mentions[0]
        return Participant(first.start, first.end, first.text, known.id, name)


CHANGE: dict[Field, Callable[[Editing, Field, Value], Change]] = {
    "type": Editing.word,
    "status": Editing.word,
    "when": Editing.when,
    "departure": Editing.when,
    "arrival": Editing.when,
    "place": Editing.place,
    "origin": Editing.place,
    "destination": Editing.place,
    "actors": Editing.parties,
    "recipients": Editing.parties,
    "mover": Editing.parties,
}


def event_values(row: EventRow) -> dict[Field, Value]:
    return {
        "type": row.type,
        "status": row.status,
        "when": in_words(row.first, row.last, row.edtf),
        "place": row.place.key if row.place else NOWHERE,
        "actors": tuple(each.name for each in row.actors),
        "recipients": tuple(each.name for each in row.recipients),
    }


def movement_values(row: MovementRow) -> dict[Field, Value]:
    departure, arrival = row.departure, row.arrival
    return {
        "mover": row.mover.name,
        "status": row.status,
        "origin": row.origin.key if row.origin else NOWHERE,
        "destination": row.destination.key if row.destination else NOWHERE,
        "departure": in_words(departure.first, departure.last, departure.edtf) if departure else "",
        "arrival": in_words(arrival.first, arrival.last, arrival.edtf) if arrival else "",
    }


def in_words(first: date | None, last: date | None, edtf: str | None) -> str:
    """A date as the card shows it; nothing where none is told."""
    told = dates.when(first, last, edtf)
    return "" if told == dates.NO_DATE else told


def places_named(name: str) -> list[Place]:
    """The places of a name, the likeliest first."""
    return [as_place(entry) for entry in lookup.find(name)[:MOST_FOUND]] if name else []


def as_place(other: PlaceCandidate | Entry) -> Place:
    region = lookup.division_name(other.country, other.admin1) if isinstance(other, Entry) else other.admin1
    return Place(
        0, 0, other.name, other.name, other.country, region, other.feature,
        other.latitude, other.longitude, other.geonames_id, 1.0,
    )  # fmt: skip

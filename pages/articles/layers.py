"""What is marked in the text of an article, one layer a kind of finding. Pure."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator

from pages.shared import wording
from pages.shared.highlight import Mark
from pipeline.domain import Analysis, Event, Movement
from pipeline.wording.dates import when


def entities(analysis: Analysis) -> Iterator[Mark]:
    for entity in analysis.entities:
        if entity.kind not in ("place", "country"):
            for mention in entity.mentions:
                yield Mark(mention.start, mention.end, "dl-entity", f"{entity.name}, {entity.kind}")


def places(analysis: Analysis) -> Iterator[Mark]:
    for place in analysis.places:
        known = f"{place.name}, {place.country or 'country unknown'}, {place.confidence:.0%} sure"
        yield Mark(place.start, place.end, "dl-place", known if place.latitude is not None else "place not resolved")


def dates(analysis: Analysis) -> Iterator[Mark]:
    for timex in analysis.timexes:
        yield Mark(timex.start, timex.end, "dl-date", when(timex.first, timex.last, timex.edtf or timex.value))


def events(analysis: Analysis) -> Iterator[Mark]:
    happenings: tuple[Event | Movement, ...] = (*analysis.movements, *analysis.events)
    for happening in happenings:
        for report in happening.reports:
            yield Mark(report.trigger.start, report.trigger.end, "dl-event", told(happening))


def statements(analysis: Analysis) -> Iterator[Mark]:
    for said in analysis.attributions:
        source = said.source.text if said.source else "an unnamed source"
        yield Mark(said.content.start, said.content.end, "dl-statement", f"according to {source}")


def told(happening: Event | Movement) -> str:
    title = wording.movement_title(happening) if isinstance(happening, Movement) else wording.event_title(happening)
    return f"{title}, {wording.STATUSES[happening.status].lower()}"


Layer = Callable[[Analysis], Iterable[Mark]]
LAYERS: dict[str, tuple[str, Layer]] = {
    "statement": ("Statements", statements),
    "entity": ("People and organizations", entities),
    "place": ("Places", places),
    "date": ("Dates", dates),
    "event": ("Events", events),
}


def marks(analysis: Analysis, wanted: Collection[str]) -> list[Mark]:
    """The marks of the wanted layers."""
    return [mark for name, (_, layer) in LAYERS.items() if name in wanted for mark in layer(analysis)]

"""What is marked in the text of an article, one layer a kind of finding, and what each mark opens. Pure."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace

from pages.language.highlight import Mark
from pages.view.address import Selection
from pipeline.domain import Analysis, Event, Movement
from pipeline.index.columns import place_key
from pipeline.wording import titles
from pipeline.wording.dates import when

Found = tuple[Mark, Selection | None]


def entities(analysis: Analysis) -> Iterator[Found]:
    for entity in analysis.entities:
        if entity.kind not in ("place", "country"):
            for mention in entity.mentions:
                mark = Mark(mention.start, mention.end, "dl-entity", f"{entity.name}, {entity.kind}")
                yield mark, Selection("entity", entity.key)


def places(analysis: Analysis) -> Iterator[Found]:
    for place in analysis.places:
        known = f"{place.name}, {place.country or 'country unknown'}, {place.confidence:.0%} sure"
        said = known if place.latitude is not None else "place not resolved"
        yield Mark(place.start, place.end, "dl-place", said), Selection("place", place_key(place))


def dates(analysis: Analysis) -> Iterator[Found]:
    for timex in analysis.timexes:
        said = when(timex.first, timex.last, timex.edtf or timex.value)
        yield Mark(timex.start, timex.end, "dl-date", said), None


def events(analysis: Analysis) -> Iterator[Found]:
    """A trigger opens the event; where it is of a movement too, the list beside the text has both."""
    for movement in analysis.movements:
        for report in movement.reports:
            mark = Mark(report.trigger.start, report.trigger.end, "dl-event", label_of(movement))
            yield mark, Selection("movement", movement.id)
    for event in analysis.events:
        for report in event.reports:
            mark = Mark(report.trigger.start, report.trigger.end, "dl-event", label_of(event))
            yield mark, Selection("event", event.id)


def statements(analysis: Analysis) -> Iterator[Found]:
    keys = {entity.id: entity.key for entity in analysis.entities}
    for said in analysis.attributions:
        source = said.source.text if said.source else "an unnamed source"
        key = keys.get(said.source.entity or "") if said.source else None
        mark = Mark(said.content.start, said.content.end, "dl-statement", f"according to {source}")
        yield mark, Selection("source", key) if key else None


def label_of(happening: Event | Movement) -> str:
    title = titles.movement_title(happening) if isinstance(happening, Movement) else titles.event_title(happening)
    return f"{title}, {titles.STATUSES[happening.status].lower()}"


Layer = Callable[[Analysis], Iterable[Found]]
LAYERS: dict[str, tuple[str, Layer]] = {
    "statement": ("Statements", statements),
    "entity": ("People and organizations", entities),
    "place": ("Places", places),
    "date": ("Dates", dates),
    "event": ("Events", events),
}


def marks(
    analysis: Analysis,
    wanted: Collection[str],
    address: Callable[[Selection], str] | None = None,
    part: tuple[int, int] | None = None,
) -> list[Mark]:
    """The marks of the wanted layers in a part of the text; with ``address``, as links to what they open."""
    start, end = part or (0, len(analysis.article.text))
    every = (each for name, (_, layer) in LAYERS.items() if name in wanted for each in layer(analysis))
    found = [(mark, opens) for mark, opens in every if mark.start < end and start < mark.end]
    if address is None:
        return [mark for mark, _ in found]
    return [replace(mark, href=address(opens)) if opens else mark for mark, opens in found]

"""Which lane of the timeline an event stands in: of its class, its type, its actor or its place. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pages.language.certainty import is_doubtful
from pages.view.address import Lanes
from pipeline.index import EventRow
from pipeline.wording import titles
from pipeline.wording.palette import QUADS, quad

NAMES: dict[Lanes, str] = {"class": "kind", "type": "type", "actor": "who", "place": "where"}
LESS_CERTAIN, OTHERS = "less certain", "others"
NOBODY, NOWHERE = "nobody named", "no place told"
MOST_LANES = 8


def lanes(events: Sequence[EventRow], by: Lanes) -> dict[str, str]:
    """The lane of each event by its id, the first lane first: classes in their order, others the fullest first.

    What is less certain than the threshold has a lane of its own, the last; so have, before it, those of rare lanes.
    """
    found = {event.id: LESS_CERTAIN if is_doubtful(event) else _lane(event, by) for event in events}
    counts = Counter(found.values())
    if by == "class":
        order = [*QUADS, LESS_CERTAIN]
    else:
        named = sorted(counts.keys() - {LESS_CERTAIN, NOBODY, NOWHERE}, key=lambda lane: (-counts[lane], lane))
        order = [*named[:MOST_LANES], OTHERS, NOBODY, NOWHERE, LESS_CERTAIN]
    listed = {id_: lane if lane in order else OTHERS for id_, lane in found.items()}
    return dict(sorted(listed.items(), key=lambda item: order.index(item[1])))


def _lane(event: EventRow, by: Lanes) -> str:
    if by == "type":
        return titles.TYPES[event.type]
    if by == "actor":
        return event.actors[0].name if event.actors else NOBODY
    if by == "place":
        return event.place.name if event.place else NOWHERE
    return quad(event.type)

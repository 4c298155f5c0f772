"""The itinerary of one mover as rows of the page: that of the stories, where articles are linked."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from pages.movements import choice, whereabouts
from pages.view import stories
from pages.view.happenings import Happenings
from pipeline.index import MovementRow

if TYPE_CHECKING:
    from pipeline.linking.itineraries import Leg


def of_mover(found: Happenings, rows: Iterable[MovementRow], who: Collection[str]) -> list[MovementRow]:
    """Rows in the order of the legs, of each leg the one that ends where it does; of single articles, as they date."""
    told = choice.itinerary(rows, who)
    known = stories.latest() if found.together and told else None
    mover = whereabouts.party(told[0].mover.key or "", known.present) if known else None
    if known is None or mover is None:
        return told
    from pipeline.linking.itineraries import itinerary

    shown = {row.id: row for row in told}
    legs = (_row(leg, shown, found) for leg in itinerary(mover, known.present))
    return list({row.id: row for row in legs if row is not None}.values())


def _row(leg: Leg, shown: Mapping[str, MovementRow], found: Happenings) -> MovementRow | None:
    ids = [found.shown_row(account.told.id) for story in leg.stories for account in story.accounts]
    rows: Sequence[MovementRow] = [shown[id_] for id_ in ids if id_ in shown]
    return max(rows, key=lambda row: _ends(row) == _ends(leg), default=None)


def _ends(way: Leg | MovementRow) -> list[str | None]:
    return [place.name if place else None for place in (way.origin, way.destination)]

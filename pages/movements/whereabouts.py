"""Where movers were on the day that the map stands at, by which evidence; or between what and what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from pages.language import markdown
from pages.view import stories
from pages.view.address import Selection, SelectionKind
from pages.widgets import listing
from pipeline.domain import Movement
from pipeline.merging.events import REAL
from pipeline.wording import titles
from pipeline.wording.dates import long_day

if TYPE_CHECKING:
    from pipeline.linking import Story
    from pipeline.linking.itineraries import Presence, Whereabouts
    from pipeline.linking.parties import Party

MOST_MOVERS = 4
SURE = {"certain": "", "planned": ", planned", "contradicted": ", disputed"}


def draw(movers: Iterable[str], day: date) -> None:
    """A line for each mover (keys of entities): each name a button that opens what tells of it."""
    from pipeline.linking.itineraries import whereabouts

    known = stories.latest()
    for number, key in enumerate(sorted(movers)[:MOST_MOVERS]):
        who = party(key, known.present) if known else None
        if known and who:
            found = whereabouts(who, day, known.present)
            caption = f"{markdown.plain(who.name)} on {long_day(day)}: {'' if found.on else 'no article tells;'}"
            listing.list_buttons(f"whereabouts-{number}", caption, list(lines(found)))


def party(key: str, told: Iterable[Story]) -> Party | None:
    return next((each for story in told for each in (*story.actors, *story.recipients) if each.key == key), None)


def lines(found: Whereabouts) -> Iterator[tuple[Selection, str]]:
    """What is told of the day itself; else what of days around it, and what is certain last before and first after."""
    if found.on:
        yield from distinct((each, "") for each in found.on)
        return
    yield from distinct((each, "some day around: ") for each in found.around)
    yield from distinct(
        (each, words) for each, words in ((found.before, "last before: "), (found.after, "first after: ")) if each
    )


def doubt(presence: Presence) -> int:
    """0 where it is certain; what is told as real and disputed stands before a plan, what is denied behind it."""
    if presence.certainty == "contradicted":
        return 1 if any(story.status in REAL for story in presence.stories) else 3
    return 2 if presence.certainty == "planned" else 0


def distinct(presences: Iterable[tuple[Presence, str]]) -> Iterator[tuple[Selection, str]]:
    """Each place and time once, with the evidence of what tells of it most certainly."""
    said: dict[str, Presence] = {}
    for each, words in presences:
        where = f"{words}{markdown.plain(each.place.name)} ({markdown.plain(titles.span(each.when))}"
        said[where] = min(said.get(where, each), each, key=doubt)
    for where, each in said.items():
        told = each.stories[0].accounts[0].told
        kind: SelectionKind = "movement" if isinstance(told, Movement) else "event"
        yield Selection(kind, told.id), f"{where}{SURE[each.certainty]})"

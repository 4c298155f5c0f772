"""What became of each event and movement since a visit, by which of its articles were written since. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from pages.view.address import Selection
from pages.view.happenings import Happenings
from pipeline.domain import Status
from pipeline.index import Happening, MovementRow
from pipeline.merging.events import REAL

if TYPE_CHECKING:
    from pipeline.stories import LinkedStory

Turn = Literal["done", "off", "new", "more"]
GAINSAID: frozenset[Status] = frozenset({"cancelled", "denied"})
AHEAD: frozenset[Status] = frozenset({"planned", "hypothetical"})


@dataclass(frozen=True, slots=True)
class News:
    """``turn``: a plan carried out (``done``), called off or denied (``off``), a new story, more reports of an old."""

    turn: Turn
    selection: Selection
    row: Happening


def news(found: Happenings, stories: Mapping[str, LinkedStory], written: Collection[str]) -> list[News]:
    """What the articles ``written`` since tell, what most voices tell first."""
    rows: list[Happening] = [*found.events, *found.movements]
    turns = [(turn(row, stories.get(row.id), written), row) for row in rows]
    told = [News(each, Selection(kind_of(row), row.id), row) for each, row in turns if each]
    return sorted(told, key=lambda each: (-each.row.voices, -each.row.reports, each.row.id))


def kind_of(row: Happening) -> Literal["event", "movement"]:
    return "movement" if isinstance(row, MovementRow) else "event"


def turn(row: Happening, linked: LinkedStory | None, written: Collection[str]) -> Turn | None:
    """What became of a row; None if no article that tells it was written since."""
    if linked is None:
        return "new" if row.article in written else None
    accounts = linked.story.accounts
    since = {account.told.status for account in accounts if account.article in written}
    before = {account.told.status for account in accounts if account.article not in written}
    if not since:
        return None
    return turned(before, since) if before else "new"


def turned(before: Iterable[Status], since: Collection[Status]) -> Turn:
    """What new reports make of a story that was known."""
    known = frozenset(before)
    if not GAINSAID.isdisjoint(since) and GAINSAID.isdisjoint(known):
        return "off"
    return "done" if known <= AHEAD and not REAL.isdisjoint(since) else "more"

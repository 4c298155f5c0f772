"""What became of each event and movement since a visit, by which of its articles came in since. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

from pages.view.address import Selection
from pages.view.default_selection import weight
from pages.view.happenings import Happenings
from pipeline.domain import Status
from pipeline.index import Happening, MovementRow
from pipeline.merging.events import REAL

if TYPE_CHECKING:
    from pipeline.linking.accounts import Account
    from pipeline.stories import LinkedStory

Turn = Literal["off", "done", "disputed", "new", "voice", "more"]
TURNS: tuple[Turn, ...] = get_args(Turn)
GAINSAID: frozenset[Status] = frozenset({"cancelled", "denied"})
AHEAD: frozenset[Status] = frozenset({"planned", "hypothetical"})


@dataclass(frozen=True, slots=True)
class News:
    """``turn``: what was told is called off or denied (``off``), a plan carried out (``done``), reports disagree that
    did not (``disputed``), a new story, one that another independent voice tells, more reports of the same voices.

    ``disputed`` are the fields on which reports disagree since, ``voices`` the articles of voices that are new to it.
    """

    turn: Turn
    selection: Selection
    row: Happening
    disputed: tuple[str, ...] = ()
    voices: tuple[str, ...] = ()


def news(found: Happenings, stories: Mapping[str, LinkedStory], added: Collection[str]) -> list[News]:
    """What the articles ``added`` since tell, by turn, what matters most first; a movement that is an event once."""
    rows: list[Happening] = [*found.events, *found.movements]
    told = [each for row in rows if (each := news_of(row, stories.get(row.id), added))]
    turns = {each.selection.id: each.turn for each in told}
    return sorted((each for each in told if not is_said_by_event(each, turns)), key=by_turn)


def is_said_by_event(each: News, turns: Mapping[str, Turn]) -> bool:
    """Whether the event that a movement is had the same turn."""
    return isinstance(each.row, MovementRow) and turns.get(each.row.event or "") == each.turn


def by_turn(each: News) -> tuple[float | str, ...]:
    return (TURNS.index(each.turn), *(-value for value in weight(each.row)), each.row.id)


def news_of(row: Happening, linked: LinkedStory | None, added: Collection[str]) -> News | None:
    """What became of a row; None if no article that tells it came in since."""
    selection = Selection("movement" if isinstance(row, MovementRow) else "event", row.id)
    if linked is None:
        return News(first_turn(row.status), selection, row) if row.article in added else None
    accounts = linked.story.accounts
    since = [account for account in accounts if account.article in added]
    before = [account for account in accounts if account.article not in added]
    if not since:
        return None
    disputed, voices = disputed_since(linked, added), voices_since(linked, added) if before else ()
    turn = turn_of(statuses(before), statuses(since), another_voice=bool(voices)) if before else first_turn(row.status)
    if disputed and turn not in ("off", "done"):
        turn = "disputed"
    return News(turn, selection, row, disputed, voices)


def first_turn(status: Status) -> Turn:
    """What a story is that was not known: a denial, and what was called off, are news of what others may have told."""
    return "off" if status in GAINSAID else "new"


def turn_of(before: Iterable[Status], since: Collection[Status], *, another_voice: bool = False) -> Turn:
    """What new reports make of a story that was known."""
    known = frozenset(before)
    if not GAINSAID.isdisjoint(since) and GAINSAID.isdisjoint(known):
        return "off"
    if known <= AHEAD and not REAL.isdisjoint(since):
        return "done"
    return "voice" if another_voice else "more"


def disputed_since(linked: LinkedStory, added: Collection[str]) -> tuple[str, ...]:
    """The fields on which the articles that were known did not disagree."""
    return tuple(
        conflict.field
        for conflict in linked.story.conflicts
        if sum(any(account.article not in added for account in held) for _, held in conflict.values) < 2
    )


def voices_since(linked: LinkedStory, added: Collection[str]) -> tuple[str, ...]:
    """The first article of each independent voice of which none was known."""
    return tuple(voice[0] for voice in linked.voices.independent if all(article in added for article in voice))


def statuses(accounts: Iterable[Account]) -> frozenset[Status]:
    return frozenset(account.told.status for account in accounts)

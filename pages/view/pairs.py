"""Who does what to whom, as the pages show events: what several articles tell of one event counts once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pages.view import data
from pages.view.happenings import count_happenings
from pipeline.index import DyadRow, EventFilter, EventRow, Participation
from pipeline.index.pairs import Pair, pairs
from pipeline.index.questions import dyads as questions

MOST, MOST_BETWEEN = 500, 200
SETTLED = ("occurred", "ongoing")


def dyads(wanted: EventFilter) -> tuple[DyadRow, ...]:
    """By pair and type, the most frequent first."""
    found = count_happenings(wanted)
    return count_dyads(found.events)[:MOST] if found.together else data.answers(questions.dyads, wanted, MOST)


def events_between(key: str, wanted: EventFilter) -> tuple[EventRow, ...]:
    """The events that ``dyads`` counts for the pair of this key, in the order of the rows."""
    found = count_happenings(wanted)
    if not found.together:
        return data.between(key, wanted)
    return tuple(row for row in found.events if key in {pair.key for pair in pairs_of(row)})[:MOST_BETWEEN]


def count_dyads(events: Iterable[EventRow]) -> tuple[DyadRow, ...]:
    """One row a pair and type, the most frequent first."""
    alike: dict[tuple[str, str], list[EventRow]] = {}
    ends: dict[str, tuple[Pair, Participation, Participation]] = {}
    for row in events:
        known = {who.key or who.name: who for who in (*row.actors, *row.recipients)}
        for pair in pairs_of(row):
            ends.setdefault(pair.key, (pair, known[pair.actor], known[pair.recipient]))
            alike.setdefault((pair.key, row.type), []).append(row)
    rows = [_dyad(*ends[key], same) for (key, _), same in alike.items()]
    return tuple(sorted(rows, key=lambda row: (-row.events, row.key, row.type)))


def pairs_of(row: EventRow) -> list[Pair]:
    """Each pair of an event once."""
    actors, recipients = ([who.key or who.name for who in side] for side in (row.actors, row.recipients))
    return list(dict.fromkeys(pairs(row.type, actors, recipients)))


def _dyad(pair: Pair, actor: Participation, recipient: Participation, same: Sequence[EventRow]) -> DyadRow:
    return DyadRow(
        key=pair.key,
        actor=actor,
        recipient=recipient,
        mutual=pair.mutual,
        type=same[0].type,
        events=len(same),
        settled=sum(row.status in SETTLED for row in same),
    )

"""Accounts of one real-world event or movement as a story: what all tell together, and where they disagree."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from pipeline.domain import DateSpan, Event, Movement, Place, Status, Vehicle
from pipeline.linking.accounts import Account
from pipeline.linking.parties import Party, shares
from pipeline.linking.places import may_be_one_place
from pipeline.linking.score import reasons
from pipeline.merging.context import ID_LENGTH, length_in_days, may_coincide
from pipeline.merging.events import REAL, STRENGTH, are_compatible_places, is_country

T = TypeVar("T")
CENTRAL = 20
"""Accounts among which the one that all others are like is looked for."""
GAINSAID: frozenset[Status] = frozenset({"cancelled", "denied"})


@dataclass(frozen=True, slots=True)
class Values(Generic[T]):
    """What each account gives for a field, when two of these do not exclude each other, and how one is shown."""

    field: str
    given: Sequence[T | None]
    fit: Callable[[T, T], bool]
    shown: Callable[[T], str]


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field in which accounts disagree: each value with the accounts that have it, the most told first."""

    field: str
    values: tuple[tuple[str, tuple[Account, ...]], ...]


@dataclass(frozen=True, slots=True)
class Story:
    """One real-world event or movement, with the accounts of all articles that tell of it.

    Of a movement ``actors`` holds the mover, ``place`` the destination and ``when`` its arrival or departure, whichever
    is known more closely.
    """

    id: str
    accounts: tuple[Account, ...]
    type: str
    mode: str | None
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    place: Place | None
    origin: Place | None
    when: DateSpan | None
    departure: DateSpan | None
    arrival: DateSpan | None
    vehicle: Vehicle | None
    status: Status
    confidence: float
    conflicts: tuple[Conflict, ...]
    linked_by: tuple[str, ...]

    @property
    def is_movement(self) -> bool:
        return isinstance(self.accounts[0].told, Movement)

    @property
    def articles(self) -> list[str]:
        return sorted({account.article for account in self.accounts})


def story(found: Iterable[Account]) -> Story:
    """What accounts of one thing tell together; the same for any order of them."""
    accounts = tuple(sorted(found, key=lambda account: account.id))
    moves = [account.told for account in accounts if isinstance(account.told, Movement)]
    return Story(
        id=hashlib.sha256(accounts[0].id.encode()).hexdigest()[:ID_LENGTH],
        accounts=accounts,
        type=commonest([account.type for account in accounts]),
        mode=commonest_known([account.told.mode for account in accounts if isinstance(account.told, Event)]),
        actors=side([account.actors for account in accounts]),
        recipients=side([account.recipients for account in accounts]),
        place=agreed_place([destination(account) for account in accounts]),
        origin=agreed_place([move.origin for move in moves]),
        when=agreed_date([account.when for account in accounts]),
        departure=agreed_date([move.departure for move in moves]),
        arrival=agreed_date([move.arrival for move in moves]),
        vehicle=commonest_known([move.vehicle for move in moves]),
        status=status([account.told.status for account in accounts]),
        confidence=max(account.told.confidence for account in accounts),
        conflicts=tuple(conflicts(accounts)),
        linked_by=linked_by(accounts),
    )


def destination(account: Account) -> Place | None:
    """Where an event was, or a movement led to."""
    return account.told.destination if isinstance(account.told, Movement) else account.told.place


def commonest(values: Sequence[str]) -> str:
    """The most frequent value; of equals the first by name."""
    counts = Counter(values)
    return min(counts, key=lambda value: (-counts[value], value))


def commonest_known(values: Iterable[T | None]) -> T | None:
    counts = Counter(value for value in values if value is not None)
    return min(counts, key=lambda value: (-counts[value], str(value)), default=None)


def side(sides: Sequence[tuple[Party, ...]]) -> tuple[Party, ...]:
    """One side as that account tells it with which most others agree; of equals, the one that names most."""
    told = [parties for parties in sides if parties]

    def support(parties: tuple[Party, ...]) -> tuple[int, int, str]:
        agreeing = sum(shares(parties, other) for other in told)
        return -agreeing, -sum(party.is_known for party in parties), str([party.name for party in parties])

    return min(told, key=support, default=())


def agreed(values: Iterable[T | None], fit: Callable[[T, T], bool], key: Callable[[T], int]) -> T | None:
    """The value with which most others fit; of equals the most specific, of these the first by its words."""
    known = [value for value in values if value is not None]
    return min(known, key=lambda value: (-sum(fit(value, one) for one in known), key(value), str(value)), default=None)


def agreed_place(places: Iterable[Place | None]) -> Place | None:
    """That with which most others fit; a country, which fits all its places, only if nothing closer is told."""
    told = [place for place in places if place is not None]
    return agreed([place for place in told if not is_country(place)] or told, are_compatible_places, key=is_country)


def agreed_date(dates: Iterable[DateSpan | None]) -> DateSpan | None:
    return agreed(dates, may_coincide, key=length_in_days)


def status(found: Sequence[Status]) -> Status:
    """How far it came: what is told as done outweighs plans, unless as many deny it."""
    real = sum(each in REAL for each in found)
    gainsaid = [each for each in found if each in GAINSAID]
    kept = gainsaid if gainsaid and len(gainsaid) >= real else found
    return min(kept, key=STRENGTH.index)


def conflicts(accounts: Sequence[Account]) -> Iterable[Conflict]:
    """Days and places that exclude each other, and what is told as real and denied.

    Of a movement departures are compared with departures and arrivals with arrivals: it may take days.
    """
    for field, days in days_of(accounts).items():
        yield from disagreement(accounts, Values(field, days, may_coincide, shown_date))
    places = [destination(account) for account in accounts]
    statuses = [account.told.status for account in accounts]
    yield from disagreement(accounts, Values("place", places, may_be_one_place, lambda place: place.name))
    yield from disagreement(accounts, Values("status", statuses, same_outcome, lambda status: status))


def days_of(accounts: Sequence[Account]) -> dict[str, list[DateSpan | None]]:
    """By what of an event or a movement they date, the days that accounts give."""
    moves = [account.told for account in accounts if isinstance(account.told, Movement)]
    if moves:
        return {"departure": [move.departure for move in moves], "arrival": [move.arrival for move in moves]}
    return {"when": [account.when for account in accounts]}


def disagreement(accounts: Sequence[Account], values: Values[T]) -> Iterable[Conflict]:
    """The conflict in one field, if any two accounts exclude each other there."""
    told = [(account, value) for account, value in zip(accounts, values.given, strict=True) if value is not None]
    opposed = [(account, value) for account, value in told if not all(values.fit(value, other) for _, other in told)]
    by_value: dict[str, list[Account]] = {}
    for account, value in opposed:
        by_value.setdefault(values.shown(value), []).append(account)
    if by_value:
        ranked = sorted(by_value.items(), key=lambda item: (-len(item[1]), item[0]))
        yield Conflict(values.field, tuple((value, tuple(held)) for value, held in ranked))


def same_outcome(one: str, other: str) -> bool:
    """Whether two reports that stand so do not contradict each other: a plan may be carried out or cancelled."""
    told = {one, other}
    return told.isdisjoint(REAL) or told.isdisjoint(GAINSAID)


def shown_date(span: DateSpan) -> str:
    first, last = (day or ".." for day in (span.first, span.last))
    return span.edtf or f"{first}/{last}"


def linked_by(accounts: Sequence[Account]) -> tuple[str, ...]:
    """Why they stand together: the features that speak for it, most first, over the pairs of the account that is most
    like all others with each of them.
    """
    added = [[reasons(one, other) for other in accounts if other is not one] for one in accounts[:CENTRAL]]
    best = max(added, key=lambda pairs: sum(sum(pair.values()) for pair in pairs))
    totals: Counter[str] = Counter()
    for pair in best:
        totals.update(pair)
    return tuple(name for name, total in sorted(totals.items(), key=lambda item: (-item[1], item[0])) if total > 0)

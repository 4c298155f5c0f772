"""What identifies an event: without it, two of one kind that are in the news are taken for one."""

from __future__ import annotations

from pipeline.linking.accounts import Account, Setting
from pipeline.linking.counts import count_alike
from pipeline.linking.times import days_apart, same_news
from pipeline.merging.events import is_country, same_place

NAMED = 3
"""Words of names from which an article says what affair it is of."""
COMMON, COMMON_UNDATED = 1, 2
"""Words of names that articles of one affair have in common; more, if no day says that they are of one time."""


def identity(one: Account, other: Account) -> dict[str, float]:
    """Whether their articles name the same, and they themselves a person, body or place, a day or a number."""
    is_dated_or_counted = days_apart(one, other) == 0 or count_alike(one.counts, other.counts)
    return {
        "other affair": name_others(one.setting, other.setting),
        "nothing identifies": not is_dated_or_counted and not is_named(one, other),
        "other countries": not is_dated_or_counted and not same_news(one, other) and is_in_other_countries(one, other),
    }


def name_others(one: Setting, other: Setting) -> bool:
    """Whether two articles both name people, bodies or places, and hardly any in common: two outbreaks of a disease."""
    are_dated = one.published is not None and other.published is not None
    in_common = len(one.marks & other.marks)
    return min(len(one.marks), len(other.marks)) >= NAMED and in_common < (COMMON if are_dated else COMMON_UNDATED)


def is_named(one: Account, other: Account) -> bool:
    """Whether both name what not every event of the kind has: a person, a body, a place finer than a country."""
    return not one.names.isdisjoint(other.names) or is_at_one_place(one, other)


def is_at_one_place(one: Account, other: Account) -> bool:
    if one.place is None or other.place is None or is_country(one.place):
        return False
    return same_place(one.place, other.place)


def is_in_other_countries(one: Account, other: Account) -> bool:
    """Whether the sentences of both name countries, or places in them, and none in common."""
    return bool(one.countries and other.countries) and one.countries.isdisjoint(other.countries)

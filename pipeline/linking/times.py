"""Whether two articles' accounts can be of one time: dates of their own, or the days on which they were news."""

from __future__ import annotations

from datetime import timedelta

from pipeline.domain import DateSpan, Status
from pipeline.linking.accounts import Account, Setting, likeness
from pipeline.merging.context import may_coincide
from pipeline.merging.events import REAL

SLIP = timedelta(days=1)
"""How far two articles' days of one event may lie apart: time zones, and the day after for the day of."""
SAME_NEWS = timedelta(days=2)
"""How far apart two articles are published that report the same news."""
FRESH = timedelta(days=10)
"""How long something is news."""
VAGUE = timedelta(days=31)
"""A date longer than this says of no news when it was; and how far ahead plans are told."""
RETOLD = 0.35
"""Cosine of two articles from which they are of one affair even if published weeks apart."""
RETELLING = timedelta(days=300)
"""How long after the news an article may tell it again undated; what returns each year has then come round."""
AHEAD: frozenset[Status] = frozenset({"planned", "hypothetical"})
UNFINISHED = AHEAD | {"ongoing"}


def may_be_of_one_day(one: Account, other: Account) -> bool:
    """Whether dates of their own share a day or nearly so; a background date ("in April 2019") is of no news."""
    a, b = own_days(one), own_days(other)
    if a is not None and b is not None:
        return may_coincide(a if is_vague(a) else widened(a), b)
    return not is_background(one) and not is_background(other)


def may_be_one_news(one: Account, other: Account) -> bool:
    """Whether one without a date was news on the days of the other, or any earlier if its article retells the other."""
    a, b = own_days(one), own_days(other)
    if a is not None and b is not None:
        return True
    return may_coincide(a or news(one), b or news(other)) or is_retold(one, other)


def own_days(account: Account) -> DateSpan | None:
    """The days that an account gives. An open end of what has occurred is its report, "since 7 June" told on the 8th;
    unless that is long ago: "their first title since 1908" gives no day.
    """
    span = account.when
    if span is None or span.first is None or span.last is not None:
        return span
    if account.reported is None or account.told.status in UNFINISHED:
        return span
    last = max(span.first, account.reported)
    closed = DateSpan(span.first, last, f"{span.first}/{last}")
    return None if is_vague(closed) else closed


def is_background(account: Account) -> bool:
    """Whether its date is vague or of what came before the news."""
    span = own_days(account)
    is_vaguely_dated = span is not None and is_vague(span)
    return is_vaguely_dated or not is_own_news(account)


def is_vague(span: DateSpan) -> bool:
    """Whether a date is closed and longer than a month."""
    return span.first is not None and span.last is not None and span.last - span.first >= VAGUE


def widened(span: DateSpan) -> DateSpan:
    return DateSpan(span.first and span.first - SLIP, span.last and span.last + SLIP, None)


def news(account: Account) -> DateSpan | None:
    """The days that an account without a date can be of: what occurred is news for a while, what is planned is to
    come; None where no day of the report is known.
    """
    day = account.reported
    if day is None:
        return None
    if account.told.status in AHEAD:
        return DateSpan(day, day + VAGUE, None)
    return DateSpan(day - FRESH, day, None)


def is_own_news(account: Account) -> bool:
    """Whether a date is of the time around its report, and not of what came before the news; unknown days may be."""
    if account.when is None or account.reported is None:
        return True
    return may_coincide(account.when, DateSpan(account.reported - FRESH, account.reported + VAGUE, None))


def days_apart(one: Account, other: Account) -> int | None:
    """Days between two dates of their own, 0 if they share one; None where one is vague, open or unknown."""
    spans = [span for span in (own_days(one), own_days(other)) if span is not None and not is_vague(span)]
    ends = [day for span in spans for day in (span.first, span.last) if day]
    if len(ends) < 4:
        return None
    first, last, start, end = ends
    return max(0, (start - last).days, (first - end).days)


def one_is_vague(one: Account, other: Account) -> bool:
    """Whether one has a vague date and the other another."""
    spans = (own_days(one), own_days(other))
    return any(span is not None and is_vague(span) for span in spans) and spans[0] != spans[1]


def same_news(one: Account, other: Account) -> bool:
    """Whether both were reported within ``SAME_NEWS``."""
    return one.reported is not None and other.reported is not None and abs(one.reported - other.reported) <= SAME_NEWS


def is_retold(one: Account, other: Account) -> bool:
    """Whether both occurred, by articles so alike that the later may tell, undated, what the earlier told as news; of
    journeys none, for the same people go the same way again. What is denied is denied of the days before.
    """
    have_occurred = {one.told.status, other.told.status} <= REAL
    return have_occurred and not one.is_move and may_retell(one.setting, other.setting)


def may_retell(one: Setting, other: Setting) -> bool:
    """Whether two articles are so alike that either may tell the other's news again, in the months after."""
    return are_published_within(RETELLING, one, other) and likeness(one, other) >= RETOLD


def are_published_within(longest: timedelta, one: Setting, other: Setting) -> bool:
    """Whether two articles are of neighbouring days, as far as these are known."""
    return one.published is None or other.published is None or abs(one.published - other.published) <= longest

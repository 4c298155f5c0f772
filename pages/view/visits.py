"""Which state of the store this browser saw at its last visit: two numbers and two moments in a cookie, no more."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import streamlit as st

COOKIE = "dateline-visit"
"""Written by ``static/visit.js`` when a page is left: the visit before, a hyphen, the last; each as version.second."""
MARKS = re.compile(r"(\d{1,12})\.(\d{1,11})-(\d{1,12})\.(\d{1,11})", re.ASCII)
PAUSE = timedelta(minutes=30)
"""A browser that comes back sooner, or loads the page again, is still at the same visit; as in ``visit.js``."""
_LAST = "last-visit"


@dataclass(frozen=True, slots=True)
class Visit:
    """The version of the store that was seen, and when the page was left."""

    version: int
    left: datetime


def last() -> Visit | None:
    """The visit before this one, as it was when the session began; None at the first."""
    if _LAST not in st.session_state:
        st.session_state[_LAST] = visit_before(str(st.context.cookies.get(COOKIE, "")), datetime.now(UTC))
    found: Visit | None = st.session_state[_LAST]
    return found


def mark(version: int) -> str:
    """What the script keeps when the page is left."""
    return f'<i data-store-version="{version}" hidden></i><script src="/app/static/visit.js"></script>'


def visit_before(cookie: str, now: datetime) -> Visit | None:
    """The visit that ended before ``now``'s began; None if there was none, or the cookie is not ours."""
    if not (marks := MARKS.fullmatch(cookie)):
        return None
    earlier, latest = (visit(*map(int, pair)) for pair in (marks.groups()[:2], marks.groups()[2:]))
    return latest if latest and now - latest.left > PAUSE else earlier


def visit(version: int, second: int) -> Visit | None:
    return Visit(version, datetime.fromtimestamp(second, UTC)) if second else None

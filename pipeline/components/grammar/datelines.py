"""Datelines: where and when an article was filed, in front of its first sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.gazetteer import lookup

CAPITALS = r"[A-Z][A-Z'’.\-]+(?:[ /][A-Z][A-Z'’.\-]+)*"
CAPITALIZED = r"[A-Z][\w'’.\-]+(?:[ /][A-Z][\w'’.\-]+){0,3}"
MORE = (
    r"(?: \([A-Z][\w ]{1,20}\))?(?:, [A-Z][\w.]+(?: [A-Z]\w+){0,2}|,? \d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+(?: \d{4})?|"
    r",? [A-Z][a-z]{2,8}\.? \d{1,2}|, \d{4})*,?"
)
AGENCY = r"\([^()\n]{2,40}\)"
NAMED_AGENCY = r"\([A-Z][\w ]{1,20}\)"
BAR = r" ?\|\s+(?=[A-Z“\"][^|\n]{40})"
"""A bar before prose, as some outlets set it; before another one it parts the cells of a table."""
DATELINE = re.compile(
    rf"(?:^|\n)[ \t]*(?:(?:{CAPITALS}{MORE}(?: ?{AGENCY})?|{CAPITALIZED}{MORE} ?{AGENCY}|{NAMED_AGENCY})"
    rf" ?(?:--+|[-–—])\s+(?=\S)|{CAPITALIZED}{MORE}(?: ?{AGENCY})?{BAR})"
)
PROSE = r"[A-Z][^\n]*[.!?]\s*(?:\n|$)"
BEFORE_COLON = re.compile(
    rf"(?:^|\n)[ \t]*(?P<town>{CAPITALS}|{CAPITALIZED})(?P<more>{MORE}(?: ?{AGENCY})?):[ \t]+(?={PROSE})"
)
"""A place, and what may stand between it and a colon before prose that ends with a stop."""
DAY = re.compile(r"\d")
LEAST_TOWN = 50_000
"""Inhabitants of a town whose name alone before a colon is where the text was filed, and not who speaks."""


def ends_of_datelines(text: str) -> Iterator[int]:
    """Where the text goes on behind "ROME (AP) -", "Srinagar, Sept 12 (PTI):" or "Nakuru:"."""
    yield from (found.end() for found in DATELINE.finditer(text))
    for found in BEFORE_COLON.finditer(text):
        if DAY.search(found["more"]) or is_town(found["town"]):
            yield found.end()


def is_town(name: str) -> bool:
    own = (entry for entry in lookup.find(name) if not entry.alias)
    return any(entry.feature.startswith("PPL") and entry.population >= LEAST_TOWN for entry in own)

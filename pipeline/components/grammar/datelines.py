"""Datelines: where and when an article was filed, in front of its first sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from pipeline.gazetteer import lookup

LONGEST = 4
"""Words before the comma, bracket, colon or dash; more are a heading in capitals."""
OPENING = 300
"""Characters of a text in which a dateline may stand behind the headline, on one line with it."""
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
DASH = r" ?(?:--+|[-–—])\s+(?=\S)"
DATELINE = re.compile(
    rf"(?:^|\n)[ \t]*(?P<place>(?:{CAPITALS}{MORE}(?: ?{AGENCY})?|{CAPITALIZED}{MORE} ?{AGENCY}|{NAMED_AGENCY}){DASH}"
    rf"|{CAPITALIZED}{MORE}(?: ?{AGENCY})?{BAR})"
)
BEHIND_HEADLINE = re.compile(rf"(?<=[a-z\d][.!?] )(?P<place>{CAPITALS}(?:{MORE} ?{AGENCY}|, [A-Z][\w.]+){DASH})")
BARE_BEHIND_HEADLINE = re.compile(rf"(?<=[a-z\d][.!?] )(?P<place>(?P<town>{CAPITALS}){DASH})")
PROSE = r"[A-Z][^\n]*[.!?]\s*(?:\n|$)"
BEFORE_COLON = re.compile(
    rf"(?:^|\n)[ \t]*(?P<town>{CAPITALS}|{CAPITALIZED})(?P<more>{MORE}(?: ?{AGENCY})?):[ \t]+(?={PROSE})"
)
"""A place, and what may stand between it and a colon before prose that ends with a stop."""
NAME_ENDS = re.compile(r"[,(|:]| ?(?:--+|[-–—])\s")
DAY = re.compile(r"\d")
DASHES = frozenset({"-", "--", "\u2013", "\u2014"})
MOST_TOKENS = 12
LEAST_TOWN = 50_000
"""Inhabitants of a town whose name alone before a colon is where the text was filed, and not who speaks."""


def datelines(text: str) -> Iterator[tuple[int, int]]:
    """First character of "ROME (AP) -", "Srinagar, Sept 12 (PTI):" or "Nakuru:", and of what the text goes on with.

    A heading in capitals before a dash looks like one.
    """
    yield from (found.span("place") for found in DATELINE.finditer(text))
    yield from (found.span("place") for found in BEHIND_HEADLINE.finditer(text, 0, OPENING))
    behind = BARE_BEHIND_HEADLINE.finditer(text, 0, OPENING)
    yield from (found.span("place") for found in behind if is_town(found["town"]))
    for found in BEFORE_COLON.finditer(text):
        if DAY.search(found["more"]) or is_town(found["town"]):
            yield found.start("town"), found.end()


def is_heading(dateline: str) -> bool:
    """Whether it has more words than a place's name: "MAYOR TO QUIT OVER FERRY -"."""
    return len(NAME_ENDS.split(dateline, maxsplit=1)[0].split()) > LONGEST


def is_in_dateline(token: Token) -> bool:
    """Whether a word is of the capitals, names and signs before the dash that a sentence opens with."""
    sentence = token.sent
    first = sentence[0]
    if not (first.is_upper and first.is_alpha and len(first) > 2) or token.i - sentence.start > MOST_TOKENS:
        return False
    for word in sentence[: MOST_TOKENS + 1]:
        if word.text in DASHES:
            return token.i < word.i
        if word.is_lower:
            return False
    return False


def is_town(name: str) -> bool:
    own = (entry for entry in lookup.find(name) if not entry.alias)
    return any(entry.feature.startswith("PPL") and entry.population >= LEAST_TOWN for entry in own)

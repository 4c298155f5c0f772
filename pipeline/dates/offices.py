"""Who held which office when: a text that calls somebody by an office was written while, or after, they held it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

import msgspec

from pipeline.lexicons import load

PAST_HOLDER = re.compile(
    r"\b(?:former|ex|then|late|deputy|acting|onetime|one-time)[\s-]+(?:\w+[\s-]+){0,2}$", re.IGNORECASE
)
NAME = re.compile(r"(?: of (?:the )?[A-Z]\w+(?: [A-Z]\w+)?,?)? ((?:[^\W\d_][\w.’'-]*[ ]?){1,5})")


class Term(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One term of one person in one office. ``source`` is where its days can be checked."""

    names: tuple[str, ...]
    office: str
    country: str
    since: date = msgspec.field(name="from")
    source: str
    until: date | None = None


class Terms(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The terms of terms_of_office.toml, and what each office is called before a name."""

    titles: dict[str, frozenset[str]]
    term: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class OfficeHolder:
    """Somebody named with an office: the words, and when they may have been true."""

    words: str
    terms: tuple[Term, ...]

    def in_office(self, day: date) -> bool:
        return any(term.since <= day <= (term.until or date.max) for term in self.terms)


@cache
def by_title() -> tuple[re.Pattern[str], dict[tuple[str, str], tuple[Term, ...]]]:
    """Finds titles; and the terms of each title and name, in full or the last name alone."""
    lists: Terms = load("terms_of_office", Terms)
    found: dict[tuple[str, str], tuple[Term, ...]] = {}
    for term in lists.term:
        for title in lists.titles[term.office]:
            for name in {form for full in term.names for form in (full, full.split()[-1])}:
                found[title, name] = (*found.get((title, name), ()), term)
    titles = sorted({title for names in lists.titles.values() for title in names}, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, titles))})(?= )", re.IGNORECASE), found


def office_holders(text: str) -> Iterator[OfficeHolder]:
    """Office-holders whom the text names with their office, those called former left out."""
    pattern, terms = by_title()
    for title in pattern.finditer(text):
        name = NAME.match(text, title.end())
        if name is None or PAST_HOLDER.search(text, max(0, title.start() - 40), title.start()):
            continue
        words = name[1].split()
        for length in range(len(words), 0, -1):
            called = " ".join(words[:length]).rstrip(".,").removesuffix("'s").removesuffix("’s")
            if held := terms.get((title[0].lower(), called)):
                yield OfficeHolder(f"{title[0]} {called}", held)
                break

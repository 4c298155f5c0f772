"""Which agency an article is from, as its dateline, its outlet or a credit line says."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from pipeline.domain import Article
from pipeline.lexicons import load

HEAD, TAIL = 400, 300
"""Characters of a text's beginning and end in which an agency is credited."""


class Agencies(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lexicon ``agencies.toml``."""

    credits: tuple[str, ...]
    agencies: dict[str, frozenset[str]]


@cache
def agencies() -> Agencies:
    found: Agencies = load("agencies", Agencies)
    return found


@cache
def by_name() -> dict[str, str]:
    """Each agency by all its names."""
    return {name: agency for agency, names in agencies().agencies.items() for name in names}


@cache
def dateline() -> re.Pattern[str]:
    """ "LIMA (AP) -", "LIMA, May 4 (Reuters) -", or a by-line of its own: "By Reuters", "Source: AFP"."""
    return re.compile(rf"\(({names_pattern()})\)\s*[-–—:]|^(?:[Bb]y|[Ff]rom|[Ss]ource:)\s+({names_pattern()})$", re.M)


@cache
def credit() -> re.Pattern[str]:
    """ "Reuters contributed to this report", or the name alone at the end: "- AFP"."""
    said = "|".join(map(re.escape, agencies().credits))
    return re.compile(rf"\b({names_pattern()})\b[^.\n]*\b(?:{said})\b|[-–—(]\s*({names_pattern()})\)?\s*\Z")


@cache
def names_pattern() -> str:
    return "|".join(sorted(map(re.escape, by_name()), key=len, reverse=True))


def agency(article: Article) -> str | None:
    """The agency that an article is from, or that had a part in it; None where none is credited."""
    if (name := by_name().get((article.outlet or "").strip())) is not None:
        return name
    found = dateline().search(article.text[:HEAD]) or credit().search(article.text[-TAIL:])
    return by_name()[next(filter(None, found.groups()))] if found else None

"""The words by which pages mark what is no part of an article, and where its lead and its date stand."""

from __future__ import annotations

import itertools
import re
from functools import cache, lru_cache

import msgspec
from selectolax.lexbor import LexborNode

from pipeline.lexicons import load

WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
NAMING = ("class", "id", "data-testid", "data-component", "itemprop", "role")


class Lists(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lists of page_clutter.toml."""

    discussions: frozenset[str]
    names: frozenset[str]
    hidden: frozenset[str]
    credits: frozenset[str]
    leads: frozenset[str]
    dates: frozenset[str]
    changes: frozenset[str]
    headings: frozenset[str]
    phrases: tuple[str, ...]


@cache
def clutter_lists() -> Lists:
    found: Lists = load("page_clutter", Lists)
    return found


@cache
def visitor_address() -> re.Pattern[str]:
    """A block that opens with one of the phrases, as whole words."""
    phrases = sorted(clutter_lists().phrases, key=len, reverse=True)
    return re.compile(rf"[\s\[(►▶»›•*>–—-]{{0,4}}(?:{'|'.join(map(re.escape, phrases))})(?!\w)", re.IGNORECASE)


def is_label(text: str) -> bool:
    """Whether a text is nothing but the heading of a list that follows an article."""
    return text.strip(" :.…»›►▶|!?\n\t").lower().replace("’", "'") in clutter_lists().headings


def names_of(node: LexborNode) -> frozenset[str]:
    """What an element is called: its classes and ids, each with their single words and pairs of words."""
    given = " ".join(str(node.attributes.get(key) or "") for key in NAMING)
    return name_parts(given[:1000])


@lru_cache(maxsize=4096)
def name_parts(given: str) -> frozenset[str]:
    found: set[str] = set()
    for name in given.split():
        words = [word.lower() for word in WORD.findall(name)]
        found.update(words, map("-".join, itertools.pairwise(words)), ["-".join(words)])
    return frozenset(found)

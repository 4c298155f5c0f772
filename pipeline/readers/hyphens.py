"""A word divided at the end of a printed line: whether the hyphen belongs to the word or to the line."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from pipeline.frequencies import frequency
from pipeline.lexicons import load

LAST_WORD = re.compile(r"(?:(\w[\w’'.]*)\s+)?([\w’'.]+(?:-[\w’'.]+)*)[-‐\xad]$")
FIRST_WORD = re.compile(r"\w[\w’']*(?:-[\w’']+)*")
KOREAN = re.compile(
    r"(?:kk|tt|pp|ss|jj|ch|sh|[gkndtrlmbpsjh])?(?:yeo|yae|wae|yoo|eui|ae|ya|eo|oh|ye|oe|wa|wi|wo|yo|yu|eu|ui|oo|ee|ou|ai|[aeiou])(?:ng|ck|hn|hm|[nmlkbprh])?"
)
WADE_GILES = re.compile(
    r"(?:ch|sh|hs|ts|tz|sz|[pmftnlkhjsywrc])?'?(?:iang|iung|uang|ieh|iao|ien|iou|uai|uan|uei|ueh|eou|ai|ao|an|ei|en|ih|in|iu|ou|ua|ui|un|uo|eh|ing|ang|eng|ong|ung|[aeiou])"
)
PINYIN = re.compile(
    r"(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ian|iao|ing|uai|uan|ang|eng|ong|ai|ei|ao|ou|an|en|ia|ie|iu|in|ua|uo|ui|un|ue|er|[aoeiu])"
)
COMMON = 1000
"""Times in the dictionary's texts from which a joined word is the usual spelling."""
KNOWN = 100
SHORTEST_NAME = 4


class Hyphens(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lists of hyphens.toml."""

    prefixes: frozenset[str]
    after_names: frozenset[str]
    pinyin_families: frozenset[str]


@cache
def hyphen_lists() -> Hyphens:
    found: Hyphens = load("hyphens", Hyphens)
    return found


def rejoin_divided(text: str, line: str, known: frozenset[str]) -> str:
    """The text that ends in a hyphen with the line that goes on; ``known`` are words that have a hyphen elsewhere."""
    before, after = LAST_WORD.search(text), FIRST_WORD.match(line)
    if before is None or after is None:
        return text.rstrip("-‐\xad") + line
    keeps = text[-1] != "\xad" and is_hyphen_of_word(before[2], after[0], before[1] or "", known)
    return text[:-1] + ("-" if keeps else "") + line


def is_hyphen_of_word(first: str, second: str, word_before: str, known: frozenset[str]) -> bool:
    """Whether a hyphen stands between two parts of a word wherever it is written."""
    part = first.rpartition("-")[2]
    joined = part + second
    may_be_divided = second[:1].islower() and part.isalpha()
    if not may_be_divided or "-" in second or f"{first}-{second}" in known:
        return True
    if part[:1].isupper():
        return is_hyphen_of_name(part, second, word_before, joined)
    if part in hyphen_lists().prefixes and frequency(second) >= KNOWN:
        return frequency(joined) < COMMON
    return not frequency(joined) and frequency(part) >= KNOWN and frequency(second) >= KNOWN


def is_hyphen_of_name(part: str, second: str, family: str, joined: str) -> bool:
    """ "Jong-un" and "Russian-backed", against "Vladi-vostok", "Jin-ping" and "Mos-cow"."""
    if second in hyphen_lists().after_names:
        return True
    if frequency(joined):
        return False
    if are_single_syllables(part.lower(), second):
        is_mainland = PINYIN.fullmatch(part.lower()) and PINYIN.fullmatch(second)
        return not (is_mainland and family in hyphen_lists().pinyin_families)
    return len(part) >= SHORTEST_NAME and frequency(part) >= KNOWN and frequency(second) >= COMMON


def are_single_syllables(first: str, second: str) -> bool:
    """One syllable each, of Korean or of Chinese as it is spelled in Taiwan."""
    return any(kind.fullmatch(first) and kind.fullmatch(second) for kind in (KOREAN, WADE_GILES))

"""Characters that no reader sees, and text that was encoded twice."""

from __future__ import annotations

import re

import ftfy
from ftfy.badness import is_bad

INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u2060\ufeff\u202a-\u202e\u2066-\u2069]")
SPACES = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
LINES = re.compile("\r\n?|[\u2028\u2029\u0085]")
LOST_QUOTE = re.compile(r"â€(?=[\s<.,;:?!)]|$)")
"""A closing quotation mark whose last byte means nothing in Windows' encoding and was lost."""
LIGATURES = {
    ord(ligature): letters
    for ligature, letters in zip("ﬀﬁﬂﬃﬄﬅﬆ", ["ff", "fi", "fl", "ffi", "ffl", "st", "st"], strict=True)
}
CONFIG = ftfy.TextFixerConfig(
    unescape_html=False,
    remove_terminal_escapes=False,
    fix_latin_ligatures=False,
    fix_character_width=False,
    uncurl_quotes=False,
    fix_line_breaks=False,
    remove_control_chars=False,
    normalization=None,
    explain=False,
)


def tidy(text: str) -> str:
    """The text without invisible characters; every kind of space is a space, of ligature its letters."""
    return SPACES.sub(" ", INVISIBLE.sub("", text)).translate(LIGATURES)


def plain_lines(text: str) -> str:
    """The text with one kind of line end."""
    return LINES.sub("\n", text)


def repaired(text: str) -> str:
    """The text as it was before it was encoded twice: "Peruâ€™s" is "Peru’s"; other text is left as it is."""
    return "\n".join(repaired_line(line) for line in text.split("\n")) if is_bad(text) else text


def repaired_line(line: str) -> str:
    return ftfy.fix_encoding(LOST_QUOTE.sub("â€\x9d", line), CONFIG) if is_bad(line) else line

"""Characters that no reader sees, and text that was encoded twice."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ftfy import TextFixerConfig

INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u2060\ufeff\u202a-\u202e\u2066-\u2069]")
SPACES = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
LINES = re.compile("\r\n?|[\u2028\u2029\u0085]")
LOST_QUOTE = re.compile(r"â€(?=[\s<.,;:?!)]|$)")
"""A closing quotation mark whose last byte means nothing in Windows' encoding and was lost."""
LIGATURES = {
    ord(ligature): letters
    for ligature, letters in zip("ﬀﬁﬂﬃﬄﬅﬆ", ["ff", "fi", "fl", "ffi", "ffl", "st", "st"], strict=True)
}


def tidy(text: str) -> str:
    """The text without invisible characters; every kind of space is a space, of ligature its letters."""
    return SPACES.sub(" ", INVISIBLE.sub("", text)).translate(LIGATURES)


def plain_lines(text: str) -> str:
    """The text with one kind of line end."""
    return LINES.sub("\n", text)


def repair_encoding(text: str) -> str:
    """The text as it was before it was encoded twice: "Peruâ€™s" is "Peru’s"; other text is left as it is."""
    return text if text.isascii() else "\n".join(map(repair_line, text.split("\n")))


def repair_line(line: str) -> str:
    """Imports here: English is ASCII but for its quotation marks, which are not bad."""
    if line.isascii():
        return line
    from ftfy import fix_encoding
    from ftfy.badness import is_bad

    return fix_encoding(LOST_QUOTE.sub("â€\x9d", line), encoding_fixes()) if is_bad(line) else line


@cache
def encoding_fixes() -> TextFixerConfig:
    """What is repaired: nothing but what was decoded wrongly."""
    from ftfy import TextFixerConfig

    return TextFixerConfig(
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

"""Text of strangers as Markdown that shows it as it is. Pure."""

from __future__ import annotations

import re

JOINER = "\u2060"
"""Has no width and breaks no line; stands where Streamlit would see a link, an icon or an arrow, however escaped."""
_INDENTED = re.compile(r"^[ \t]+", re.MULTILINE)
_REPLACED = re.compile(r"(?<=[:@])(?=\S)|(?<=[<>=~-])(?=[<>=-])|(?<=\bwww)(?=\.)|(?<=\d)(?=[.)]\s)", re.IGNORECASE)
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+=!|<>$~:&-])")


def plain(text: str) -> str:
    """Text of strangers as Markdown that shows it as it is, in labels, headings and messages alike.

    Backslashes keep emphasis, images, HTML, formulas and colours from being read. Links (https:, www., addresses of
    mail), icons and emoji (:name:) and arrows (->) are looked for once these are gone, hence the joiners.
    """
    return _MARKDOWN.sub(r"\\\1", _REPLACED.sub(JOINER, _INDENTED.sub("", text)))

"""Text of strangers in XML: what XML 1.0 cannot hold is left out, the rest is escaped by who writes it. Pure."""

from __future__ import annotations

import re

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""All but the characters of XML 1.0 (its production ``Char``)."""


def allowed(text: str) -> str:
    return _NOT_XML.sub("", text)

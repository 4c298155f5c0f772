"""Rich text (.rtf)."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from striprtf import striprtf

from pipeline.domain import Article
from pipeline.errors import ArticleError
from pipeline.readers.drafts import Metadata, draft
from pipeline.readers.tidy import plain_lines, tidy

START = b"{\\rtf"
HIDDEN = re.compile(
    r"\{(?:\\\*?[a-z]+-?\d* ?)*\\(?:v|deleted)(?![a-z0-9])(?:(?!\\v0)[^{}])*\}|\\v(?![a-z0-9])[^{}]*?\\v0"
)
"""Text that Word does not show, and what was deleted under review."""
TITLE = re.compile(r"\{\\title ([^{}\\]{1,300})\}")


def read(data: bytes, received: date | None) -> Article:
    """A damaged file can make its library raise anything."""
    if not data.lstrip().startswith(START):
        raise ArticleError.damaged("RTF")
    source = data.decode("latin-1")
    try:
        to_text: Callable[..., str] = striprtf.rtf_to_text
        text = str(to_text(HIDDEN.sub("", source), encoding="cp1252", errors="replace"))
    except Exception as error:
        raise ArticleError.damaged("RTF") from error
    title = TITLE.search(source)
    paragraphs = (line.strip() for line in plain_lines(tidy(text)).split("\n"))
    return draft("\n\n".join(filter(None, paragraphs)), Metadata(title=title[1] if title else None, received=received))

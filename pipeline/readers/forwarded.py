"""A message that somebody passed on: the article is what was first sent, and its head says by whom and when."""

from __future__ import annotations

import re
from email.utils import parseaddr

from pipeline.domain import Article
from pipeline.readers.drafts import Metadata, draft, plausible
from pipeline.readers.written_days import written_day

FORWARDED = re.compile(
    r"^[ \t]*(?:-+ ?(?:Forwarded|Original) message ?-+|Begin forwarded message:)\s*\n"
    r"(?P<head>(?:\*?[A-Z][\w-]+:[^\n]*\n)+)",
    re.IGNORECASE | re.MULTILINE,
)
FIELD = re.compile(r"^\*?(?P<name>Date|From|Sent|Subject):\*?[ \t]*(?P<said>.*?)[ \t]*$", re.MULTILINE)
LONGEST_NOTE = 40
"""Words of a note above what is passed on; more is a message of its own."""


def as_first_sent(article: Article) -> Article:
    """The article as it was before it was passed on; itself if it was not, or if much is said above it."""
    found = FORWARDED.search(article.text)
    if found is None or len(article.text[: found.start()].split()) > LONGEST_NOTE:
        return article
    text = article.text[found.end() :].strip()
    if not text:
        return article
    said = {field["name"]: field["said"] for field in FIELD.finditer(found["head"])}
    sender = said.get("From", "")
    return draft(
        text,
        Metadata(
            title=said.get("Subject") or article.title,
            published=plausible(written_day(said.get("Date") or said.get("Sent") or ""), article.received),
            basis="metadata",
            received=article.received,
            outlet=parseaddr(sender)[0] or sender or article.outlet,
        ),
    )

"""Messages of Outlook (.msg): subject, body and the day on which it was sent, by MAPI's numbers."""

from __future__ import annotations

import struct
from datetime import UTC, date, datetime, timedelta
from io import BytesIO

import olefile

from pipeline.domain import Article
from pipeline.errors import ArticleError
from pipeline.readers.drafts import Metadata, draft, plausible
from pipeline.readers.tidy import plain_lines, tidy

SUBJECT, SENDER, BODY = "0037", "0C1A", "1000"
SENT, DELIVERED = 0x00390040, 0x0E060040
HEAD, ENTRY = 32, "<IIq"
EPOCH = datetime(1601, 1, 1, tzinfo=UTC)


def read(data: bytes, received: date | None) -> Article:
    """A damaged file can make its library raise anything."""
    try:
        with olefile.OleFileIO(BytesIO(data)) as file:
            text, title, sender = (words(file, number) for number in (BODY, SUBJECT, SENDER))
            sent = day_sent(file)
    except Exception as error:
        raise ArticleError.damaged("Outlook") from error
    return draft(
        tidy(plain_lines(text)).strip(),
        Metadata(
            title=title,
            published=plausible(sent, received),
            basis="metadata",
            received=received,
            outlet=sender,
        ),
    )


def words(file: olefile.OleFileIO, number: str) -> str:
    for kind, encoding in (("001F", "utf-16-le"), ("001E", "cp1252")):
        if file.exists(name := f"__substg1.0_{number}{kind}"):
            return str(file.openstream(name).read().decode(encoding, "replace")).rstrip("\0")
    return ""


def day_sent(file: olefile.OleFileIO) -> date | None:
    try:
        entries = struct.iter_unpack(ENTRY, file.openstream("__properties_version1.0").read()[HEAD:])
        found = {tag: value for tag, _, value in entries if tag in (SENT, DELIVERED)}
    except struct.error:
        return None
    value = found.get(SENT) or found.get(DELIVERED)
    return (EPOCH + timedelta(microseconds=value // 10)).date() if value else None

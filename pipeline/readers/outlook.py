"""Messages of Outlook (.msg): subject, body, the day on which it was sent and what is attached, by MAPI's numbers."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from io import BytesIO

import olefile

from pipeline.domain import Article
from pipeline.errors import ArticleError
from pipeline.readers import files
from pipeline.readers.drafts import Metadata, draft, plausible
from pipeline.readers.files import Unread
from pipeline.readers.forwarded import as_first_sent
from pipeline.readers.tidy import plain_lines, tidy

Found = Article | ArticleError
SUBJECT, SENDER, BODY = "0037", "0C1A", "1000"
ATTACHED, CONTENT, FILE_NAME, SHORT_NAME = "__attach_version1.0_", "37010102", "3707", "3704"
SENT, DELIVERED = 0x00390040, 0x0E060040
HEAD, ENTRY = 32, "<IIq"
EPOCH = datetime(1601, 1, 1, tzinfo=UTC)


def read(data: bytes, received: date | None) -> list[Found | Unread]:
    """The message, and the files that are attached to it, unread.

    A damaged file can make its library raise anything.
    """
    try:
        with olefile.OleFileIO(BytesIO(data)) as file:
            files_within = list(attachments(file))
            text, title, sender = (text_property(file, number) for number in (BODY, SUBJECT, SENDER))
            sent = day_sent(file)
    except Exception as error:
        raise ArticleError.damaged("Outlook") from error
    if not text.strip():
        return [*files_within] or [ArticleError.blank()]
    article = draft(
        tidy(plain_lines(text)).strip(),
        Metadata(
            title=title,
            published=plausible(sent, received),
            basis="metadata",
            received=received,
            outlet=sender,
        ),
    )
    return [as_first_sent(article), *files_within]


def attachments(file: olefile.OleFileIO) -> Iterator[Unread]:
    for storage in (path[0] for path in file.listdir(streams=False, storages=True) if len(path) == 1):
        if storage.startswith(ATTACHED) and file.exists(stream := f"{storage}/__substg1.0_{CONTENT}"):
            name = text_property(file, FILE_NAME, storage) or text_property(file, SHORT_NAME, storage)
            if files.is_known(name):
                yield Unread(name, file.openstream(stream).read())


def text_property(file: olefile.OleFileIO, number: str, storage: str = "") -> str:
    """A property in words, of the message or of what is attached to it."""
    for kind, encoding in (("001F", "utf-16-le"), ("001E", "cp1252")):
        if file.exists(name := f"{storage}/__substg1.0_{number}{kind}".lstrip("/")):
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

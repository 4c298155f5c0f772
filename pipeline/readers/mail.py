"""Messages (.eml) with what is attached to them, and saved pages of several parts (.mhtml)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from email import message_from_bytes, policy
from email.message import EmailMessage, Message, MIMEPart
from email.utils import parseaddr, parsedate_to_datetime

from pipeline.domain import Article
from pipeline.errors import ArticleError
from pipeline.readers import files, plain, web
from pipeline.readers.drafts import Metadata, draft, plausible, with_given
from pipeline.readers.files import Unread
from pipeline.readers.forwarded import as_first_sent
from pipeline.readers.tidy import plain_lines, tidy

MESSAGE = "message/rfc822"
Found = Article | ArticleError


def read_mail(data: bytes, received: date | None) -> list[Found | Unread]:
    """The message, and the files that are attached to it, unread."""
    message = parse_message(data)
    return [*body_articles(message, received), *attachments(message)] or [ArticleError.blank()]


def body_articles(message: EmailMessage, received: date | None) -> Iterator[Found]:
    """The words of the message itself, if there are any."""
    body = message.get_body(preferencelist=("plain", "html"))
    if body is None or not content(body).strip():
        return
    try:
        yield as_first_sent(
            with_header_metadata(body_article(body, received), message, plausible(day_sent(message), received))
        )
    except ArticleError as error:
        yield error


def with_header_metadata(article: Article, message: EmailMessage, sent: date | None) -> Article:
    """The article with what the head of its message says of it."""
    title, outlet = header(message, "subject"), parseaddr(header(message, "from") or "")[0]
    if sent is None:
        return with_given(article, title=title, outlet=outlet)
    return draft(
        article.text,
        Metadata(
            title=title or article.title,
            published=article.published or sent,
            basis="metadata",
            received=article.received,
            outlet=outlet or article.outlet,
            url=article.url,
        ),
    )


def read_page(data: bytes, received: date | None) -> Article:
    """The page itself of a saved page; it says where it was saved from."""
    message = parse_message(data)
    page = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
    if page is None:
        raise ArticleError.damaged("MHTML")
    article = web.read(content(page), received)
    address = header(message, "snapshot-content-location") or header(page, "content-location")
    return article if article.url or not address else with_url(article, address)


def with_url(article: Article, url: str) -> Article:
    return draft(
        article.text,
        Metadata(
            title=article.title,
            published=article.published,
            basis=article.published_basis,
            received=article.received,
            outlet=article.outlet,
            url=url,
        ),
    )


def parse_message(data: bytes) -> EmailMessage:
    message = message_from_bytes(data, policy=policy.default)
    if not isinstance(message, EmailMessage) or not message.keys():
        raise ArticleError.damaged("mail")
    return message


def body_article(body: MIMEPart, received: date | None) -> Article:
    if body.get_content_type() == "text/html":
        return web.read(content(body), received)
    charset = body.get_content_charset() or "utf-8"
    try:
        text = content(body).decode(charset)
    except (LookupError, UnicodeError):
        text = plain.decode(content(body))
    return draft(tidy(plain_lines(text)).strip(), Metadata(received=received))


def attachments(message: EmailMessage) -> Iterator[Unread | ArticleError]:
    """Files and messages; a damaged one can make its library raise anything, and costs no other."""
    parts = list(message.iter_attachments())
    if len(parts) > files.MOST_FILES:
        yield ArticleError.too_many_files(len(parts), files.MOST_FILES)
    for number, part in enumerate(parts[: files.MOST_FILES], 1):
        try:
            found = unread_part(part)
        except Exception:
            error = ArticleError.damaged("mail")
            error.article = f"attachment {number}"
            yield error
        else:
            yield from [found] if found else []


def unread_part(part: Message) -> Unread | None:
    """A message or a file that can be read, None for any other part."""
    if not isinstance(part, MIMEPart):
        return None
    if part.get_content_type() == MESSAGE:
        message: EmailMessage = part.get_content()
        return Unread(f"{header(message, 'subject') or 'message'}.eml", message.as_bytes())
    name = part.get_filename() or ""
    return Unread(name, content(part)) if files.is_known(name) else None


def content(part: MIMEPart) -> bytes:
    found = part.get_payload(decode=True)
    return found if isinstance(found, bytes) else b""


def header(message: EmailMessage, name: str) -> str | None:
    try:
        return str(message.get(name) or "") or None
    except (ValueError, IndexError, AttributeError):
        return None


def day_sent(message: EmailMessage) -> date | None:
    """The day in the sender's own time."""
    try:
        return parsedate_to_datetime(header(message, "date") or "").date()
    except ValueError:
        return None

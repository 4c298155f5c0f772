"""What a user gives -> articles to read, and a sentence for each thing that cannot be one. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from pipeline import readers
from pipeline.domain import Article
from pipeline.errors import ArticleError

MOST_FILES = 200


class Upload(Protocol):
    """A file as Streamlit hands it over."""

    @property
    def name(self) -> str: ...
    def getvalue(self) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Given:
    """What the user says of a text; it stands before what the file says. ``published`` is as it was typed."""

    title: str = ""
    outlet: str = ""
    published: str = ""

    def day(self) -> date | None:
        """The day in any form that people write; raises ArticleError where it is no date."""
        if not self.published.strip():
            return None
        return readers.written_day(self.published) or readers.parse_day(self.published)


@dataclass(frozen=True, slots=True)
class Problem:
    """An input that is no article: what it is called, what is wrong and what to do."""

    name: str
    text: str


Taken = tuple[list[Article], list[Problem]]


def from_paste(text: str, given: Given, received: date) -> Taken:
    """The pasted text as an article."""
    try:
        article = readers.draft(
            text,
            title=given.title.strip() or None,
            outlet=given.outlet.strip() or None,
            published=given.day(),
            received=received,
        )
    except ArticleError as error:
        return [], [Problem("The text", str(error))]
    return [article], []


def from_files(files: Iterable[Upload], given: Given, received: date) -> Taken:
    """The articles of the files; a bad file costs none of the others. A title is given only to a single file."""
    uploads = list(files)
    articles: list[Article] = []
    problems: list[Problem] = []
    for upload in uploads[:MOST_FILES]:
        for found in readers.read(upload.name, upload.getvalue(), received):
            try:
                articles.append(named(found, given, alone=len(uploads) == 1))
            except ArticleError as error:
                problems.append(Problem(of(upload, error), str(error)))
    problems += [
        Problem(upload.name, f"Only {MOST_FILES} files are read at a time.\nHint: add it afterwards.")
        for upload in uploads[MOST_FILES:]
    ]
    return articles, problems


def named(found: Article | ArticleError, given: Given, *, alone: bool) -> Article:
    """Raises the error where the file gave one, or where the date given is none."""
    if isinstance(found, ArticleError):
        raise found
    return readers.with_given(
        found,
        title=given.title.strip() or None if alone else None,
        outlet=given.outlet.strip() or None,
        published=given.day(),
    )


def of(upload: Upload, error: ArticleError) -> str:
    """The file, and the line of it that is meant."""
    return upload.name if error.article in (None, upload.name) else f"{upload.name}, {error.article}"

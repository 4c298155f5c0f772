"""What a user gives -> articles to read, and a sentence for each thing that cannot be one. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pipeline import readers
from pipeline.domain import Article
from pipeline.errors import ArticleError

MOST_FILES = 200


@dataclass(frozen=True, slots=True)
class TypedMetadata:
    """What the user says of a text; it stands before what the file says. ``published`` is as it was typed."""

    title: str = ""
    outlet: str = ""
    published: str = ""

    def day(self, received: date) -> date | None:
        """Raises ArticleError where it is no day, or one after the text came in."""
        found = readers.given_day(self.published)
        if found:
            readers.check_published(found, received)
        return found


@dataclass(frozen=True, slots=True)
class File:
    """A file that waits to be opened. ``columns`` says which column of a table is what; None has it guessed."""

    name: str
    data: bytes
    given: TypedMetadata = TypedMetadata()
    columns: dict[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """An input that is no article: its name, what is wrong and what to do; the input if another try may do."""

    name: str
    text: str
    again: File | Article | None = None


Taken = tuple[list[Article], list[Problem]]


def from_paste(text: str, given: TypedMetadata, received: date) -> Taken:
    """The pasted text as an article."""
    try:
        article = readers.draft(
            text,
            readers.Metadata(
                title=given.title.strip() or None,
                outlet=given.outlet.strip() or None,
                published=given.day(received),
                received=received,
            ),
        )
    except ArticleError as error:
        return [], [Problem("The text", str(error))]
    return [article], []


def from_file(file: File, received: date) -> Taken:
    """The articles of a file; a bad one in it costs none of the others."""
    articles: list[Article] = []
    problems: list[Problem] = []
    for found in readers.read(file.name, file.data, received, file.columns):
        try:
            articles.append(with_given(found, file.given, received))
        except ArticleError as error:
            problems.append(Problem(name_of(file, error), str(error), file if error.may_pass else None))
    return articles, problems


def with_given(found: Article | ArticleError, given: TypedMetadata, received: date) -> Article:
    """Raises the error where the file gave one, or where the date given is none."""
    if isinstance(found, ArticleError):
        raise found
    return readers.with_given(found, outlet=given.outlet.strip() or None, published=given.day(received))


def name_of(file: File, error: ArticleError) -> str:
    """The file, and the line of it that is meant."""
    return file.name if error.article in (None, file.name) else f"{file.name}, {error.article}"


def too_many(names: list[str]) -> list[Problem]:
    said = f"Only {MOST_FILES} files are read at a time.\nHint: add it afterwards."
    return [Problem(name, said) for name in names[MOST_FILES:]]

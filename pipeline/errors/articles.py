"""A text that is no article that can be read."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from pipeline.errors.base import PipelineError

LONGEST = 60
"""Characters of what somebody wrote that are repeated to him."""


class ArticleError(PipelineError):
    """A text cannot be taken in as an article. ``article`` is its file name or id, where the reader knows one."""

    article: str | None = None
    may_pass: bool = False
    """Whether the same input can be read another time: it lacked time or memory."""

    @classmethod
    def passing(cls, wrong: str, hint: str) -> ArticleError:
        error = cls(wrong, hint)
        error.may_pass = True
        return error

    @classmethod
    def blank(cls) -> ArticleError:
        return cls("There is no text in it.", "give the words of the article.")

    @classmethod
    def empty(cls) -> ArticleError:
        return cls("There is no text in it: the file is empty.", "save or download it anew, and add that.")

    @classmethod
    def binary(cls) -> ArticleError:
        return cls("This is not text, whatever its name says.", "save the article as text and add that.")

    @classmethod
    def too_long(cls, found: int, limit: int) -> ArticleError:
        return cls(
            f"The text is {found / 1e6:.1f} MB long; an article may have {limit / 1e6:.1f} MB.",
            "divide it into its articles, or raise DATELINE_TEXT_LIMIT.",
        )

    @classmethod
    def too_large(cls, found: int, limit: int) -> ArticleError:
        return cls(
            f"The file takes {found / 1e6:.0f} MB when opened; at most {limit / 1e6:.0f} MB are read.",
            "save its text alone and add that.",
        )

    @classmethod
    def too_nested(cls, within: str) -> ArticleError:
        return cls(
            f"It is an archive in {within!r}, which is in an archive itself.", "unpack the inner ones and add those."
        )

    @classmethod
    def unknown_kind(cls, ending: str, known: Iterable[str]) -> ArticleError:
        what = f"Files ending in {ending} cannot be read" if ending else "A file without an ending cannot be read"
        return cls(f"{what}.", f"use one of {', '.join(sorted(known))}.")

    @classmethod
    def no_date(cls, given: str) -> ArticleError:
        return cls(
            f"The publication date {given[:LONGEST]!r} is no date.", "write it as 11 September 2023, or leave it out."
        )

    @classmethod
    def depends_on_today(cls, given: str) -> ArticleError:
        return cls(
            f"“{given}” is another day whenever it is read, and nothing that is kept depends on today.",
            "write the day itself, such as 12 September 2023.",
        )

    @classmethod
    def two_days(cls, given: str) -> ArticleError:
        return cls(
            f"“{given}” can be two days: some write the day first, others the month.",
            "write the month as a word, such as 12 September 2023.",
        )

    @classmethod
    def no_century(cls, given: str) -> ArticleError:
        return cls(f"“{given}” does not tell the whole year.", "write all four figures of it.")

    @classmethod
    def no_day(cls, given: str) -> ArticleError:
        return cls(
            f"“{given}” is no single day of one year.",
            "write the day, the month and the year, or leave it out: the text is asked then.",
        )

    @classmethod
    def future_date(cls, given: date, received: date) -> ArticleError:
        return cls(
            f"The publication date {given} lies after the day on which the article was received, {received}.",
            "correct it, or leave it out.",
        )

    @classmethod
    def damaged(cls, kind: str) -> ArticleError:
        return cls(f"The {kind} file is damaged.", "open it in its own program, save it anew and add that.")

    @classmethod
    def unclosed(cls, limit: int) -> ArticleError:
        return cls(
            f"The page has more than {limit} tags open at once, which would take minutes to read.",
            "copy its text and paste that instead.",
        )

    @classmethod
    def unreadable(cls, kind: str) -> ArticleError:
        return cls.passing(
            f"The {kind} file is damaged, or takes too much memory to read.", "copy its text and paste that instead."
        )

    @classmethod
    def no_column(cls, found: Iterable[str]) -> ArticleError:
        names = ", ".join(found)[:200]
        return cls(f"No column of the table holds the text of articles: {names}.", "call that column text.")

    @classmethod
    def no_text_column(cls) -> ArticleError:
        return cls("No column is chosen for the text of the articles.", "choose one under “Columns of …”.")

    @classmethod
    def too_many_rows(cls, limit: int) -> ArticleError:
        return cls(f"The table has more than {limit:,} rows; those are read.", "divide it.")

    @classmethod
    def too_many_files(cls, found: int, limit: int) -> ArticleError:
        return cls(f"It holds {found:,} files; the first {limit:,} were read.", "divide it.")

    @classmethod
    def no_file(cls) -> ArticleError:
        return cls("This is a folder, a device or a pipe, and no file.", "name the files of the articles.")

    @classmethod
    def unanalysed(cls, seconds: int, *, slow: bool) -> ArticleError:
        lacked = f"longer than {seconds} seconds" if slow else "more memory than there is"
        return cls.passing(f"The text took {lacked} to read.", "leave out what is no prose, or divide it.")

    @classmethod
    def long_line(cls, line: int, limit: int) -> ArticleError:
        return cls(f"Line {line} has over {limit / 1e6:.0f} MB.", "write one article on each line.")

    @classmethod
    def locked(cls, kind: str) -> ArticleError:
        return cls(f"The {kind} file is locked by a password.", "save it without a password and add that.")

    @classmethod
    def pictures_only(cls) -> ArticleError:
        return cls(
            "The PDF file holds pictures of pages and no text.", "run text recognition (OCR) on it, or paste the text."
        )

    @classmethod
    def too_many_pages(cls, found: int, limit: int) -> ArticleError:
        return cls(f"The PDF file has {found} pages; at most {limit} are read.", "save the article's pages alone.")

    @classmethod
    def too_slow(cls, kind: str, seconds: int) -> ArticleError:
        return cls.passing(
            f"The {kind} file took longer than {seconds} seconds to read.", "copy its text and paste that instead."
        )

    @classmethod
    def bad_line(cls, line: int, reason: str) -> ArticleError:
        return cls(
            f"Line {line} is no article: {reason}.",
            'write an object such as {"id": "1", "text": "...", "published": "2023-09-11"} on each line.',
        )

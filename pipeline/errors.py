"""Everything that can go wrong and that a user can do something about."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date


class PipelineError(Exception):
    """Base of all errors Dateline raises on purpose; its text says what is wrong and what to do."""


class LexiconError(PipelineError):
    """A lexicon file does not say what its loader needs."""

    @classmethod
    def unreadable(cls, name: str, reason: str) -> LexiconError:
        return cls(f"{name}.toml cannot be used: {reason}.\nHint: restore the file from the release.")

    @classmethod
    def two_values(cls, word: str, field: str, values: Iterable[str]) -> LexiconError:
        return cls(f"{word!r} has the {field} {' and '.join(sorted(values))}.\nHint: take it out of one class.")


class ArticleError(PipelineError):
    """A text cannot be taken in as an article. ``article`` is its file name or id, where the reader knows one."""

    article: str | None = None
    may_pass: bool = False
    """Whether the same input can be read another time: it lacked time or memory."""

    @classmethod
    def passing(cls, said: str) -> ArticleError:
        error = cls(said)
        error.may_pass = True
        return error

    @classmethod
    def blank(cls) -> ArticleError:
        return cls("There is no text in it.\nHint: give the words of the article.")

    @classmethod
    def empty(cls) -> ArticleError:
        return cls("There is no text in it: the file is empty.\nHint: save or download it anew, and add that.")

    @classmethod
    def binary(cls) -> ArticleError:
        return cls("This is not text, whatever its name says.\nHint: save the article as text and add that.")

    @classmethod
    def too_long(cls, found: int, limit: int) -> ArticleError:
        return cls(
            f"The text is {found / 1e6:.1f} MB long; an article may have {limit / 1e6:.1f} MB.\n"
            "Hint: divide it into its articles, or raise DATELINE_TEXT_LIMIT."
        )

    @classmethod
    def too_large(cls, found: int, limit: int) -> ArticleError:
        return cls(
            f"The file takes {found / 1e6:.0f} MB when opened; at most {limit / 1e6:.0f} MB are read.\n"
            "Hint: save its text alone and add that."
        )

    @classmethod
    def unknown_kind(cls, ending: str, known: Iterable[str]) -> ArticleError:
        what = f"Files ending in {ending} cannot be read" if ending else "A file without an ending cannot be read"
        return cls(f"{what}.\nHint: use one of {', '.join(sorted(known))}.")

    @classmethod
    def no_date(cls, given: str) -> ArticleError:
        return cls(f"The publication date {given!r} is no date.\nHint: write it as 11 September 2023, or leave it out.")

    @classmethod
    def depends_on_today(cls, given: str) -> ArticleError:
        return cls(
            f"“{given}” is another day whenever it is read, and nothing that is kept depends on today.\n"
            "Hint: write the day itself, such as 12 September 2023."
        )

    @classmethod
    def two_days(cls, given: str) -> ArticleError:
        return cls(
            f"“{given}” can be two days: some write the day first, others the month.\n"
            "Hint: write the month as a word, such as 12 September 2023."
        )

    @classmethod
    def no_century(cls, given: str) -> ArticleError:
        return cls(f"“{given}” does not tell the whole year.\nHint: write all four figures of it.")

    @classmethod
    def no_day(cls, given: str) -> ArticleError:
        return cls(
            f"“{given}” is no single day of one year.\n"
            "Hint: write the day, the month and the year, or leave it out: the text is asked then."
        )

    @classmethod
    def future_date(cls, given: date, received: date) -> ArticleError:
        return cls(
            f"The publication date {given} lies after the day on which the article was received, {received}.\n"
            "Hint: correct it, or leave it out."
        )

    @classmethod
    def damaged(cls, kind: str) -> ArticleError:
        return cls(f"The {kind} file is damaged.\nHint: open it in its own program, save it anew and add that.")

    @classmethod
    def unclosed(cls, limit: int) -> ArticleError:
        return cls(
            f"The page has more than {limit} tags open at once, which would take minutes to read.\n"
            "Hint: copy its text and paste that instead."
        )

    @classmethod
    def unreadable(cls, kind: str) -> ArticleError:
        return cls.passing(
            f"The {kind} file is damaged, or takes too much memory to read.\n"
            "Hint: copy its text and paste that instead."
        )

    @classmethod
    def no_column(cls, found: Iterable[str]) -> ArticleError:
        names = ", ".join(found)[:200]
        return cls(f"No column of the table holds the text of articles: {names}.\nHint: call that column text.")

    @classmethod
    def no_text_column(cls) -> ArticleError:
        return cls("No column is chosen for the text of the articles.\nHint: choose one under “Columns of …”.")

    @classmethod
    def too_many_rows(cls, limit: int) -> ArticleError:
        return cls(f"The table has more than {limit:,} rows; those are read.\nHint: divide it.")

    @classmethod
    def too_many_files(cls, found: int, limit: int) -> ArticleError:
        return cls(f"The archive holds {found:,} files; the first {limit:,} were read.\nHint: divide it.")

    @classmethod
    def no_file(cls) -> ArticleError:
        return cls("This is a folder, a device or a pipe, and no file.\nHint: name the files of the articles.")

    @classmethod
    def unanalysed(cls, seconds: int, *, slow: bool) -> ArticleError:
        lacked = f"longer than {seconds} seconds" if slow else "more memory than there is"
        return cls.passing(f"The text took {lacked} to read.\nHint: leave out what is no prose, or divide it.")

    @classmethod
    def long_line(cls, line: int, limit: int) -> ArticleError:
        return cls(f"Line {line} has over {limit / 1e6:.0f} MB.\nHint: write one article on each line.")

    @classmethod
    def locked(cls, kind: str) -> ArticleError:
        return cls(f"The {kind} file is locked by a password.\nHint: save it without a password and add that.")

    @classmethod
    def pictures_only(cls) -> ArticleError:
        return cls(
            "The PDF file holds pictures of pages and no text.\n"
            "Hint: run text recognition (OCR) on it, or paste the text."
        )

    @classmethod
    def too_many_pages(cls, found: int, limit: int) -> ArticleError:
        return cls(f"The PDF file has {found} pages; at most {limit} are read.\nHint: save the article's pages alone.")

    @classmethod
    def too_slow(cls, kind: str, seconds: int) -> ArticleError:
        return cls.passing(
            f"The {kind} file took longer than {seconds} seconds to read.\nHint: copy its text and paste that instead."
        )

    @classmethod
    def bad_line(cls, line: int, reason: str) -> ArticleError:
        return cls(
            f"Line {line} is no article: {reason}.\n"
            'Hint: write an object such as {"id": "1", "text": "...", "published": "2023-09-11"} on each line.'
        )


class OutputError(PipelineError):
    """The analyses cannot be written where they were to go."""

    @classmethod
    def is_input(cls, name: str) -> OutputError:
        return cls(f"{name} is one of the inputs, and would be replaced.\nHint: name another file after -o.")


class BatchError(PipelineError):
    """A run over a corpus cannot begin or go on; what it has written stays."""

    @classmethod
    def no_input(cls, given: str) -> BatchError:
        return cls(f"{given} is not there.\nHint: name files or folders of articles, or URLs of them.")

    @classmethod
    def unusable_input(cls, given: str, reason: str) -> BatchError:
        return cls(
            f"{given} cannot be opened: {reason}\n"
            "Hint: for other kinds of URL install the package that opens them, as s3fs for s3:// and gcsfs for gs://."
        )

    @classmethod
    def busy(cls, folder: str) -> BatchError:
        return cls(f"Another run writes to {folder}.\nHint: wait for its end, or give another folder after --out.")

    @classmethod
    def other_run(cls, folder: str) -> BatchError:
        return cls(
            f"{folder} holds a run over other files, or over these before they changed, or by another version.\n"
            "Hint: give another folder after --out, or remove this one."
        )

    @classmethod
    def other_version(cls, found: str, wanted: str) -> BatchError:
        return cls(f"A worker runs version {found}, and this is {wanted}.\nHint: install the same version on all.")

    @classmethod
    def no_scheduler(cls, address: str) -> BatchError:
        return cls(
            f"No scheduler answers at {address}.\n"
            "Hint: start one by `dask scheduler`, with workers, or leave --scheduler out to use this machine."
        )

    @classmethod
    def scheduler_gone(cls) -> BatchError:
        return cls("The scheduler is gone.\nHint: start it again; the same command goes on where this one was.")

    @classmethod
    def unfinished(cls, folder: str) -> BatchError:
        return cls(f"{folder} holds no finished run.\nHint: name the DIR of `batch --out DIR`, and let that run end.")

    @classmethod
    def without_columns(cls, name: str, missing: Iterable[str]) -> BatchError:
        return cls(
            f"{name} lacks {', '.join(sorted(missing))}: an older version wrote it.\n"
            "Hint: run `batch` again, with another folder after --out."
        )

    @classmethod
    def damaged(cls, name: str) -> BatchError:
        return cls(f"{name} is damaged.\nHint: remove DIR/articles and run `batch` anew, or name another folder.")

    @classmethod
    def unwritable(cls, reason: str) -> BatchError:
        return cls(f"It cannot be written: {reason}.\nHint: make room; the same command goes on where this one was.")

    @classmethod
    def killed_workers(cls, reason: str) -> BatchError:
        return cls(
            f"Workers were killed again and again: {reason}\n"
            "Hint: they may lack memory, of which each needs 1.5 GB; the same command goes on where this one was."
        )


class StoreError(PipelineError):
    """The store cannot do what was asked; it is as it was before."""

    @classmethod
    def unusable_url(cls, reason: str) -> StoreError:
        return cls(
            f"The address of the store cannot be used: {reason}.\n"
            "Hint: set DATELINE_STORE to sqlite:////folder/file.sqlite or postgresql://user:password@host/database."
        )

    @classmethod
    def unreachable(cls, url: str, reason: str) -> StoreError:
        return cls(
            f"The store {url} cannot be opened: {reason}.\n"
            "Hint: check that its folder exists and can be written to, or that the database server runs."
        )

    @classmethod
    def newer(cls, url: str) -> StoreError:
        return cls(
            f"The store {url} is that of a newer Dateline.\n"
            "Hint: install that version, or name another store in DATELINE_STORE."
        )

    @classmethod
    def locked(cls) -> StoreError:
        return cls(
            "The store is locked by another program, or by another Dateline that writes to it.\n"
            "Hint: nothing was changed; close that program, or wait until it is done, and try again."
        )

    @classmethod
    def damaged(cls) -> StoreError:
        return cls("The file of the store is damaged.\nHint: nothing was changed; put a copy of it in its place.")

    @classmethod
    def full(cls) -> StoreError:
        return cls("The disk of the store is full, or fails.\nHint: nothing was changed; make room, and try again.")

    @classmethod
    def read_only(cls) -> StoreError:
        return cls(
            "The store may be read and not written to.\n"
            "Hint: nothing was changed; give yourself the right to write to its file and folder, or to its database; "
            "`python -m pipeline load DIR` brings the folder of a batch into a store that takes changes."
        )

    @classmethod
    def no_store(cls) -> StoreError:
        return cls("The file is no database, and was left as it is.\nHint: name another one in DATELINE_STORE.")

    @classmethod
    def foreign(cls, tables: Iterable[str]) -> StoreError:
        return cls(
            f"The database is that of another program, and was left as it is; it has {', '.join(tables)[:200]}.\n"
            "Hint: name a database of its own in DATELINE_STORE."
        )

    @classmethod
    def gone(cls, name: str) -> StoreError:
        return cls(
            f"The file {name} was deleted or moved while the store was open.\n"
            "Hint: put it back, or start Dateline anew, which makes a new store."
        )

    @classmethod
    def replaced(cls, name: str) -> StoreError:
        return cls(
            f"The file {name} was replaced by another while the store was open.\n"
            "Hint: start Dateline anew to use the new one, or put the old one back."
        )

    @classmethod
    def index_damaged(cls) -> StoreError:
        return cls(
            "The index that pages are answered from could not be read; it is being made anew.\n"
            "Hint: nothing of the store is lost; load the page again."
        )

    @classmethod
    def index_failed(cls, reason: str) -> StoreError:
        return cls(
            f"The index that pages are answered from failed: {reason.splitlines()[0].rstrip('.')}.\n"
            "Hint: nothing of the store is lost; make room on the disk or in memory, and start Dateline anew."
        )

    @classmethod
    def damaged_reading(cls, article: str) -> StoreError:
        return cls(
            f"What was kept of the article {article!r} is damaged.\n"
            "Hint: nothing was changed; remove the article, and add its text again."
        )

    @classmethod
    def unknown_article(cls, article: str) -> StoreError:
        return cls(f"There is no article {article!r} in the store.\nHint: it may have been removed; reload the page.")

    @classmethod
    def unusable_seed(cls, name: str, reason: str) -> StoreError:
        return cls(
            f"The seed {name} cannot be loaded: {reason}.\nHint: restore it from the release, or run `make seeds`."
        )

    @classmethod
    def failed(cls, reason: str) -> StoreError:
        return cls(f"The store could not be read or written: {reason}.\nHint: nothing was changed; try again.")


class LinkingError(PipelineError):
    """Analyses that cannot be linked with each other."""

    @classmethod
    def two_articles(cls, article: str) -> LinkingError:
        return cls(f"Two articles with different texts have the id {article!r}.\nHint: give each its own.")

    @classmethod
    def unreadable(cls, line: int, reason: str) -> LinkingError:
        return cls(f"Line {line} is no analysis: {reason}.\nHint: link what `python -m pipeline extract` wrote.")


class SearchError(PipelineError):
    """The sentences cannot be searched; what is kept is as it was."""

    @classmethod
    def unusable(cls, folder: str, reason: str) -> SearchError:
        return cls(
            f"The sentences cannot be searched: {reason}.\n"
            f"Hint: see that {folder} can be written to and has room; the index is made again from the articles."
        )


class SettingsError(PipelineError):
    """An environment variable has a value that cannot be used."""

    @classmethod
    def unusable(cls, variable: str, value: str, wanted: str) -> SettingsError:
        return cls(f"{variable} is {value!r}.\nHint: set it to {wanted}.")

    @classmethod
    def unloadable_model(cls, model: str, reason: str) -> SettingsError:
        return cls(
            f"The model {model} cannot be loaded: {reason}.\n"
            "Hint: set DATELINE_MODEL to the name or path of an English spaCy model, or leave it out."
        )


class CorrectionError(PipelineError):
    """A correction that cannot be made; nothing was changed."""

    @classmethod
    def no_date(cls, text: str) -> CorrectionError:
        return cls(f"{text!r} is no date.\nHint: write a day, a month or a range, such as 12 to 17 September 2023.")

    @classmethod
    def no_place(cls, name: str) -> CorrectionError:
        return cls(f"No place is called {name!r}.\nHint: write its English name, or choose one from the article.")

    @classmethod
    def nothing_changed(cls) -> CorrectionError:
        return cls("Nothing was changed.\nHint: change a field first, or mark it as right.")

    @classmethod
    def missing(cls, field: str) -> CorrectionError:
        return cls(f"It has no {field} yet.\nHint: fill that field in; all others may stay empty.")

    @classmethod
    def not_in_text(cls, words: str) -> CorrectionError:
        return cls(
            f"{words!r} does not stand in this text.\nHint: copy the words from the article, or select them there."
        )

    @classmethod
    def unknown(cls, number: int) -> CorrectionError:
        return cls(f"There is no correction {number} in the store.\nHint: its article was removed; reload the page.")


class ShareError(PipelineError):
    """A snapshot is not given out; ``status`` is that of HTTP."""

    def __init__(self, message: str, status: int) -> None:
        super().__init__(message)
        self.status = status

    @classmethod
    def unknown(cls) -> ShareError:
        return cls("Nothing can be opened here. The link is cut short, was revoked, or has expired.", 404)

    @classmethod
    def phrase_needed(cls) -> ShareError:
        return cls("This snapshot has a pass phrase.", 401)

    @classmethod
    def wrong_phrase(cls) -> ShareError:
        return cls("That is not its pass phrase.", 403)

    @classmethod
    def throttled(cls) -> ShareError:
        return cls(
            "There were too many wrong pass phrases from your address. Wait a quarter of an hour, and try again.", 429
        )

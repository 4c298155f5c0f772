"""A store, or an index of it, that cannot be used."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.errors.base import PipelineError


class StoreError(PipelineError):
    """The store cannot do what was asked; it is as it was before."""

    @classmethod
    def unusable_url(cls, reason: str) -> StoreError:
        return cls(
            f"The address of the store cannot be used: {reason}.",
            "set DATELINE_STORE to sqlite:////folder/file.sqlite or postgresql://user:password@host/database.",
        )

    @classmethod
    def unreachable(cls, url: str, reason: str) -> StoreError:
        return cls(
            f"The store {url} cannot be opened: {reason}.",
            "check that its folder exists and can be written to, or that the database server runs.",
        )

    @classmethod
    def newer(cls, url: str) -> StoreError:
        return cls(
            f"The store {url} is that of a newer Dateline.",
            "install that version, or name another store in DATELINE_STORE.",
        )

    @classmethod
    def locked(cls) -> StoreError:
        return cls(
            "The store is locked by another program, or by another Dateline that writes to it.",
            "nothing was changed; close that program, or wait until it is done, and try again.",
        )

    @classmethod
    def damaged(cls) -> StoreError:
        return cls("The file of the store is damaged.", "nothing was changed; put a copy of it in its place.")

    @classmethod
    def full(cls) -> StoreError:
        return cls("The disk of the store is full, or fails.", "nothing was changed; make room, and try again.")

    @classmethod
    def read_only(cls) -> StoreError:
        return cls(
            "The store may be read and not written to.",
            "nothing was changed; give yourself the right to write to its file and folder, or to its database; "
            "`python -m pipeline load DIR` brings the folder of a batch into a store that takes changes.",
        )

    @classmethod
    def no_store(cls) -> StoreError:
        return cls("The file is no database, and was left as it is.", "name another one in DATELINE_STORE.")

    @classmethod
    def foreign(cls, tables: Iterable[str]) -> StoreError:
        return cls(
            f"The database is that of another program, and was left as it is; it has {', '.join(tables)[:200]}.",
            "name a database of its own in DATELINE_STORE.",
        )

    @classmethod
    def gone(cls, name: str) -> StoreError:
        return cls(
            f"The file {name} was deleted or moved while the store was open.",
            "put it back, or start Dateline anew, which makes a new store.",
        )

    @classmethod
    def replaced(cls, name: str) -> StoreError:
        return cls(
            f"The file {name} was replaced by another while the store was open.",
            "start Dateline anew to use the new one, or put the old one back.",
        )

    @classmethod
    def index_failed(cls, reason: str) -> StoreError:
        return cls(
            f"The index that pages are answered from failed: {reason.splitlines()[0].rstrip('.')}.",
            "nothing of the store is lost; make room on the disk or in memory, and start Dateline anew.",
        )

    @classmethod
    def damaged_reading(cls, article: str) -> StoreError:
        return cls(
            f"What was kept of the article {article!r} is damaged.",
            "nothing was changed; remove the article, and add its text again.",
        )

    @classmethod
    def unknown_article(cls, article: str) -> StoreError:
        return cls(f"There is no article {article!r} in the store.", "it may have been removed; reload the page.")

    @classmethod
    def unusable_seed(cls, name: str, reason: str) -> StoreError:
        return cls(f"The seed {name} cannot be loaded: {reason}.", "restore it from the release, or run `make seeds`.")

    @classmethod
    def failed(cls, reason: str) -> StoreError:
        return cls(f"The store could not be read or written: {reason}.", "nothing was changed; try again.")


class StoreAwayError(StoreError):
    """The server of the database does not answer; what was read before stays good."""

    @classmethod
    def because(cls, reason: str) -> StoreAwayError:
        return cls(
            f"The database of the store does not answer: {reason}.",
            "nothing was changed; see that its server runs and can be reached, and try again.",
        )

    @classmethod
    def while_committing(cls, reason: str) -> StoreAwayError:
        return cls(
            f"The database of the store went away while it kept what was written: {reason}.",
            "all of it is there or none; see which when the database answers again, before you do it anew.",
        )


class IndexDamagedError(StoreError):
    """The index cannot be read, and is made anew; the store is whole."""

    @classmethod
    def anew(cls) -> IndexDamagedError:
        return cls(
            "The index that pages are answered from could not be read; it is being made anew.",
            "nothing of the store is lost; this page goes on by itself, or load it again.",
        )


class SearchError(PipelineError):
    """The sentences cannot be searched; what is kept is as it was."""

    @classmethod
    def unusable(cls, folder: str, reason: str) -> SearchError:
        return cls(
            f"The sentences cannot be searched: {reason}.",
            f"see that {folder} can be written to and has room; the index is made again from the articles.",
        )

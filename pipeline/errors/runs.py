"""Commands over many articles that cannot begin or go on."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.errors.base import PipelineError


class OutputError(PipelineError):
    """The analyses cannot be written where they were to go."""

    @classmethod
    def is_input(cls, name: str) -> OutputError:
        return cls(f"{name} is one of the inputs, and would be replaced.", "name another file after -o.")


class BatchError(PipelineError):
    """A run over a corpus cannot begin or go on; what it has written stays."""

    @classmethod
    def no_input(cls, given: str) -> BatchError:
        return cls(f"{given} is not there, or empty.", "name files, folders or patterns of articles, or URLs of them.")

    @classmethod
    def no_known_file(cls, given: str, known: Iterable[str]) -> BatchError:
        return cls(
            f"{given} holds no file that can be read.", f"use files ending in one of {', '.join(sorted(known))}."
        )

    @classmethod
    def special_file(cls, given: str) -> BatchError:
        return cls(f"{given} is a device or a pipe, and no file.", "name the files of the articles.")

    @classmethod
    def unusable_input(cls, given: str, reason: str) -> BatchError:
        return cls(f"{given} cannot be opened: {reason}", "look at its name, and at who may read it.")

    @classmethod
    def not_installed(cls, given: str, reason: str) -> BatchError:
        """``reason`` is fsspec's, and names the package."""
        return cls(
            f"{given} cannot be opened: {reason}.",
            "pip can install it; only the machine that runs this command needs it.",
        )

    @classmethod
    def unread_input(cls, path: str, reason: str) -> BatchError:
        return cls(
            f"{path} cannot be read now: {reason}.",
            "see to its disk or server; the same command goes on where this one was. "
            "A server that gives files only as a whole needs simplecache:: before the URL.",
        )

    @classmethod
    def busy(cls, folder: str) -> BatchError:
        return cls(f"Another run writes to {folder}.", "wait for its end, or give another folder after --out.")

    @classmethod
    def other_run(cls, folder: str) -> BatchError:
        return cls(
            f"{folder} holds a run over other files, or over these before they changed, or by another version.",
            "give another folder after --out, or remove this one.",
        )

    @classmethod
    def other_worker(cls, found: str, wanted: str) -> BatchError:
        return cls(
            f"A worker runs {found}, and this command {wanted}.",
            "install the same version on all machines, and set DATELINE_MODEL to the same on all.",
        )

    @classmethod
    def not_shared(cls, folder: str) -> BatchError:
        return cls(
            f"A worker does not see this run in {folder}.", "give a folder after --out on a disk that all workers see."
        )

    @classmethod
    def lost_parts(cls, folder: str) -> BatchError:
        return cls(f"Parts of the run are gone from {folder}.", "the same command reads them again.")

    @classmethod
    def no_scheduler(cls, address: str) -> BatchError:
        return cls(
            f"No scheduler answers at {address}.",
            "start one by `python -m dask scheduler`, with workers, or leave --scheduler out to use this machine.",
        )

    @classmethod
    def other_environment(cls) -> BatchError:
        return cls(
            "The scheduler does not know this package.",
            "start it and its workers by `python -m dask`, in this folder and with the same Python packages.",
        )

    @classmethod
    def scheduler_gone(cls) -> BatchError:
        return cls("The scheduler is gone.", "start it again; the same command goes on where this one was.")

    @classmethod
    def unfinished(cls, folder: str) -> BatchError:
        return cls(f"{folder} holds no finished run.", "name the DIR of `batch --out DIR`, and let that run end.")

    @classmethod
    def without_columns(cls, name: str, missing: Iterable[str]) -> BatchError:
        return cls(
            f"{name} lacks {', '.join(sorted(missing))}: an older version wrote it.",
            "run `batch` again, with another folder after --out.",
        )

    @classmethod
    def damaged(cls, name: str) -> BatchError:
        return cls(f"{name} is damaged.", "remove DIR/articles and run `batch` anew, or name another folder.")

    @classmethod
    def unwritable(cls, reason: str) -> BatchError:
        return cls(f"It cannot be written: {reason}.", "make room; the same command goes on where this one was.")

    @classmethod
    def killed_workers(cls, reason: str) -> BatchError:
        return cls(
            f"Workers were killed again and again: {reason}",
            "they may lack memory, of which each needs 1.5 GB; the same command goes on where this one was.",
        )


class LinkingError(PipelineError):
    """Analyses that cannot be linked with each other."""

    @classmethod
    def two_articles(cls, article: str) -> LinkingError:
        return cls(f"Two articles with different texts have the id {article!r}.", "give each its own.")

    @classmethod
    def unreadable(cls, line: int, reason: str) -> LinkingError:
        return cls(f"Line {line} is no analysis: {reason}.", "link what `python -m pipeline extract` wrote.")

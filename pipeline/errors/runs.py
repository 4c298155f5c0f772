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
        return cls(f"{given} is not there.", "name files or folders of articles, or URLs of them.")

    @classmethod
    def special_file(cls, given: str) -> BatchError:
        return cls(f"{given} is a device or a pipe, and no file.", "name the files of the articles.")

    @classmethod
    def unusable_input(cls, given: str, reason: str) -> BatchError:
        return cls(
            f"{given} cannot be opened: {reason}",
            "for other kinds of URL install the package that opens them, as s3fs for s3:// and gcsfs for gs://.",
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
    def other_version(cls, found: str, wanted: str) -> BatchError:
        return cls(f"A worker runs version {found}, and this is {wanted}.", "install the same version on all.")

    @classmethod
    def no_scheduler(cls, address: str) -> BatchError:
        return cls(
            f"No scheduler answers at {address}.",
            "start one by `dask scheduler`, with workers, or leave --scheduler out to use this machine.",
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

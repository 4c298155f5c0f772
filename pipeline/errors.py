"""Everything that can go wrong and that a user can do something about."""

from __future__ import annotations


class PipelineError(Exception):
    """Base of all errors Dateline raises on purpose; its text says what is wrong and what to do."""


class LexiconError(PipelineError):
    """A lexicon file does not say what its loader needs."""

    @classmethod
    def unreadable(cls, name: str, reason: str) -> LexiconError:
        return cls(f"{name}.toml cannot be used: {reason}.\nHint: restore the file from the release.")


class ArticleError(PipelineError):
    """A text cannot be taken in as an article."""


class StoreError(PipelineError):
    """The store cannot do what was asked; it is as it was before."""


class SettingsError(PipelineError):
    """An environment variable has a value that cannot be used."""

    @classmethod
    def unusable(cls, variable: str, value: str, wanted: str) -> SettingsError:
        return cls(f"{variable} is {value!r}.\nHint: set it to {wanted}.")

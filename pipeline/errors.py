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
    def unknown_article(cls, article: str) -> StoreError:
        return cls(f"There is no article {article!r} in the store.\nHint: it may have been removed; reload the page.")

    @classmethod
    def failed(cls, reason: str) -> StoreError:
        return cls(f"The store could not be read or written: {reason}.\nHint: nothing was changed; try again.")


class SettingsError(PipelineError):
    """An environment variable has a value that cannot be used."""

    @classmethod
    def unusable(cls, variable: str, value: str, wanted: str) -> SettingsError:
        return cls(f"{variable} is {value!r}.\nHint: set it to {wanted}.")

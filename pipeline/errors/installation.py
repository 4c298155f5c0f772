"""A lexicon, a model or a setting that cannot be used."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.errors.base import PipelineError


class LexiconError(PipelineError):
    """A lexicon file does not say what its loader needs."""

    @classmethod
    def unreadable(cls, name: str, reason: str) -> LexiconError:
        return cls(f"{name}.toml cannot be used: {reason}.", "restore the file from the release.")

    @classmethod
    def two_values(cls, word: str, field: str, values: Iterable[str]) -> LexiconError:
        return cls(f"{word!r} has the {field} {' and '.join(sorted(values))}.", "take it out of one class.")


class SettingsError(PipelineError):
    """An environment variable has a value that cannot be used."""

    @classmethod
    def unusable(cls, variable: str, value: str, wanted: str) -> SettingsError:
        return cls(f"{variable} is {value!r}.", f"set it to {wanted}.")

    @classmethod
    def unloadable_model(cls, model: str, reason: str) -> SettingsError:
        return cls(
            f"The model {model} cannot be loaded: {reason}.",
            "set DATELINE_MODEL to the name or path of an English spaCy model, or leave it out.",
        )

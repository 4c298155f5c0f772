"""A correction that cannot be made."""

from __future__ import annotations

from pipeline.errors.base import PipelineError


class CorrectionError(PipelineError):
    """A correction that cannot be made; nothing was changed."""

    @classmethod
    def no_date(cls, text: str) -> CorrectionError:
        return cls(f"{text!r} is no date.", "write a day, a month or a range, such as 12 to 17 September 2023.")

    @classmethod
    def two_days(cls, text: str) -> CorrectionError:
        return cls(
            f"{text!r} can be two days: some write the day first, others the month.",
            "write the month as a word, such as 12 September 2023.",
        )

    @classmethod
    def not_whole(cls, text: str) -> CorrectionError:
        return cls(
            f"{text!r} is no date by itself: its year or its day is missing.",
            "write it in full, such as 12 September 2023.",
        )

    @classmethod
    def no_end(cls, text: str, end: str) -> CorrectionError:
        return cls(f"{text!r} has no {end} day.", "write the day itself, such as 12 September 2023.")

    @classmethod
    def no_place(cls, name: str) -> CorrectionError:
        return cls(f"No place is called {name!r}.", "write its English name, or choose one from the article.")

    @classmethod
    def nothing_changed(cls) -> CorrectionError:
        return cls("Nothing was changed.", "change a field first, or mark it as right.")

    @classmethod
    def missing(cls, field: str) -> CorrectionError:
        return cls(f"It has no {field} yet.", "fill that field in.")

    @classmethod
    def nowhere(cls) -> CorrectionError:
        return cls("It has no place and no day yet.", "say from where, to where or when; one of them is enough.")

    @classmethod
    def not_in_text(cls, words: str) -> CorrectionError:
        return cls(f"{words!r} does not stand in this text.", "copy the words from the article, or select them there.")

    @classmethod
    def unknown(cls, number: int) -> CorrectionError:
        return cls(f"There is no correction {number} in the store.", "its article was removed; reload the page.")

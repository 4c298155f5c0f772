"""What all errors that Dateline raises on purpose have in common."""

from __future__ import annotations


class PipelineError(Exception):
    """Base of all errors Dateline raises on purpose; its text says what is wrong and what to do."""

    def __init__(self, wrong: str, hint: str | None = None) -> None:
        super().__init__(f"{wrong}\nHint: {hint}" if hint else wrong)

"""A snapshot that is not given out."""

from __future__ import annotations

from pipeline.errors.base import PipelineError


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

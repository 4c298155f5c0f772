"""What one trigger word tells, before it is written down: type, participants and the words it speaks for."""

from __future__ import annotations

from dataclasses import dataclass, replace

from spacy.tokens import Token

from pipeline.domain import PloverMode, PloverType


@dataclass(frozen=True)
class Telling:
    """An event as its trigger tells it; ``covers`` are further words that tell of the same event."""

    type: PloverType
    trigger: Token
    actors: tuple[Token, ...] = ()
    recipients: tuple[Token, ...] = ()
    mode: PloverMode | None = None
    covers: tuple[Token, ...] = ()

    def become(self, kind: PloverType, trigger: Token | None = None) -> Telling:
        """The same event told as one of another type: a promise of it, a threat with it, a refusal of it."""
        covers = (*self.covers, self.trigger)
        return replace(self, type=kind, mode=None, trigger=trigger or self.trigger, covers=covers)

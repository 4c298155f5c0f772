"""What one verb or noun says of a movement."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from pipeline.components.motion.journeys import Leg
from pipeline.components.motion.movers import Moving


@dataclass(frozen=True, slots=True)
class MotionFrame:
    """A motion word with who moves and where.

    ``support_verb`` is the verb that its noun hangs on, if it is a noun; ``joined`` if another word tells of the same
    journey that it was made.
    """

    trigger: Token
    movers: tuple[Moving, ...]
    legs: tuple[Leg, ...]
    departs: bool = False
    support_verb: Token | None = None
    anaphoric: bool = False
    joined: bool = False

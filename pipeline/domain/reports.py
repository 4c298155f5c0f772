"""The sentences that tell of an event or movement, and who takes part as they word it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pipeline.domain.extents import Extent
from pipeline.domain.factuality import Factuality, Status


@dataclass(frozen=True, slots=True)
class Argument(Extent):
    """A participant as the sentence words it. ``head`` is the offset of its syntactic head, which names the entity."""

    head: int


@dataclass(frozen=True, slots=True)
class Participant(Extent):
    """An actor or recipient of an event: the words of the text, and the entity where one is known."""

    entity: str | None
    name: str


@dataclass(frozen=True, slots=True)
class Report:
    """One sentence of one article that tells of an event. ``attributions`` are ids; none means the outlet itself.

    ``reported`` is the day on which it was said or published: what occurred is not after it, what is planned not
    before it. It is a bound, and never a date of the event.
    """

    evidence: Extent
    trigger: Extent
    attributions: tuple[str, ...]
    status: Status
    factuality: Factuality
    first: date | None
    last: date | None
    edtf: str | None
    reported: date | None = None

"""Events and movements that an analyst reads in words of a text, made of the fields that were filled in. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import reduce
from hashlib import sha256

from pipeline.corrections import CHECKED, Change, Field, Kind, changed_event, changed_movement
from pipeline.domain import ID_LENGTH, Event, Extent, Factuality, Movement, Mover, Report, Status
from pipeline.errors import CorrectionError

WHY = (f"{CHECKED}: added",)
CERTAIN: dict[Status, Factuality] = {"occurred": "CT+", "ongoing": "CT+", "denied": "CT-"}
"""How certain a status says that it is; of plans and hypotheses the words alone say nothing."""


def added_event(article: str, words: Extent, evidence: Extent, changes: Sequence[Change]) -> Event:
    """Raises CorrectionError where no type was chosen."""
    require("type", changes)
    bare = Event(
        identity(article, "event", words), "STATEMENT", None, (), (), None, None, None, None,
        "occurred", "CT+", (), why=WHY,
    )  # fmt: skip
    event = reduce(changed_event, changes, bare)
    told = replace(report(words, evidence, event.status), first=event.first, last=event.last, edtf=event.edtf)
    return replace(event, factuality=told.factuality, reports=(told,))


def added_movement(article: str, words: Extent, evidence: Extent, changes: Sequence[Change]) -> Movement:
    """Raises CorrectionError where nobody moves, or neither a place nor a day is given."""
    require("mover", changes)
    id_ = identity(article, "movement", words)
    bare = Movement(id_, None, Mover(None, ""), None, None, None, None, None, None, "occurred", (), why=WHY)
    movement = reduce(changed_movement, changes, bare)
    if not any((movement.origin, movement.destination, movement.departure, movement.arrival)):
        raise CorrectionError.nowhere()
    return replace(movement, reports=(report(words, evidence, movement.status),))


def require(field: Field, changes: Sequence[Change]) -> None:
    if field not in {change.field for change in changes}:
        raise CorrectionError.missing(field)


def identity(article: str, kind: Kind, words: Extent) -> str:
    return sha256(f"{article}:added {kind}:{words.start}:{words.end}".encode()).hexdigest()[:ID_LENGTH]


def report(words: Extent, evidence: Extent, status: Status) -> Report:
    return Report(evidence, words, (), status, CERTAIN.get(status, "UU"), None, None, None)

"""Why an event stands as it does: the entry that told it, the words of its status, and what dates it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from pipeline.components.grammar import syntax
from pipeline.components.plover.event_frame import EventFrame
from pipeline.domain import Status, TimeExpression

NO_DATE = "date: none told"
GOVERNED = frozenset({"acl", "advcl", "ccomp", "pcomp", "xcomp"})


def reasons(told: EventFrame, status: Status, expression: TimeExpression | None) -> tuple[str, ...]:
    """For analysts who trace a wrong event: "type: family 'arrest'", "status: planned by 'will'", "date: Monday"."""
    cues = " ".join(dict.fromkeys(cue.lower_ for cue in _status_cues(told.trigger)))
    return (
        f"type: {told.entry or 'what the words around it make of it'}",
        f"status: {status} by {cues!r}" if cues else f"status: {status}, as told",
        f"date: {expression.text}" if expression else NO_DATE,
    )


def _status_cues(trigger: Token) -> Iterator[Token]:
    """Helpers and negation of the trigger, and what governs its clause."""
    yield from syntax.auxiliaries(trigger)
    yield from (child for child in trigger.children if child.dep_ == "neg")
    if trigger.dep_ in GOVERNED:
        yield trigger.head

"""What marks look like: colour says the quad class or "other news", form says the status, in every chart alike.

The five hues stay apart for the three kinds of colour blindness and keep 3:1 contrast on the light and the dark
background; a test computes both.
"""

from __future__ import annotations

from typing import Literal, get_args

from pipeline.domain import EventType, Status

Quad = Literal["verbal cooperation", "material cooperation", "verbal conflict", "material conflict", "other news"]
Form = Literal["filled", "hatched", "outline", "struck"]

QUADS: tuple[Quad, ...] = get_args(Quad)
FORMS: tuple[Form, ...] = get_args(Form)

COLOURS: dict[Quad, str] = {
    "verbal cooperation": "#3068cc",
    "material cooperation": "#34a384",
    "verbal conflict": "#bd830f",
    "material conflict": "#c4284f",
    "other news": "#786898",
}
NEUTRAL = "#74859a"

_TYPES: dict[Quad, tuple[EventType, ...]] = {
    "verbal cooperation": ("AGREE", "CONSULT", "SUPPORT", "CONCEDE"),
    "material cooperation": ("COOPERATE", "AID", "RETREAT"),
    "verbal conflict": ("REQUEST", "ACCUSE", "REJECT", "THREATEN"),
    "material conflict": ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
    "other news": ("LIFE", "DISASTER", "JUSTICE", "ELECTION", "PERSONNEL", "BUSINESS", "LAW", "STATEMENT"),
}
_QUAD_OF: dict[EventType, Quad] = {type_: quad for quad, types in _TYPES.items() for type_ in types}
_FORM_OF: dict[Status, Form] = {
    "occurred": "filled",
    "ongoing": "filled",
    "planned": "hatched",
    "hypothetical": "outline",
    "cancelled": "struck",
    "denied": "struck",
}


def quad(type_: EventType) -> Quad:
    """The quad class of a PLOVER type, as the PLOVER manual groups them; our own types of ordinary news are "other"."""
    return _QUAD_OF[type_]


def colour(type_: EventType | None) -> str:
    """The colour of an event type; neutral where there is none."""
    return NEUTRAL if type_ is None else COLOURS[quad(type_)]


def form_of_status(status: Status) -> Form:
    return _FORM_OF[status]

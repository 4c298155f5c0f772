"""How an event stands: its status with a degree of certainty from -3 (certainly not) to 3 (certainly so).

A word that governs another ("failed to", "plans to", "denied that") gives it an ``Effect``; effects are laid on the
standing of the governing word, from the sentence's root down to the event. The degrees follow the scale of
Lee et al. (2015), which names FactBank's values by numbers.
"""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.domain import Factuality, Status
from pipeline.lexicons.predicates.classes import Effect

VALUES: dict[int, Factuality] = {3: "CT+", 2: "PR+", 1: "PS+", 0: "UU", -1: "PS-", -2: "PR-", -3: "CT-"}
SETTLED = frozenset({"occurred", "ongoing"})


@dataclass(frozen=True, slots=True)
class Standing:
    """Status and degree of an event."""

    status: Status
    degree: int

    @property
    def factuality(self) -> Factuality:
        return VALUES[self.degree]


FACT = Standing("occurred", 3)
ONGOING = Standing("ongoing", 3)
PROBABLE = Standing("occurred", 2)
ALLEGED = Standing("hypothetical", 2)
PLANNED = Standing("planned", 2)
HYPOTHETICAL = Standing("hypothetical", 1)
GENERIC = Standing("hypothetical", 3)
OPEN = Standing("hypothetical", 0)
CONDITIONAL = Standing("hypothetical", 2)
UNMET = Standing("hypothetical", -2)
DOUBTED = Standing("hypothetical", -1)
DENIED = Standing("denied", -3)
DISPUTED = Standing("denied", -1)
AVOIDED = Standing("denied", -2)
UNWANTED = Standing("denied", -2)
CANCELLED = Standing("cancelled", -3)

AFFIRMED: dict[Effect, Standing] = {
    "continues": ONGOING, "factive": FACT, "reports": FACT, "appears": PROBABLE, "believes": ALLEGED,
    "alleges": ALLEGED, "plans": PLANNED, "wishes": HYPOTHETICAL, "doubts": DOUBTED,
    "denies": DISPUTED, "cancels": CANCELLED, "supposes": OPEN,
}  # fmt: skip
NEGATED: dict[Effect, Standing] = {
    "continues": DENIED, "factive": FACT, "reports": OPEN, "appears": UNWANTED, "believes": UNWANTED,
    "alleges": DISPUTED, "plans": UNWANTED, "wishes": UNWANTED, "doubts": PROBABLE,
    "denies": HYPOTHETICAL, "cancels": PLANNED, "supposes": OPEN,
}  # fmt: skip


def below_effect(outer: Standing, effect: Effect) -> Standing:
    """Status of the event that a word governs: that of the word, changed by the word's effect on its complement."""
    if effect == "entails" or outer.status == "cancelled":
        return outer
    if effect == "negates":
        return negated(outer)
    if effect == "hesitates":
        return negated(outer) if outer.degree < 0 else HYPOTHETICAL
    if outer.degree < 0:
        return NEGATED[effect]
    below = AFFIRMED[effect]
    if outer.status == "hypothetical" and effect == "cancels":
        return OPEN
    if outer.status == "hypothetical" and effect != "factive":
        return Standing("hypothetical", min(below.degree, outer.degree))
    return below


def negated(standing: Standing) -> Standing:
    """Status under negation: what was denied occurred, what is possible is possibly not so."""
    if standing.status == "denied":
        return FACT if standing.degree == -3 else OPEN
    if standing.status in ("hypothetical", "cancelled"):
        return Standing(standing.status, -standing.degree)
    return Standing("denied", -standing.degree)


def within_clause(outer: Standing, own: Standing) -> Standing:
    """Status of an event inside a subordinate clause: the stricter of its own and the matrix clause's."""
    if own == FACT:
        return outer
    if outer.status in SETTLED:
        return Standing(own.status, max(min(own.degree, outer.degree), -outer.degree))
    if own.degree < 0:
        return negated(outer)
    return Standing(outer.status, min(outer.degree, own.degree)) if outer.degree > 0 else outer

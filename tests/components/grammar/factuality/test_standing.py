from __future__ import annotations

from typing import get_args

import pytest

from pipeline.components.grammar.factuality import standing
from pipeline.components.grammar.factuality.standing import (
    CANCELLED,
    DENIED,
    FACT,
    HYPOTHETICAL,
    ONGOING,
    OPEN,
    PLANNED,
    Standing,
    below_effect,
    negated,
    within_clause,
)
from pipeline.lexicons.predicates.classes import Effect

EVERY = (FACT, ONGOING, PLANNED, HYPOTHETICAL, OPEN, DENIED, CANCELLED)


@pytest.mark.parametrize(
    ("outer", "effect", "expected"),
    [
        pytest.param(FACT, "negates", DENIED, id="failed to"),
        pytest.param(DENIED, "negates", FACT, id="did not fail to"),
        pytest.param(PLANNED, "entails", PLANNED, id="will begin to"),
        pytest.param(DENIED, "factive", FACT, id="did not know that"),
        pytest.param(FACT, "plans", PLANNED, id="plans to"),
        pytest.param(DENIED, "cancels", PLANNED, id="did not cancel"),
        pytest.param(CANCELLED, "plans", CANCELLED, id="abandoned a plan to"),
        pytest.param(HYPOTHETICAL, "plans", Standing("hypothetical", 1), id="may plan to"),
    ],
)
def test_standing_below_a_word(outer: Standing, effect: Effect, expected: Standing) -> None:
    assert below_effect(outer, effect) == expected


@pytest.mark.parametrize("outer", EVERY)
@pytest.mark.parametrize("effect", get_args(Effect))
def test_standing_never_grows_certain_of_what_is_open(outer: Standing, effect: Effect) -> None:
    below = below_effect(outer, effect)
    assert below.degree in standing.VALUES
    if outer.status == "hypothetical" and effect not in ("factive", "cancels"):
        assert abs(below.degree) <= max(1, abs(outer.degree))


@pytest.mark.parametrize("outer", EVERY)
@pytest.mark.parametrize("own", EVERY)
def test_standing_combined_is_no_surer_than_its_context(outer: Standing, own: Standing) -> None:
    found = within_clause(outer, own)
    assert found.degree in standing.VALUES
    assert within_clause(outer, FACT) == outer
    if outer.status == "planned":
        assert found.status in ("planned", "denied")


def test_standing_negation_denies_what_occurred() -> None:
    assert negated(FACT) == DENIED
    assert negated(HYPOTHETICAL) == Standing("hypothetical", -1)

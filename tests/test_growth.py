from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.growth import check_growth

SHORT, LONG, MOST = 100, 400, 8


def noisy(cost: Callable[[int], float], *noise: float) -> Callable[[int], float]:
    """The seconds of one run after the other, each as many times its cost as the noise says; then without noise."""
    left = list(noise)
    return lambda length: cost(length) * (left.pop(0) if left else 1)


def linear(length: int) -> float:
    return length / 100


def quadratic(length: int) -> float:
    return length**2 / 10_000


@pytest.mark.parametrize(
    "noise",
    [
        pytest.param((), id="quiet"),
        pytest.param((1, 5, 1), id="a slow phase"),
        pytest.param((1, 5, 1, 1, 5, 1), id="two slow phases"),
        pytest.param((5, 5, 5, 5, 5), id="slow throughout"),
    ],
)
def test_growth_forgives_a_linear_work_its_noise(noise: tuple[float, ...]) -> None:
    check_growth(noisy(linear, *noise), SHORT, LONG, MOST)


@pytest.mark.parametrize(
    "noise",
    [
        pytest.param((), id="quiet"),
        pytest.param((5, 1, 1), id="loaded the first time"),
        pytest.param((1, 5, 5, 1, 5, 5), id="slow phases"),
    ],
)
def test_growth_fails_a_quadratic_work_whatever_the_noise(noise: tuple[float, ...]) -> None:
    with pytest.raises(pytest.fail.Exception, match="takes 16"):
        check_growth(noisy(quadratic, *noise), SHORT, LONG, MOST)


def test_growth_of_what_takes_next_to_no_time_is_ignored() -> None:
    check_growth(quadratic, SHORT, LONG, MOST, ignored=20)
    with pytest.raises(pytest.fail.Exception):
        check_growth(quadratic, SHORT, LONG, MOST, ignored=10)

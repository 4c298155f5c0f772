from __future__ import annotations

import math

import pytest

from pipeline.linking.counts import count_alike, count_otherwise, counts


@pytest.mark.parametrize(
    ("sentence", "least", "most"),
    [
        pytest.param("A blast killed 41 miners.", 41, 41, id="exact"),
        pytest.param("A blast killed twelve miners.", 12, 12, id="a number word"),
        pytest.param("A blast killed 1,240 miners.", 1240, 1240, id="with a comma"),
        pytest.param("A blast killed at least 40 miners.", 40, math.inf, id="at least"),
        pytest.param("A blast killed more than 40 miners.", 40, math.inf, id="more than"),
        pytest.param("A blast killed nearly 40 miners.", 0, 40, id="nearly"),
        pytest.param("A blast killed about 40 miners.", 32, 48, id="about"),
        pytest.param("A blast killed dozens of miners.", 20, 200, id="a rough number"),
    ],
)
def test_a_number_means_what_stands_before_it(sentence: str, least: float, most: float) -> None:
    assert counts([sentence])["miner"] == {(least, most)}


def test_years_count_nothing() -> None:
    assert not counts(["It was the 2014 landslide."])


@pytest.mark.parametrize(
    ("one", "other", "is_otherwise"),
    [
        pytest.param("at least 40 miners", "43 miners", False, id="a bound and a number above it"),
        pytest.param("at least 40 miners", "31 miners", True, id="a bound and a number below it"),
        pytest.param("dozens of miners", "43 miners", False, id="rough and exact"),
        pytest.param("40 miners", "43 miners", True, id="two numbers"),
        pytest.param("40 miners", "43 sheep", False, id="of two things"),
    ],
)
def test_counts_differ_only_where_both_cannot_mean_one_number(one: str, other: str, *, is_otherwise: bool) -> None:
    a, b = counts([one]), counts([other])
    assert count_otherwise(a, b) is count_otherwise(b, a) is is_otherwise


def test_only_one_exact_number_identifies() -> None:
    assert count_alike(counts(["43 miners died"]), counts(["the 43 miners"]))
    assert not count_alike(counts(["at least 43 miners died"]), counts(["at least 43 miners"]))


def test_decimals_and_percentages_are_numbers() -> None:
    fell, rose = counts(["The index fell 2.36%."]), counts(["It fell by 2.5 per cent."])
    assert fell["percent"] == {(2.36, 2.36)}
    assert count_otherwise(fell, rose)
    assert count_alike(fell, counts(["a loss of 2.36 percent"]))

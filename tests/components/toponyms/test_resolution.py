from __future__ import annotations

import pytest

from pipeline.components.toponyms.resolution import Name, contains, resolve
from pipeline.components.toponyms.weights import weights
from pipeline.gazetteer import lookup
from pipeline.gazetteer.entries import Entry


def entry(name: str, country: str, feature: str) -> Entry:
    return next(e for e in lookup.find(name) if e.country == country and e.feature == feature and not e.alias)


def likeliest(*names: str) -> list[Entry]:
    """What each of some names means when they stand together."""
    fitted = weights()
    asked = [Name(name, lookup.find(name)) for name in names]
    chances = resolve(asked, fitted.first_round, fitted.second_round)
    return [
        max(zip(shares, name.entries, strict=True), key=lambda pair: pair[0])[1]
        for name, shares in zip(asked, chances, strict=True)
    ]


@pytest.mark.parametrize(
    ("name", "country", "admin1"),
    [
        pytest.param("Athens", "GR", None, id="capital before towns"),
        pytest.param("Birmingham", "GB", "ENG", id="larger city"),
        pytest.param("Washington", "US", "DC", id="capital before the state"),
        pytest.param("Manchester", "GB", "ENG", id="city before a small province"),
        pytest.param("Tripoli", "LY", None, id="capital before another large city"),
        pytest.param("Cuba", "CU", None, id="country before towns"),
    ],
)
def test_resolution_of_a_bare_name_is_what_newspapers_assume(name: str, country: str, admin1: str | None) -> None:
    (found,) = likeliest(name)
    assert found.country == country
    assert admin1 is None or found.admin1 == admin1


@pytest.mark.parametrize(
    ("names", "country", "admin1"),
    [
        pytest.param(("Athens", "Watkinsville", "Commerce"), "US", "GA", id="neighbouring towns"),
        pytest.param(("Valencia", "Maracay", "Venezuela"), "VE", None, id="country and neighbour"),
        pytest.param(("Tripoli", "Beirut", "Sidon"), "LB", None, id="cities of a country"),
    ],
)
def test_resolution_follows_the_other_names(names: tuple[str, ...], country: str, admin1: str | None) -> None:
    found = likeliest(*names)[0]
    assert found.country == country
    assert admin1 is None or found.admin1 == admin1


def test_resolution_shares_sum_to_one_and_nothing_gives_nothing() -> None:
    fitted = weights()
    names = [Name("springfield", lookup.find("Springfield")), Name("nowhere", ())]
    first, second = resolve(names, fitted.first_round, fitted.second_round)
    assert sum(first) == pytest.approx(1.0)
    assert second == []
    assert resolve([], fitted.first_round, fitted.second_round) == []


def test_resolution_containment_is_by_codes() -> None:
    kentucky, kenya = entry("Kentucky", "US", "ADM1"), entry("Kenya", "KE", "PCLI")
    louisville, nairobi = entry("Louisville", "US", "PPLA2"), entry("Nairobi", "KE", "PPLC")
    assert contains(kentucky, louisville)
    assert contains(kenya, nairobi)
    assert not contains(kentucky, nairobi)
    assert not contains(kenya, kenya)
    assert not contains(nairobi, kenya)

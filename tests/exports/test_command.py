"""``python -m pipeline export``."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from pipeline.__main__ import main
from pipeline.store import Store
from pipeline.store.seeds import load_seeds
from tests.pages.sample import fill


@pytest.fixture(autouse=True)
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    url = f"sqlite:///{tmp_path / 'store.sqlite'}"
    fill(url)
    monkeypatch.setenv("DATELINE_STORE", url)


def test_export_writes_what_the_filters_show(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "planned.csv"
    assert main(["export", "--format", "csv", "--status", "planned", "-o", str(file)]) == 0
    rows = list(csv.DictReader(file.read_text("utf-8-sig").splitlines()))
    assert {row["status"] for row in rows} == {"planned"}
    assert "1 events, 1 movements." in capsys.readouterr().err


def test_export_takes_several_values_and_a_period(tmp_path: Path) -> None:
    file = tmp_path / "found.geojson"
    wanted = ["--type", "CONSULT", "--type", "ACCUSE", "--from", "2019-02-01", "--to", "2019-02-28", "--dated"]
    assert main(["export", "--format", "geojson", "-o", str(file), *wanted]) == 0
    found = [each["properties"] for each in json.loads(file.read_text("utf-8"))["features"]]
    assert [each["type"] for each in found if each["kind"] == "event"] == ["ACCUSE"]


def test_export_names_stories_when_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_STORE", f"sqlite:///{tmp_path / 'samples.sqlite'}")
    store = Store.open(f"sqlite:///{tmp_path / 'samples.sqlite'}")
    load_seeds(store)
    store.close()
    file = tmp_path / "samples.csv"
    assert main(["export", "--format", "csv", "--stories", "-o", str(file)]) == 0
    rows = [row for row in csv.DictReader(file.read_text("utf-8-sig").splitlines()) if row["story"]]
    assert any(row["story"] == other["story"] and row["article"] != other["article"] for row in rows for other in rows)
    assert all(int(row["story_articles"]) > 1 for row in rows)


@pytest.mark.parametrize("wrong", [["--format", "doc"], ["--format", "csv", "--from", "yesterday"], []])
def test_export_refuses_what_it_does_not_know(wrong: list[str]) -> None:
    with pytest.raises(SystemExit):
        main(["export", *wrong])

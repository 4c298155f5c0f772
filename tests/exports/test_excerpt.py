"""An export holds exactly what the view shows."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import codec
from pipeline.corrections import Change, Correction, Target
from pipeline.domain import Extent
from pipeline.exports import Excerpt, read
from pipeline.exports.excerpt import Scope
from pipeline.exports.formats import FORMATS
from pipeline.exports.names import file_name
from pipeline.index import EventFilter
from pipeline.store.seeds import load_seeds
from tests.pages.sample import fill
from tests.store.indexed import Indexed

MADE = datetime(2024, 1, 1, tzinfo=UTC)
WRITE = {format_.suffix: format_.write for format_ in FORMATS}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Indexed]:
    url = f"sqlite:///{tmp_path_factory.mktemp('exports') / 'store.sqlite'}"
    fill(url)
    opened = Indexed.open(url)
    load_seeds(opened)
    yield opened
    opened.close()


@st.composite
def filters(draw: st.DrawFn, store: Indexed) -> EventFilter:
    choices = store.choices()
    days = st.none() | st.dates(date(2019, 1, 1), date(2023, 12, 31))

    def some(values: list[str]) -> frozenset[str]:
        return draw(st.one_of(st.just(frozenset()), st.frozensets(st.sampled_from(values), max_size=2)))

    return EventFilter(
        first=draw(days),
        last=draw(days),
        undated=draw(st.booleans()),
        types=some(list(choices.types)),
        entities=some([each.key for each in choices.entities]),
        places=some([each.key for each in choices.places]),
        statuses=some(list(choices.statuses)),
        articles=some([each.key for each in choices.articles]),
        sources=some([each.key for each in choices.sources]),
        certainties=some(list(choices.certainties)),
        search=draw(st.sampled_from(["", "", "Rabat", "no such word"])),
        doubtful=draw(st.booleans()),
    )


def exported(store: Indexed, wanted: EventFilter) -> Excerpt:
    return read(store, store, Scope(wanted=wanted), MADE)


@settings(max_examples=50, deadline=None)
@given(st.data())
def test_export_is_the_view(store: Indexed, data: st.DataObject) -> None:
    wanted = data.draw(filters(store))
    moved = {row.id for row in store.movements(wanted, limit=9999)}
    shown = {row.id for row in store.events(wanted, limit=9999)} | moved
    found = exported(store, wanted)
    assert not found.cut()
    rows = csv.DictReader(StringIO(WRITE["csv"](found).decode().removeprefix("\ufeff")))
    assert {row["id"] for row in rows} == shown
    features = json.loads(WRITE["geojson"](found))["features"]
    assert {each["properties"]["id"] for each in features if "id" in each["properties"]} == shown
    analyses = [codec.analysis_from_json(line) for line in WRITE["jsonl"](found).splitlines()]
    kept = [told.id for each in analyses for told in each.events]
    assert {*kept, *(told.id for each in analyses for told in each.movements)} == shown


def test_every_row_has_the_sources_that_its_card_has(store: Indexed) -> None:
    for told in exported(store, EventFilter(doubtful=True)).told:
        card = store.reports(told.row.id) if told.kind == "event" else store.movement_reports(told.row.id)
        assert [report.evidence for report in told.reports] == [report.evidence for report in card]
        assert [len(report.sources) for report in told.reports] == [len(report.sources) for report in card]


def test_corrections_of_names_are_told_with_what_their_articles_tell(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'store.sqlite'}"
    fill(url)
    kept = Indexed.open(url)
    named = [
        Correction(
            row.id,
            Target("entity", entity.key, Extent(first.start, first.end, first.text)),
            Change("kind", "organization"),
            "Inês",
            datetime(2024, 1, 1),
        )
        for row in kept.articles()
        for entity in kept.analysis(row.id).entities
        for first in entity.mentions[:1]
        if entity.key == "person:rui-dias"
    ]
    kept.correct(*named)
    wanted = EventFilter(articles=frozenset({named[-1].article}))
    assert [entry.correction for entry in exported(kept, wanted).corrections] == [named[-1]]
    everything = exported(kept, EventFilter())
    assert len(everything.corrections) == len(named) == 2
    assert b'id="organization:rui-dias"' in WRITE["graphml"](everything)
    assert b"person:rui-dias" not in WRITE["graphml"](everything)
    assert "is a name of the kind organization" in WRITE["report.html"](everything).decode()
    kept.close()


def test_what_is_beyond_the_bound_is_counted(store: Indexed) -> None:
    found = read(store, store, Scope(wanted=EventFilter(doubtful=True)), MADE, most=2)
    assert len(found.told) == 4
    assert found.cut().startswith(f"Cut: {found.matching - 4:,} of")


def test_movements_are_narrowed_as_on_the_map(store: Indexed) -> None:
    scope = Scope(kinds=("movement",), moves=lambda row: row.vehicle == "plane")
    found = read(store, store, scope, MADE)
    assert {row.vehicle for row in found.movements} == {"plane"}
    assert not found.events
    assert not found.cut()


@pytest.mark.parametrize(
    ("scope", "name"),
    [
        (Scope("Overview"), "dateline-overview.csv"),
        (Scope("Timeline", EventFilter(first=date(2023, 7, 1))), "dateline-timeline-from-2023-07-01.csv"),
        (Scope("Who to whom", EventFilter(last=date(2023, 7, 1))), "dateline-who-to-whom-until-2023-07-01.csv"),
        (
            Scope("Movements", EventFilter(date(2023, 7, 1), date(2023, 9, 1)), ("Planned", "Łódź/../x", "c", "d")),
            "dateline-movements-2023-07-01-to-2023-09-01-planned-odz-x-c-and-1-more.csv",
        ),
    ],
)
def test_file_names_speak(scope: Scope, name: str) -> None:
    assert file_name(scope, "csv") == name


def test_scope_says_its_period() -> None:
    wanted = EventFilter(date(2023, 7, 1), date(2023, 7, 31), undated=False)
    assert Scope(wanted=wanted, words=("Planned",)).filters() == ("July 2023, dated ones only", "Planned")

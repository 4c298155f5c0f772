"""The seed article against what a careful reader takes from it."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pipeline.analysis import read
from pipeline.assembly import assemble
from pipeline.domain import Analysis, Article, Attribution, Entity, Event, Movement, Report

GOLDEN: dict[str, Any] = tomllib.loads((Path(__file__).parent / "seed.toml").read_text("utf-8"))


@pytest.fixture(scope="module")
def seed(seed_text: str) -> Analysis:
    article = Article(id="seed", text=seed_text, received=date(2026, 11, 1))
    return assemble(article, read(seed_text))


def each(kind: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize(
        "expected", GOLDEN[kind], ids=lambda row: str(row.get("told_in") or next(iter(row.values())))
    )


def test_seed_publication_date_is_inferred(seed: Analysis) -> None:
    assert seed.article.published == GOLDEN["published"]
    assert seed.article.published_basis == GOLDEN["published_basis"]
    assert {*GOLDEN["other_candidates"], GOLDEN["published"]} <= set(seed.article.published_candidates)


@each("timexes")
def test_seed_timex(seed: Analysis, expected: dict[str, Any]) -> None:
    wanted = expected.get("text")
    around = expected.get("inside")
    found = [
        timex
        for timex in seed.timexes
        if (timex.text == wanted if wanted else timex.text.endswith(expected["ends_with"]))
        and (around is None or around in seed.article.text[max(0, timex.start - len(around)) : timex.end])
    ]
    timex = found[expected.get("nth", 0)]
    if "first_from" in expected:
        assert timex.last is None
        assert timex.first is not None
        assert abs((timex.first - expected["first_from"]).days) <= 1
    for field in ("value", "mod", "edtf", "first", "last"):
        if field in expected:
            assert getattr(timex, field) == expected[field], field


def entity_of(seed: Analysis, expected: dict[str, Any]) -> Entity:
    if "key" in expected:
        return next(entity for entity in seed.entities if entity.key == expected["key"])
    called = expected["called"].removeprefix("The ")
    return next(
        e
        for e in seed.entities
        if called in {name.removeprefix("The ").removeprefix("the ") for name in (e.name, *e.aliases)}
    )


@each("entities")
def test_seed_entity_counts_equal_a_hand_count(seed: Analysis, expected: dict[str, Any]) -> None:
    entity = entity_of(seed, expected)
    forms = [mention.form for mention in entity.mentions]
    assert entity.kind == expected["kind"]
    assert entity.country == expected.get("country", entity.country)
    assert forms.count("name") == expected["name"]
    assert forms.count("nominal") >= expected.get("nominal", 0)
    assert forms.count("pronoun") == expected.get("pronoun", 0)
    told = {name.lower() for name in (entity.name, *entity.aliases)}
    assert {alias.lower() for alias in expected.get("aliases", [])} <= told


@each("attributions")
def test_seed_attribution(seed: Analysis, expected: dict[str, Any]) -> None:
    assert [
        said
        for said in seed.attributions
        if said.source
        and expected["source"] in said.source.text
        and expected["cue"] in said.cue.text
        and expected.get("content", "") in said.content.text
    ]


def sources(seed: Analysis, report: Report) -> str:
    by_id: dict[str, Attribution] = {said.id: said for said in seed.attributions}
    return " / ".join(said.source.text for said in map(by_id.__getitem__, report.attributions) if said.source)


def tells(event: Event | Movement, words: str) -> bool:
    return any(words in report.evidence.text for report in event.reports)


def same_names(found: set[str], wanted: list[str]) -> bool:
    plain = {name.removeprefix("the ").removeprefix("The ") for name in found}
    return {name.removeprefix("the ") for name in wanted} <= plain


@each("events")
def test_seed_event(seed: Analysis, expected: dict[str, Any]) -> None:
    found = [
        event
        for event in seed.events
        if event.type == expected["type"]
        and event.mode == expected.get("mode", event.mode)
        and tells(event, expected["told_in"])
        and same_names({a.name for a in event.actors}, expected.get("actors", []))
        and same_names({r.name for r in event.recipients}, expected.get("recipients", []))
        and same_names({p.name for p in (*event.actors, *event.recipients)}, expected.get("parties", []))
        and event.status in expected["status"]
    ]
    assert found
    event = found[0]
    if "first" in expected:
        assert (event.first, event.last) == (expected["first"], expected["last"])
    if "source" in expected:
        assert any(expected["source"] in sources(seed, report) for report in event.reports)


def test_seed_has_these_movements_and_no_others(seed: Analysis) -> None:
    told = [(m.mover.name, m.origin and m.origin.name, m.destination and m.destination.name) for m in seed.movements]
    assert sorted(told, key=str) == sorted(
        ((m["mover"], m.get("origin"), m.get("destination")) for m in GOLDEN["movements"]), key=str
    )


@pytest.mark.parametrize("expected", GOLDEN["movements"], ids=lambda row: row["mover"])
def test_seed_movement(seed: Analysis, expected: dict[str, Any]) -> None:
    movement = next(m for m in seed.movements if m.mover.name == expected["mover"])
    assert movement.status == expected["status"]
    assert movement.vehicle == expected.get("vehicle")
    for words in expected["told_in"]:
        assert tells(movement, words), words
    for source in expected.get("sources", []):
        assert any(source in sources(seed, report) for report in movement.reports), source
    if "first" in expected:
        assert any(
            (when.first, when.last) == (expected["first"], expected["last"])
            for when in (movement.departure, movement.arrival)
            if when
        )

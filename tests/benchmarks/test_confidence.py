from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from benchmarks import confidence, confidence_gold
from benchmarks.confidence_gold import Example
from pipeline.domain import Analysis, Article, Event, Extent, Movement, Mover, Participant, Place, Report

TOLD = Report(Extent(0, 40, ""), Extent(10, 14, "sued"), (), "occurred", "CT+", None, None, None)
GUILD = Participant(0, 9, "The guild", None, "Port Guild")
SUIT = Event("e", "JUSTICE", None, (GUILD,), (), None, None, None, None, "occurred", "CT+", (TOLD,))
BERGEN = Place(30, 36, "Bergen", "Bergen", "NO", None, "PPLA", 60.4, 5.3, 1, 0.9)
TRIP = Movement("m", None, Mover(None, "Ada Lund"), None, BERGEN, None, None, None, None, "ongoing", (TOLD,))
GOLD = {"tells": [[8, 20]], "types": ["JUSTICE"], "status": ["occurred"]}


def analysis(*found: Event | Movement) -> Analysis:
    events = tuple(each for each in found if isinstance(each, Event))
    movements = tuple(each for each in found if isinstance(each, Movement))
    return Analysis(Article("a", ""), (), (), (), (), (), events, movements)


@pytest.mark.parametrize(
    ("gold", "right"),
    [
        pytest.param({}, True, id="told there, of that type and status"),
        pytest.param({"tells": [[11, 20]]}, False, id="told elsewhere"),
        pytest.param({"types": ["LAW", "MOVE"]}, False, id="another type"),
        pytest.param({"status": ["planned"]}, False, id="another status"),
    ],
)
def test_confidence_judges_events_of_stories(gold: dict[str, Any], right: bool) -> None:
    row = {"events": [{**GOLD, "types": ["ACCUSE"]}, {**GOLD, **gold}]}
    assert list(confidence_gold.judge_story(analysis(SUIT), row)) == [(SUIT, right)]


def test_confidence_judges_a_journey_with_its_visit() -> None:
    row = {"events": [{**GOLD, "types": ["MOVE"], "status": ["ongoing"]}]}
    alone, of_visit = TRIP, replace(TRIP, event="e")
    assert list(confidence_gold.judge_story(analysis(alone), row)) == [(alone, True)]
    assert list(confidence_gold.judge_story(analysis(SUIT, of_visit), row)) == [(SUIT, False)]


@pytest.mark.parametrize(
    ("record", "right"),
    [
        ({"type": "JUSTICE", "actors": ["guild members"], "recipients": []}, True),
        ({"type": "LAW", "actors": ["guild members"], "recipients": []}, False),
        ({"type": "JUSTICE", "actors": ["miners"], "recipients": []}, False),
    ],
)
def test_confidence_judges_the_first_event_of_a_record(record: dict[str, Any], right: bool) -> None:
    assert list(confidence_gold.judge_record(analysis(SUIT, SUIT), record)) == [(SUIT, right)]


@pytest.mark.parametrize(
    ("gold", "right"),
    [
        ({}, True),
        ({"destination": "Norway"}, True),
        ({"destination": "Oslo", "country": "SE"}, False),
        ({"mover": "Rui Dias"}, False),
        ({"status": "planned"}, False),
    ],
)
def test_confidence_judges_movements(gold: dict[str, Any], right: bool) -> None:
    want = {"mover": "Ada Lund", "origin": None, "destination": "Bergen", "country": "NO", "status": "occurred"}
    assert list(confidence_gold.judge_movement(analysis(TRIP), {"movements": [{**want, **gold}]})) == [(TRIP, right)]


def sample(corpus: str, number: int, feature: str, right: bool) -> Example:
    return Example(corpus, f"{corpus} {number}", {"always": 1.0, feature: 1.0}, right)


SAMPLE = [
    *(sample("stories", n, "good", n % 10 > 0) for n in range(200)),
    *(sample("stories", n, "bad", n % 10 == 0) for n in range(200)),
]


def test_confidence_weights_tell_good_from_bad() -> None:
    weights = confidence.fit(SAMPLE)
    assert weights["good"] > 1 > -1 > weights["bad"]
    assert confidence.predicted(SAMPLE[0], weights) == pytest.approx(0.9, abs=0.03)


def test_confidence_level_of_another_corpus_is_not_that_of_stories() -> None:
    records = [sample("events-plover-odd", n, "good", True) for n in range(400)]
    weights = confidence.fit([*SAMPLE, *records])
    assert not any(name.startswith("corpus") for name in weights)
    assert confidence.predicted(SAMPLE[0], weights) == pytest.approx(0.9, abs=0.06)


def test_confidence_is_measured_on_articles_that_were_not_fitted() -> None:
    pairs = confidence.cross_validated(SAMPLE)
    assert len(pairs) == len(SAMPLE)
    assert confidence.threshold(pairs) <= 0.86
    assert confidence.precision(pairs, confidence.threshold(pairs)) >= confidence.PRECISION
    assert confidence.threshold([(0.9, False)]) == 0


def test_confidence_lexicon_keeps_its_classes() -> None:
    before = confidence.LEXICON.read_text("utf-8")
    figures = confidence.quality([(0.8, True), (0.3, False)], 0.4)
    after = confidence.as_toml({"dated": 0.5}, figures, before)
    assert "threshold = 0.4\n# From there on 100.0% are right by cross-validation; these are 50.0% of all." in after
    assert after.endswith('[weights]\n"dated" = 0.5\n')
    assert after[after.index("[classes]") : after.index("[weights]")] in before
    assert confidence.as_toml({"dated": 0.5}, figures, after) == after

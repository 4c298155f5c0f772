from __future__ import annotations

import math
from dataclasses import replace
from datetime import date
from typing import Any, get_args

import pytest

from pipeline.domain import Event, EventType, Extent, Movement, Mover, Participant, Report
from pipeline.merging import confidence, with_confidence
from pipeline.merging.confidence import features, probability

REPORT = Report(Extent(10, 60, ""), Extent(20, 25, ""), (), "occurred", "CT+", None, None, None)
NURSES = Participant(10, 16, "nurses", None, "nurses")
UNION = Participant(10, 19, "The union", "e1", "Port Union")
STRIKE = Event("e", "PROTEST", None, (NURSES,), (), None, None, None, None, "occurred", "CT+", (REPORT,))
TRIP = Movement("m", None, Mover("e1", "Ada Lund"), None, None, None, None, "train", None, "planned", (REPORT,))


def test_confidence_has_a_class_for_each_type() -> None:
    assert set(confidence.fitted().classes) == set(get_args(EventType))
    assert 0 <= confidence.threshold() <= 1


@pytest.mark.parametrize(
    ("fields", "feature", "value"),
    [
        pytest.param({}, "class conflict", 1, id="class of the type"),
        pytest.param({}, "actor", 1, id="somebody"),
        pytest.param({}, "actor is an entity", None, id="but nobody known"),
        pytest.param({"actors": (UNION,)}, "actor is an entity", 1, id="an entity"),
        pytest.param({"recipients": (UNION,)}, "recipient is an entity", 1, id="recipient"),
        pytest.param({"last": date(2022, 1, 1)}, "dated", 1, id="open date"),
        pytest.param({"status": "planned"}, "status planned", 1, id="status"),
        pytest.param({}, "in the lead", 1, id="first paragraphs"),
        pytest.param({"reports": (replace(REPORT, evidence=Extent(900, 950, "")),)}, "in the lead", None, id="later"),
        pytest.param({"reports": (REPORT, REPORT)}, "further reports", math.log(2), id="two reports"),
        pytest.param({}, "further reports", None, id="one report"),
        pytest.param({"why": ("verbs.walk", "verbs.out", "status.past:had", "who")}, "why verbs", 0.5, id="reasons"),
    ],
)
def test_confidence_looks_at(fields: dict[str, Any], feature: str, value: float | None) -> None:
    assert features(replace(STRIKE, **fields)).get(feature) == value


def test_confidence_looks_at_what_a_movement_has() -> None:
    found = set(features(TRIP))
    assert {"class movement", "actor is an entity", "vehicle", "status planned"} < found
    assert not found & {"origin", "destination", "dated"}


@pytest.mark.parametrize(
    ("weights", "expected"),
    [
        pytest.param({}, 1.0, id="nothing is fitted"),
        pytest.param({"always": 0.0}, 0.5, id="even"),
        pytest.param({"always": 1.0, "placed": 5.0}, 0.731, id="only what holds counts"),
        pytest.param({"always": 50.0}, 0.99, id="never quite sure"),
        pytest.param({"always": -900.0}, 0.01, id="never quite wrong"),
    ],
)
def test_confidence_is_a_logistic_function(weights: dict[str, float], expected: float) -> None:
    assert probability(features(STRIKE), weights) == expected
    assert with_confidence([STRIKE], weights)[0].confidence == expected
    assert with_confidence([TRIP], weights)[0].confidence == expected

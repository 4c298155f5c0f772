from __future__ import annotations

from dataclasses import replace
from datetime import date

from pipeline.domain import DateSpan, Event, Extent, Movement, Mover, Report, Status
from pipeline.merging import with_journeys

WEEK = DateSpan(date(2024, 5, 6), date(2024, 5, 12), "2024-05-06/2024-05-12")


def report(at: int, status: Status) -> Report:
    return Report(Extent(0, 90, ""), Extent(at, at + 5, ""), (), status, "CT+", None, None, None)


def visit(name: str, at: int) -> Event:
    told = (report(at, "planned"),)
    return Event(
        name, "CONSULT", "visit", (), (), date(2024, 5, 1), date(2024, 5, 31), "2024-05", None, "planned", "PR+", told
    )


PLAN, OTHER_PLAN, ELSEWHERE = visit("plan", 10), visit("other plan", 20), visit("elsewhere", 50)
JOURNEY = Movement(
    "journey", "plan", Mover(None, "Ana Costa"), None, None, None, WEEK, None, None, "ongoing",
    (report(10, "planned"), report(20, "planned"), report(30, "ongoing")),
)  # fmt: skip


def test_journeys_lend_a_visit_their_reports_status_and_date() -> None:
    [found] = with_journeys([PLAN], [JOURNEY])
    assert found.status == "ongoing"
    assert [each.trigger.start for each in found.reports] == [10, 20, 30]
    assert DateSpan(found.first, found.last, found.edtf) == WEEK


def test_journeys_lend_a_visit_what_gave_them() -> None:
    plan, journey = replace(PLAN, why=("visit.plan", "will")), replace(JOURNEY, why=("fly", "will"))
    assert with_journeys([plan], [journey])[0].why == ("visit.plan", "will", "fly")


def test_journeys_make_one_visit_of_all_that_they_tell_of() -> None:
    assert [event.id for event in with_journeys([PLAN, OTHER_PLAN, ELSEWHERE], [JOURNEY])] == ["plan", "elsewhere"]


def test_journeys_leave_other_events_alone() -> None:
    talks = replace(PLAN, mode=None)
    assert with_journeys([talks, ELSEWHERE], [JOURNEY]) == (talks, ELSEWHERE)
    assert with_journeys([PLAN], []) == (PLAN,)

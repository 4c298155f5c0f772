from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from pages.language import history
from pipeline.domain import DateSpan, Extent, Status
from pipeline.index import ReportRow, SourceRow


def day(number: int) -> DateSpan:
    found = date(2019, 3, number)
    return DateSpan(found, found, found.isoformat())


def report(status: Status, *sources: SourceRow, at: int = 0, outlet: str | None = None) -> ReportRow:
    words = Extent(at, at + 1, "x")
    return ReportRow("a0", None, outlet, words, words, sources, status, "CT+", None, None, None)


POST = SourceRow(None, "The Tagus Post", "reported", day(4))
AIDES = SourceRow(None, "two aides", "citing", day(4))
OFFICE = SourceRow(None, "her office", "has confirmed", day(8))
RIVAL = SourceRow(None, "Rui Dias", "denied")


@pytest.mark.parametrize(
    ("told", "said"),
    [
        pytest.param(report("planned", POST), "said The Tagus Post on 4 March 2019", id="said"),
        pytest.param(
            report("planned", POST, AIDES), "said The Tagus Post on 4 March 2019, citing two aides", id="citing"
        ),
        pytest.param(report("planned", OFFICE), "confirmed by her office on 8 March 2019", id="confirmed"),
        pytest.param(
            report("ongoing", SourceRow(None, "YTN", "reports"), SourceRow(None, "an official", "said")),
            "said YTN and an official",
            id="two",
        ),
        *(
            pytest.param(report("planned", SourceRow(None, "Rui Dias", cue)), f"said Rui Dias (“{cue}”)", id=cue)
            for cue in ("denounced", "did not deny", "could not confirm", "no longer expects", "refused to confirm")
        ),
        pytest.param(report("denied", RIVAL), "denied by Rui Dias", id="denied, nobody knows when"),
        pytest.param(report("planned", SourceRow(None, None, "was said")), "said an unnamed source", id="unnamed"),
        pytest.param(
            report("planned", replace(POST, said=DateSpan(date(2019, 3, 1), date(2019, 3, 31), "2019-03"))),
            "said The Tagus Post (March 2019)",
            id="vague",
        ),
        pytest.param(report("occurred", outlet="The Post"), "says The Post", id="outlet"),
        pytest.param(report("occurred"), "says the article itself", id="article"),
    ],
)
def test_history_says_in_plain_words_who_said_it_when(told: ReportRow, said: str) -> None:
    assert history.voice(told) == said


def test_history_is_in_the_order_in_which_it_was_said() -> None:
    told = [report("ongoing", at=0), report("planned", OFFICE, at=10), report("planned", POST, at=20)]
    assert [line.voice for line in history.lines(told)] == [
        "said The Tagus Post on 4 March 2019",
        "confirmed by her office on 8 March 2019",
        "says the article itself",
    ]


def test_history_has_a_line_for_all_that_one_voice_says_alike() -> None:
    found = history.lines(
        [report("planned", POST, at=0), report("planned", POST, at=9), report("ongoing", POST, at=20)]
    )
    assert [(line.status, len(line.reports)) for line in found] == [("planned", 2), ("ongoing", 1)]


def test_history_tells_two_reports_of_one_sentence_together() -> None:
    first, again = report("planned", POST), replace(report("planned", POST), trigger=Extent(5, 6, "y"))
    [line] = history.lines([first, again, report("planned", POST, at=9)])
    assert [len(same) for same in line.sentences()] == [2, 1]


def test_history_points_out_the_strongest_and_the_latest() -> None:
    found = history.lines([report("planned", OFFICE), report("occurred", POST)])
    assert history.strongest(found, "occurred").voice == "said The Tagus Post on 4 March 2019"
    assert history.latest_line(found) == found[1]
    assert history.latest_line(history.lines([report("planned", OFFICE), report("occurred")])) is None

from __future__ import annotations

from datetime import date

import pytest

from pipeline.readers.written_days import written_day

MAY = date(2017, 5, 4)


@pytest.mark.parametrize(
    "text",
    [
        "2017-05-04T21:10:00+02:00", "2017/5/4", "20170504", "20170504 2110", "Thu, 04 May 2017 21:10:00 GMT",
        "May 4, 2017", "May 4th 2017, 9.10pm", "4 May 2017", "4th of May 2017",
        "04-May-2017", "Thu May  4 21:10:00 UTC 2017", "4.5.2017",
        "Posted on Thursday, 4 May 2017 at 21:10", "1493928600", "1493928600000",
    ],
)  # fmt: skip
def test_written_day_reads_all_usual_forms(text: str) -> None:
    assert written_day(text) == MAY


@pytest.mark.parametrize(
    "text", ["", "yesterday", "May 2017", "04/05/2017", "2017-13-04", "31 April 2017", "4 Bay 2017", "9" * 5000]
)
def test_written_day_guesses_nothing(text: str) -> None:
    assert written_day(text) is None


def test_written_day_in_figures_needs_the_habit_of_the_country() -> None:
    assert written_day("04/05/2017", day_first=True) == MAY
    assert written_day("05/04/2017", day_first=False) == MAY
    assert written_day("24/05/2017") == date(2017, 5, 24)

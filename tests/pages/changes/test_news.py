from __future__ import annotations

from collections.abc import Collection

import pytest

from pages.changes.news import Turn, turn_of
from pipeline.domain import Status


def test_turned_names_another_voice_only_where_nothing_else_turned() -> None:
    assert turn_of(["occurred"], ["occurred"], another_voice=True) == "voice"
    assert turn_of(["planned"], ["occurred"], another_voice=True) == "done"


@pytest.mark.parametrize(
    ("before", "since", "turn"),
    [
        pytest.param(["planned"], ["occurred"], "done", id="a plan carried out"),
        pytest.param(["planned", "hypothetical"], ["planned", "ongoing"], "done", id="a plan under way"),
        pytest.param(["planned"], ["cancelled"], "off", id="a plan called off"),
        pytest.param(["occurred"], ["denied"], "off", id="what was claimed is denied"),
        pytest.param(["denied"], ["denied"], "more", id="denied again"),
        pytest.param(["occurred", "planned"], ["occurred"], "more", id="known to have occurred"),
        pytest.param(["planned"], ["planned"], "more", id="still a plan"),
    ],
)
def test_turned_says_what_new_reports_make_of_a_story(
    before: Collection[Status], since: Collection[Status], turn: Turn
) -> None:
    assert turn_of(before, since) == turn

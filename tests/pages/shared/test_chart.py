from __future__ import annotations

from typing import Any

import pytest

from pages.shared.chart import chosen_by
from pages.shared.view import Selection


@pytest.mark.parametrize(
    ("data", "chosen"),
    [
        (["event", "e0"], Selection("event", "e0")),
        ({"0": "entity", "1": "person:ana-costa"}, Selection("entity", "person:ana-costa")),
        (["cat", "1"], None),
        (["event"], None),
        ([], None),
        (None, None),
    ],
)
def test_chart_click_selects_what_the_mark_names(data: Any, chosen: Selection | None) -> None:
    assert chosen_by(data) == chosen

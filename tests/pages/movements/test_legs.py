"""The itinerary beside the map, on the samples that a new store holds."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from pages.view import navigation, stories
from tests.pages.conftest import MAIN

JOURNEY = [
    ("Pyongyang", "Khasan"),
    ("Khasan", "Vostochny Cosmodrome"),
    ("Vostochny Cosmodrome", "Komsomolsk-on-Amur"),
    ("Komsomolsk-on-Amur", "Vladivostok"),
    ("Vladivostok", "Pyongyang"),
]


@pytest.fixture
def samples(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """The app on a store that it makes itself, once all its articles are linked."""
    monkeypatch.setenv("DATELINE_STORE", f"sqlite:///{tmp_path / 'new.sqlite'}")
    monkeypatch.setattr(stories, "WAIT", 60.0)
    monkeypatch.setitem(sys.modules, "__main__", sys.modules["__main__"])
    return AppTest.from_file(MAIN, default_timeout=120).run()


def test_legs_are_those_of_the_stories_in_order(samples: AppTest) -> None:
    """The seed article's whole way to Vladivostok is told in parts by the others, and is no leg of its own."""
    samples.switch_page(str(navigation.script("movements"))).run()
    named = [button.label for button in samples.button if (button.key or "").startswith("itinerary-")]
    assert len(named) == len(JOURNEY)
    for number, (label, (origin, destination)) in enumerate(zip(named, JOURNEY, strict=True), 1):
        assert label.replace("\\", "").startswith(f"{number}. {origin} → {destination}")


@pytest.mark.parametrize("day", ["2023-09-12", "2023-09-16"])
def test_movements_page_stands_on_each_day_of_a_leg(samples: AppTest, day: str) -> None:
    """On 16 September one movement puts him in two towns: it is left here and arrived at there."""
    samples.switch_page(str(navigation.script("movements")))
    samples.query_params["day"] = day
    samples.run()
    assert not samples.exception
    told = [button.key for button in samples.button if (button.key or "").startswith("whereabouts-")]
    assert len(told) > 0

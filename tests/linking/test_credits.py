from __future__ import annotations

import pytest

from pipeline.domain import Article
from pipeline.linking.credits import agency


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("LIMA, Peru (AP) — Miners blocked a road.", "Associated Press", id="dateline"),
        pytest.param("QUITO, May 4 (Reuters) - Miners blocked a road.", "Reuters", id="dateline with a day"),
        pytest.param("By Agence France-Presse\nMiners blocked a road.", "Agence France-Presse", id="by-line"),
        pytest.param("Miners blocked a road.\nReuters contributed to this report.", "Reuters", id="contribution"),
        pytest.param("Miners blocked a road. - AFP", "Agence France-Presse", id="name at the end"),
        pytest.param("Miners blocked a road, Reuters said. More on Monday.", None, id="cited only"),
        pytest.param("Miners blocked a road (see the map) - again.", None, id="other brackets"),
        pytest.param("By Ana Rojas\nMiners blocked a road.", None, id="by-line of a person"),
    ],
)
def test_agency_is_credited(text: str, name: str | None) -> None:
    assert agency(Article("a", text)) == name


def test_agency_is_its_own_outlet() -> None:
    assert agency(Article("a", "Miners blocked a road.", outlet="Kyodo News")) == "Kyodo News"

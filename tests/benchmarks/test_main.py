from __future__ import annotations

import sys
from pathlib import Path

import pytest

from benchmarks import __main__, readers


@pytest.mark.parametrize(
    ("names", "status"),
    [
        pytest.param(["readers"], 0, id="needs no gold"),
        pytest.param(["readers", "dates"], 2, id="one of them needs gold"),
    ],
)
def test_main_asks_for_gold_only_where_it_is_used(
    names: list[str], status: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def run(_: Path | None) -> int:
        return 0

    monkeypatch.delenv("DATELINE_GOLD", raising=False)
    monkeypatch.setattr(readers, "run", run)
    monkeypatch.setattr(sys, "argv", ["benchmarks", *names])
    assert __main__.main() == status

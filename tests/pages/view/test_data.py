"""Answers that are kept until the store changes."""

from __future__ import annotations

from threading import Thread
from time import sleep

import pytest

from pages.view import data
from pipeline.index import Counts, EventFilter, Index


def test_who_asks_the_same_at_the_same_time_waits_for_one_answer(
    store_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    data.index()
    asked: list[EventFilter] = []
    original = Index.counts

    def counts(self: Index, wanted: EventFilter) -> Counts:
        asked.append(wanted)
        sleep(0.1)
        return original(self, wanted)

    monkeypatch.setattr(Index, "counts", counts)
    wanted = EventFilter(search="nobody asked this before")
    found: list[Counts] = []
    threads = [Thread(target=lambda: found.append(data.counts(wanted))) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert asked == [wanted]
    assert len(set(map(id, found))) == 1

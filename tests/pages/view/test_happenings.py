"""What pages show of a filter says whether all articles were compared by then."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pages.view import happenings, state, stories
from pipeline.index import EventFilter


@pytest.mark.parametrize("ask", [happenings.happenings, happenings.count_happenings])
def test_happenings_read_before_all_articles_were_compared_say_so(
    ask: Callable[[EventFilter], happenings.Happenings], store_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Comparing may end while a page is made: what it read before stays incomplete."""
    answers = iter([False, True, True])
    monkeypatch.setattr(stories, "is_complete", lambda: next(answers))
    monkeypatch.setattr(stories, "latest", lambda: None)
    monkeypatch.setattr(state, "shows_stories", lambda: True)
    assert not ask(EventFilter()).compared
    assert ask(EventFilter()).compared

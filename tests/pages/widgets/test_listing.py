from __future__ import annotations

from pages.widgets import listing
from tests.pages.rows import event


def test_listed_event_in_which_nobody_takes_part_is_told_by_its_sentence() -> None:
    storm = event(type="DISASTER", mode=None, actors=(), recipients=(), evidence="A storm hit Porto.")
    assert "“A storm hit Porto.”" in listing.event(storm)

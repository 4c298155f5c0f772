"""An article that names a place of which there are two, for tests of corrections of places."""

from __future__ import annotations

from dataclasses import replace

from pipeline.domain import Analysis, PlaceCandidate
from pipeline.store import Store
from tests.pages.drafting import EMPTY_READING, Draft, span

TEXT = "Ada Quist visited Georgia on 4 May 2021. In Georgia she slept."
COUNTRY, STATE = 614540, 4197000
KEY, NAME = str(COUNTRY), "Georgia"


def analysis() -> Analysis:
    draft = Draft(TEXT, "Two nights", None, None)
    draft.entity("person:ada-quist", "person", "Ada Quist", ("Ada Quist", "name"))
    first = draft.place(NAME, "GE", 42.0, 43.5)
    state = PlaceCandidate(NAME, "US", "GA", "ADM1", 33.75, -84.4, STATE, 0.4)
    here = replace(first, geonames_id=COUNTRY, alternatives=(state,))
    again = TEXT.rindex(NAME)
    told = [draft.report(TEXT.split(". ")[0], "visited", "occurred", span("2021-05-04"))]
    event = draft.event(("CONSULT", "visit"), ["Ada Quist"], [], told, here)
    draft.movement("Ada Quist", (None, here), (None, span("2021-05-04")), told, None, event)
    return replace(draft.analysis(), places=(here, replace(here, start=again, end=again + len(NAME))))


def kept(url: str) -> str:
    """Add it to a store; the id of its event."""
    store, found = Store.open(url), analysis()
    store.add(EMPTY_READING, found)
    store.close()
    return found.events[0].id

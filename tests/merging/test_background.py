"""What came before the news stays apart from it, and what only bounds a day says so."""

from __future__ import annotations

from datetime import date

import pytest
from spacy.language import Language

from pipeline.analysis import read
from pipeline.assembly import assemble
from pipeline.domain import Article, Event, EventType, article_id

PUBLISHED = date(2019, 3, 14)


def events(nlp: Language, text: str, kind: EventType) -> list[Event]:
    found = assemble(Article(article_id(text), text, published=PUBLISHED), read(text, nlp)).events
    return [event for event in found if event.type == kind]


@pytest.mark.parametrize(
    ("text", "kind", "first"),
    [
        pytest.param(
            "A trawler capsized off Accra, killing nine people. In 2011 a ferry of the owner sank near Tema.",
            "DISASTER",
            [None, date(2011, 1, 1)],
            id="a year long past",
        ),
        pytest.param(
            "A trawler capsized off Accra. The trawler sank on Tuesday.",
            "DISASTER",
            [date(2019, 3, 12)],
            id="a day of the news",
        ),
        pytest.param(
            "Ana Costa met Rui Dias. Costa met Dias in April 2015.",
            "CONSULT",
            [None, date(2015, 4, 1)],
            id="an earlier meeting of the same two",
        ),
    ],
)
def test_merging_leaves_background_apart(nlp: Language, text: str, kind: EventType, first: list[date | None]) -> None:
    assert sorted((event.first for event in events(nlp, text, kind)), key=str) == sorted(first, key=str)


def test_reactions_say_that_the_lead_only_bounds_their_day(nlp: Language) -> None:
    text = "A bus crashed near Quito on Tuesday, killing four people. The road was icy, Mayor Ana Costa said."
    (said,) = events(nlp, text, "STATEMENT")
    assert (said.first, said.last) == (date(2019, 3, 12), None)
    assert "date: not before 'Tuesday', as the news is" in said.why


def test_what_occurred_is_never_after_its_publication(nlp: Language) -> None:
    (arrest,) = events(nlp, "Police arrested Omar Diallo on 2 May 2019.", "COERCE")
    assert arrest.status == "occurred"
    assert (arrest.first, arrest.last) == (None, None)


def test_stale_news_does_not_bound_the_day_of_words(nlp: Language) -> None:
    text = "A bus crashed near Quito on 5 March, killing four people. The road was icy, Mayor Ana Costa said."
    (said,) = events(nlp, text, "STATEMENT")
    assert (said.first, said.last) == (None, None)

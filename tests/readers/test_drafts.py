from __future__ import annotations

from datetime import date

import pytest

from pipeline.errors import ArticleError
from pipeline.readers.drafts import Metadata, draft, headline, parse_day, with_given

RECEIVED = date(2024, 5, 20)


def test_draft_knows_its_basis() -> None:
    assert draft("A text.").published_basis == "unknown"
    assert draft("A text.", Metadata(published=date(2024, 5, 1))).published_basis == "given"
    assert draft("A text.", Metadata(published=date(2024, 5, 1), basis="metadata")).published_basis == "metadata"


def test_draft_refuses_a_day_after_the_one_it_was_received() -> None:
    assert draft("A text.", Metadata(published=RECEIVED, received=RECEIVED)).published == RECEIVED
    with pytest.raises(ArticleError, match="2024-05-21 lies after"):
        draft("A text.", Metadata(published=date(2024, 5, 21), received=RECEIVED))


def test_draft_refuses_half_a_character() -> None:
    with pytest.raises(ArticleError, match="not text"):
        draft("A \ud83d text.")


def test_draft_does_not_know_what_day_it_is() -> None:
    assert draft("A text.", Metadata(published=date(2999, 1, 1))).published == date(2999, 1, 1)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        pytest.param("2024-05-20", date(2024, 5, 20), id="day"),
        pytest.param("2024-05-20T23:30:00-05:00", date(2024, 5, 20), id="time, as it was there"),
        pytest.param(" 2024-05-20 08:00 ", date(2024, 5, 20), id="time after a space"),
    ],
)
def test_parse_day_reads_iso_dates(written: str, day: date) -> None:
    assert parse_day(written) == day


@pytest.mark.parametrize("written", ["", "20 May", "2024-5-20", "2024-13-01", "2024-05-20th", "12024-05-20"])
def test_parse_day_refuses_what_is_no_date(written: str) -> None:
    with pytest.raises(ArticleError, match="is no date"):
        parse_day(written)


def test_with_given_changes_only_what_is_given() -> None:
    article = draft(
        "A text.",
        Metadata(
            title="Old",
            outlet="Gazette",
            published=date(2024, 5, 1),
            basis="metadata",
        ),
    )
    assert with_given(article) == article
    dated = with_given(article, title="New", published=date(2024, 5, 2))
    assert (dated.title, dated.outlet, dated.published_basis) == ("New", "Gazette", "given")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Mayor resigns\n\nShe left.", "Mayor resigns", id="above a blank line"),
        pytest.param("Who won?\r\n\r\nNobody.", "Who won?", id="question"),
        pytest.param("Mayor resigns\nShe left the town on Monday.", "Mayor resigns", id="above a paragraph"),
        pytest.param("The mayor of the town\nhas left it with\nall.", None, id="first line of a wrapped paragraph"),
        pytest.param("She left.\n\nNobody knows why.", None, id="sentence"),
        pytest.param("LYON, May 3 -\n\nShe left.", None, id="dateline"),
        pytest.param("Mayor resigns", None, id="nothing below"),
        pytest.param("word " * 40 + "\n\nShe left.", None, id="long"),
    ],
)
def test_headline_is_a_line_that_stands_as_one(text: str, expected: str | None) -> None:
    assert headline(text) == expected

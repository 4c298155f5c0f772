from __future__ import annotations

import re
from datetime import date
from typing import get_args

import pytest

from pages.language import markdown
from pipeline.domain import DateSpan, EventType, Extent, Factuality, PloverMode, Status
from pipeline.index import Participation, ReportRow, SourceRow
from pipeline.wording import titles
from tests.pages.markup import HOSTILE, read_as_markup, shown
from tests.pages.rows import LISBON, RABAT, event, movement

MARCH = DateSpan(date(2019, 3, 1), date(2019, 3, 31), "2019-03")


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        (titles.TYPES, EventType),
        (titles.MODES, PloverMode),
        (titles.STATUSES, Status),
        (titles.FACTUALITY, Factuality),
    ],
)
def test_wording_has_words_for_each_code(words: dict[str, str], codes: object) -> None:
    assert set(words) == set(get_args(codes))
    assert len(set(words.values())) == len(words)


def test_wording_plain_words_come_first_and_codes_second() -> None:
    assert titles.type_with_code("CONSULT", "visit") == "Visit (CONSULT, visit)"
    assert titles.type_with_code("SANCTION", None) == "Sanctions (SANCTION)"


@pytest.mark.parametrize(
    ("actors", "recipients", "said"),
    [
        (("Ana Costa",), ("Morocco",), "Visit: Ana Costa → Morocco"),
        (("Ana Costa", "Rui Dias"), (), "Visit: Ana Costa, Rui Dias"),
        ((), ("Morocco",), "Visit: someone → Morocco"),
        ((), (), "Visit"),
    ],
)
def test_wording_says_who_to_whom(actors: tuple[str, ...], recipients: tuple[str, ...], said: str) -> None:
    row = event(
        actors=tuple(Participation(None, name) for name in actors),
        recipients=tuple(Participation(None, name) for name in recipients),
    )
    assert titles.event_title(row) == said


@pytest.mark.parametrize(
    ("ends", "said"),
    [
        ({}, "Ana Costa: Lisbon → Rabat"),
        ({"vehicle": "train"}, "Ana Costa: Lisbon → Rabat by train"),
        ({"vehicle": "foot"}, "Ana Costa: Lisbon → Rabat on foot"),
        ({"origin": None}, "Ana Costa: to Rabat, origin unknown"),
        ({"destination": None}, "Ana Costa: from Lisbon, destination unknown"),
        ({"origin": None, "destination": None}, "Ana Costa: whereabouts unknown"),
    ],
)
def test_wording_movement_says_what_is_unknown(ends: dict[str, object], said: str) -> None:
    assert titles.movement_title(movement(**ends)) == said


def test_wording_movement_dates_are_those_of_the_text() -> None:
    assert titles.movement_date(movement(departure=MARCH)) == "departure March 2019"
    assert titles.movement_date(movement(departure=MARCH, arrival=MARCH)) == "departure March 2019; arrival March 2019"
    assert titles.movement_date(movement(first=None, last=None)) == "no date"


def report(*sources: SourceRow, outlet: str | None = None) -> ReportRow:
    words = Extent(0, 1, "x")
    return ReportRow("a0", None, outlet, words, words, sources, "occurred", "CT+", None, None, None)


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (report(SourceRow(None, "the mayor", "said")), "the mayor"),
        (report(SourceRow(None, "the mayor", "said"), SourceRow(None, "the mayor", "added")), "the mayor"),
        (report(SourceRow(None, "The Post", "reported"), SourceRow(None, "aides", "citing")), "The Post, aides"),
        (report(SourceRow(None, None, "was reported")), "an unnamed source"),
        (report(outlet="The Post"), "The Post"),
        (report(), "the article itself"),
    ],
)
def test_wording_names_who_says_so(told: ReportRow, said: str) -> None:
    assert titles.according_to(told) == said


@pytest.mark.parametrize(
    ("number", "said"), [(0, "0 events"), (1, "1 event"), (1204, "1,204 events")]
)  # fmt: skip
def test_wording_numbers_carry_their_unit(number: int, said: str) -> None:
    assert titles.count(number, "event") == said


def test_wording_shortens_between_words() -> None:
    assert titles.shortened("the quick brown fox", 12) == "the quick…"
    assert titles.shortened("the quick", 12) == "the quick"
    assert titles.shortened("Visit: Llanfairpwllgwyngyll", 16) == "Visit: Llanfair…"


def test_wording_route_names_both_ends() -> None:
    assert titles.route(movement(origin=RABAT, destination=LISBON)) == "Rabat → Lisbon"


@pytest.mark.parametrize("text", HOSTILE)
def test_wording_plain_leaves_nothing_for_markdown_to_read(text: str) -> None:
    assert read_as_markup(text)
    assert not read_as_markup(markdown.plain(text))


@pytest.mark.parametrize("text", [*HOSTILE, "Costa's 2.5% – “so” (1.3 m)", "a\nb"])
def test_wording_plain_shows_every_character(text: str) -> None:
    """Spaces before a line are none of it: four of them make code."""
    assert shown(markdown.plain(text)) == re.sub("(?m)^ +", "", text)


def test_wording_an_event_without_a_day_says_when_it_was_reported() -> None:
    undated, reported = {"first": None, "last": None, "edtf": None}, date(2019, 3, 9)
    assert titles.event_date(event(**undated)) == "no date"
    assert titles.event_date(event(**undated, reported=reported)) == "no day told, reported 9 March 2019"
    assert titles.event_date(event(reported=reported)) == "8 March 2019"

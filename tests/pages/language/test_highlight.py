from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.language.highlight import Mark, context, mark_text

TEXT = "Ana Costa flew to Rabat."


@pytest.mark.parametrize(
    ("marks", "html"),
    [
        pytest.param([], "Ana Costa flew to Rabat.", id="none"),
        pytest.param([Mark(0, 9, "who")], '<mark class="who">Ana Costa</mark> flew to Rabat.', id="one"),
        pytest.param(
            [Mark(0, 9, "who"), Mark(4, 9, "name")],
            '<mark class="who">Ana </mark><mark class="who name">Costa</mark> flew to Rabat.',
            id="nested",
        ),
        pytest.param(
            [Mark(0, 9, "a"), Mark(4, 14, "b")],
            '<mark class="a">Ana </mark><mark class="a b">Costa</mark><mark class="b"> flew</mark> to Rabat.',
            id="overlapping",
        ),
        pytest.param(
            [Mark(18, 99, "place")], 'Ana Costa flew to <mark class="place">Rabat.</mark>', id="beyond the end"
        ),
        pytest.param([Mark(3, 3, "empty"), Mark(9, 4, "backwards")], "Ana Costa flew to Rabat.", id="empty"),
        pytest.param(
            [Mark(18, 23, "place", 'a "city"')],
            'Ana Costa flew to <mark class="place" title="a &quot;city&quot;">Rabat</mark>.',
            id="tooltip",
        ),
    ],
)
def test_highlight_marks_what_is_asked(marks: list[Mark], html: str) -> None:
    assert mark_text(TEXT, marks) == html


def test_highlight_shows_only_the_stretch() -> None:
    assert mark_text(TEXT, [Mark(0, 9, "who")], start=4, end=14) == '<mark class="who">Costa</mark> flew'


def test_highlight_shows_html_as_text() -> None:
    html = mark_text("<img src=x onerror=alert(1)> & <b>", [Mark(0, 5, "x")])
    assert html == '<mark class="x">&lt;img </mark>src=x onerror=alert(1)&gt; &amp; &lt;b&gt;'


@given(
    st.text(max_size=60),
    st.lists(st.tuples(st.integers(-5, 70), st.integers(-5, 70)), max_size=8),
)
def test_highlight_never_changes_the_text(text: str, bounds: list[tuple[int, int]]) -> None:
    html = mark_text(text, [Mark(start, end, "m") for start, end in bounds])
    assert unescape(re.sub(r"</?mark[^>]*>", "", html)) == text


def test_highlight_context_is_cut_between_words() -> None:
    first, last = context(TEXT, 10, 14, around=7)
    assert TEXT[first:last] == "Costa flew to"


@given(st.text(max_size=80), st.integers(0, 80), st.integers(0, 80), st.integers(0, 40))
def test_highlight_context_holds_its_stretch(text: str, one: int, other: int, around: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    first, last = context(text, start, end, around=around)
    assert 0 <= first <= start <= end <= last <= len(text)


def test_context_of_a_text_that_is_not_there_is_empty() -> None:
    assert context("", 200, 220) == (0, 0)

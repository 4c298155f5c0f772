from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.components.grammar.side_text import SideTextIndex, side_texts


@pytest.mark.parametrize(
    ("paragraph", "kind"),
    [
        pytest.param("By Ines Oduya and Per Lund", "by-line", id="two writers"),
        pytest.param("By INES ODUYA, Staff Writer, May 3, 2019", "by-line", id="office and day"),
        pytest.param("(Reporting by Ines Oduya; Editing by Per Lund)", "by-line", id="agency"),
        pytest.param("Per Lund in Bergen contributed to this report.", "by-line", id="who helped"),
        pytest.param("TORNADO, Utah (AP) -- The ferry left Bergen.", "dateline", id="where it was written"),
        pytest.param("Ferry sinks. TORNADO, Utah - The ferry left Bergen.", "dateline", id="behind a headline"),
        pytest.param("FERRY TO LEAVE BERGEN AGAIN IN MAY -- The ferry left.", None, id="heading before a dash"),
        pytest.param("FILE - The envoy boards a plane in Bergen.", "caption", id="file picture"),
        pytest.param("Oduya (left) meets Lund in Bergen.", "caption", id="who stands where"),
        pytest.param("The ferry leaves Bergen. Photograph: Per Lund/AFP", "caption", id="credit"),
        pytest.param("The ferry sinks off Bergen (Getty Images)", "caption", id="agency of pictures"),
        pytest.param("Read more: Ferry sinks off Bergen", "note", id="call on readers"),
        pytest.param("Crowds at the pier of Bergen. [Per Lund/Fjord Press]", "caption", id="maker and owner"),
        pytest.param("Per Lund/Fjord Press", "caption", id="credit alone"),
        pytest.param("Related: Ferry sinks off Bergen", "note", id="heading of a link"),
        pytest.param("Correction: An earlier text said that Lund attacked.", "note", id="correction"),
        pytest.param("Watch the ferry sink, said Lund.", None, id="no heading"),
        pytest.param("The corrections / amendments were Lund's.", None, id="a slash"),
        pytest.param("Comments (12)", "comment", id="heading of comments"),
        pytest.param("By Monday the ferry had left Bergen.", None, id="a day"),
        pytest.param("The song was written by Oduya after the war.", None, id="a song"),
        pytest.param("Lund left Bergen on Friday.", None, id="news"),
        pytest.param("His comments angered Lund.", None, id="comments told of"),
        pytest.param("The (left-wing) party left the coalition.", None, id="the left"),
    ],
)
def test_side_text_is_known_by_its_form(paragraph: str, kind: str | None) -> None:
    found = [kind for _, _, kind in side_texts(f"Lund met Oduya.\n{paragraph}\n")]
    assert found == ([kind] if kind else [])


def test_side_text_goes_on_with_comments_to_the_end() -> None:
    text = "Lund left.\n\n3 comments\n\nOduya2: Lund attacked us."
    beside = SideTextIndex(side_texts(text))
    assert beside.covers(text.index("attacked"))
    assert not beside.covers(text.index("left"))


def test_side_text_is_only_the_by_line_of_a_paragraph() -> None:
    text = "Ferry sinks. By Ines Oduya Staff Writer March 3, 2019 " + "The ferry left Bergen. " * 20
    [(start, end, kind)] = side_texts(text)
    assert (text[start:end], kind) == ("By Ines Oduya Staff Writer March 3, 2019", "by-line")


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 12)), max_size=8), st.integers(0, 45))
def test_side_text_covers_what_stands_in_any_stretch(stretches: list[tuple[int, int]], at: int) -> None:
    beside = SideTextIndex((start, start + length, "note") for start, length in stretches)
    assert beside.covers(at) == any(start <= at < start + length for start, length in stretches)

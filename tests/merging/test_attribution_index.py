from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pipeline.domain import Attribution, Extent
from pipeline.merging.attribution_index import ContentIndex

CONTENTS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 12)), max_size=12)


def said(number: int, start: int, length: int) -> Attribution:
    return Attribution(str(number), None, Extent(0, 4, "said"), Extent(start, start + length, "x" * length), "indirect")


@given(CONTENTS, st.integers(0, 45))
def test_contents_over_a_character_are_those_that_a_search_of_all_finds(
    contents: list[tuple[int, int]], at: int
) -> None:
    told = [said(number, *content) for number, content in enumerate(contents)]
    assert ContentIndex(told).over(at) == [each for each in told if each.content.start <= at < each.content.end]

from __future__ import annotations

import pytest

from pipeline.linking.versions import changes, page


def test_changes_are_the_sentences_that_went_and_came() -> None:
    old = "One man died.\nRain fell.  Schools are shut."
    new = "Two men died. Rain fell. Schools are shut. It is dry now."
    assert list(changes(old, new)) == [(["One man died."], ["Two men died."]), ([], ["It is dry now."])]
    assert not list(changes(old, old.replace("\n", " ")))


@pytest.mark.parametrize(
    ("url", "other", "same"),
    [
        pytest.param("https://www.example.org/a/", "http://example.org/a#top", True, id="one page, two ways"),
        pytest.param("https://example.org/a?id=1", "https://example.org/a?id=2", False, id="the query tells it"),
        pytest.param("https://example.org/a", "https://example.org/b", False, id="two pages"),
        pytest.param("", None, True, id="no page"),
    ],
)
def test_a_page_is_known_by_its_address(url: str | None, other: str | None, same: bool) -> None:
    assert (page(url) == page(other)) is same

"""What is opened or closed in a card, as a link keeps it."""

from __future__ import annotations

import re

import pytest

from pages.view import folds

CARD = (
    "<details class='dl-why'><summary>Why</summary>a</details>"
    "<details open><summary class='x'>said</summary>b</details>"
    "<details><summary class='x'>said</summary>c</details>"
)


def names(html: str) -> list[str]:
    return re.findall("data-fold='(.*?)'", html)


def opened(html: str) -> list[bool]:
    return [" open>" in tag for tag in re.findall("<details[^>]*>", html)]


def test_each_line_has_a_name_of_its_own() -> None:
    assert len({*names(folds.with_folds(CARD, "e1", ())), *names(folds.with_folds(CARD, "e2", ()))}) == 6


def test_lines_stand_as_at_first() -> None:
    assert opened(folds.with_folds(CARD, "e1", ())) == [False, True, False]


def test_turned_lines_stand_the_other_way() -> None:
    why, said, _ = names(folds.with_folds(CARD, "e1", ()))
    assert opened(folds.with_folds(CARD, "e1", {why, said})) == [True, False, False]


def test_a_name_does_not_change_when_another_line_comes_before() -> None:
    more = f"<details><summary>new</summary></details>{CARD}"
    assert names(folds.with_folds(more, "e1", ()))[1:] == names(folds.with_folds(CARD, "e1", ()))


@pytest.mark.parametrize("value", ["", "why", "0123456", "0123456g"])
def test_what_is_no_name_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match=f"^{value}$"):
        folds.parse(value)

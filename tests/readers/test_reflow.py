from __future__ import annotations

import pytest

from pipeline.readers.reflow import paragraphs


@pytest.mark.parametrize(
    ("pages", "expected"),
    [
        pytest.param(["One line of a\r\nparagraph."], ["One line of a paragraph."], id="line break"),
        pytest.param(["A gap.\n\nA paragraph."], ["A gap.", "A paragraph."], id="gap"),
        pytest.param(
            ["He left.\nA longer line follows,\nof two."],
            ["He left.", "A longer line follows, of two."],
            id="last line",
        ),
        pytest.param(
            ["Talks\nA longer line follows,\nit ends."], ["Talks", "A longer line follows, it ends."], id="heading"
        ),
        pytest.param(["The conse-\nquence."], ["The consequence."], id="hyphen in print"),
        pytest.param(
            ["The pro\x02duct of pro\ufffe\nducts."], ["The product of products."], id="hyphen that is marked"
        ),
        pytest.param(["The Franco-\nGerman pact."], ["The Franco-German pact."], id="hyphen before a capital stays"),
        pytest.param(
            ["The Sino\x02Soviet split."], ["The Sino-Soviet split."], id="marked hyphen before a capital stays"
        ),
        pytest.param(["He left -\nso they say."], ["He left - so they say."], id="dash"),
        pytest.param(["Some words\n12", "and others\nPage 13 of 20"], ["Some words and others"], id="page numbers"),
        pytest.param(["2023\nwas a year."], ["was a year."], id="a number alone on an edge is a page number"),
        pytest.param(["", " \n "], [], id="nothing"),
    ],
)
def test_paragraphs(pages: list[str], expected: list[str]) -> None:
    assert paragraphs(pages) == expected


def test_paragraphs_keep_a_line_that_stands_on_two_pages_only() -> None:
    assert paragraphs(["Refrain", "Refrain"]) == ["Refrain Refrain"]

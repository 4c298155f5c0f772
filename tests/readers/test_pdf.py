from __future__ import annotations

import pytest

from pipeline.errors import ArticleError
from pipeline.readers import pdf
from tests.readers import files


def test_pdf_gives_paragraphs_without_running_heads() -> None:
    pages = [
        [
            "The Gazette",
            "Bridge reopens",
            "The bridge over the river was opened again on Mon-",
            "day, after a year.",
            "1",
        ],
        [
            "The Gazette",
            "Engineers from Lyon had worked on it since the flood",
            "of last year, and a young assistant",
            "2",
        ],
        ["The Gazette", "minister from Paris came to thank them for all of it.", "3"],
    ]
    article = pdf.read(files.pdf(pages), None)
    assert article.text == (
        "Bridge reopens\n\nThe bridge over the river was opened again on Monday, after a year.\n\n"
        "Engineers from Lyon had worked on it since the flood of last year, and a young assistant minister from "
        "Paris came to thank them for all of it."
    )


def test_pdf_that_takes_too_long_is_given_up() -> None:
    with pytest.raises(ArticleError, match="longer than 0 seconds"):
        pdf.pages(files.pdf([["Text."]]), seconds=0)


def test_pdf_reads_no_more_text_than_an_article_may_have(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "TEXT_LIMIT", 8)
    assert pdf.pages(files.pdf([["Enough words."], ["More words."]])) == ["Enough words."]

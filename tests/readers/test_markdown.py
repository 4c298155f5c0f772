from __future__ import annotations

import pytest

from pipeline.readers import markdown


@pytest.mark.parametrize(
    ("source", "text"),
    [
        pytest.param("# Mayor *resigns*\n\nShe left\nLyon.", "Mayor resigns\n\nShe left Lyon.", id="wrapped line"),
        pytest.param("- one\n- two `code`", "one\n\ntwo code", id="list"),
        pytest.param("![a cat](cat.png) See [it](https://report.example).", "See it.", id="links and pictures"),
        pytest.param("> She left.\n\n* * *\n\nHe stayed.", "She left.\n\nHe stayed.", id="quotation and rule"),
        pytest.param("---\ntitle: X\n---\nBody.", "Body.", id="front matter"),
        pytest.param("---\n\nBody.\n\n---\n", "Body.", id="rules are no front matter"),
        pytest.param("<script>alert(1)</script>\n\nBody &amp; <b>soul</b>.", "Body & soul.", id="embedded page code"),
    ],
)
def test_markdown_reads_as_it_would_be_shown(source: str, text: str) -> None:
    assert markdown.read(source.encode(), None).text == text


def test_markdown_takes_title_and_day_from_its_front_matter() -> None:
    source = (
        b'---\r\ntitle: "Ferry runs again"\r\ndate: 2022-05-04T10:00:00Z\r\ntags: [a]\r\n---\r\nThe ferry left.\r\n'
    )
    article = markdown.read(source, None)
    assert (article.title, str(article.published), article.text) == (
        "Ferry runs again",
        "2022-05-04",
        "The ferry left.",
    )

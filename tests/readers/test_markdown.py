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

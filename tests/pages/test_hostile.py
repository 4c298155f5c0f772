"""Text of strangers is shown as text wherever Streamlit would read Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from pages.view import navigation
from tests.pages import hostile
from tests.pages.conftest import open_page
from tests.pages.markup import read_as_markup

MARKED = re.compile(r"zq\d")
READ_AS_IT_IS = {"html", "text", "arrow_data_frame", "plotly_chart", "iframe", "json", "code"}
MARKDOWN_FIELDS = {"body", "caption", "content", "help", "label", "options", "text"}
OF_TEXT_ALONE = {("multiselect", "options"), ("selectbox", "options")}


@pytest.fixture
def store_url(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    url = f"sqlite:///{tmp_path / 'dateline.sqlite'}"
    hostile.fill(url)
    monkeypatch.setenv("DATELINE_STORE", url)
    return url


def strings(message: Any) -> Iterator[tuple[str, str]]:
    """The strings of an element that can be Markdown, with the names of their fields."""
    for field, value in message.ListFields():
        for each in value if field.is_repeated else [value]:
            if field.type == field.TYPE_MESSAGE:
                yield from strings(each)
            elif field.type == field.TYPE_STRING and field.name in MARKDOWN_FIELDS:
                yield field.name, each


def markdown(app: AppTest) -> list[tuple[str, str]]:
    """Every Markdown string on the page that holds words of an article, with its element."""
    return [
        (kind, said.replace("**", ""))
        for node in app._tree
        for kind in [getattr(node, "type", "")]
        if kind not in READ_AS_IT_IS and getattr(node, "proto", None) is not None
        for name, said in strings(node.proto)
        if (kind, name) not in OF_TEXT_ALONE and MARKED.search(said)
    ]


def markup(app: AppTest) -> list[tuple[str, str]]:
    return [each for each in markdown(app) if read_as_markup(each[1])]


@pytest.mark.parametrize("name", list(navigation.pages()))
def test_hostile_articles_are_text_on_each_page(app: AppTest, name: str) -> None:
    open_page(app, name)
    assert not app.exception
    assert markup(app) == []


def test_hostile_names_stand_in_chips_and_lists(app: AppTest) -> None:
    """The guard above is worth something only where there are such strings."""
    app.run()
    app.multiselect(key="filter-articles").set_value(app.multiselect(key="filter-articles").options[:4]).run()
    assert {"button"} <= {kind for kind, _ in markdown(app)}
    assert markup(app) == []


def test_hostile_addresses_are_warned_of_as_text(app: AppTest) -> None:
    app.query_params["type"] = "zq1 www.example.org :material/home: a -> b"
    app.run()
    assert "warning" in {kind for kind, _ in markdown(app)}
    assert markup(app) == []


STORY = "Amara Diallo flew from Bamako to Dakar on 6 May 2019, her office said."
SCRIPT = "zq1 www.example.org :smile: :material/home: a -> b :red[x] $x$ [y](z)"


@pytest.fixture
def adding(app: AppTest) -> AppTest:
    return open_page(app, "add_text")


def upload(app: AppTest, *files: tuple[str, str]) -> AppTest:
    app.file_uploader[0].set_value([(name, data.encode(), "text/plain") for name, data in files]).run()
    return app


def test_hostile_files_are_text_from_the_form_to_the_links(adding: AppTest) -> None:
    """Names of files and columns, titles, refusals, repetitions, near-duplicates, and what was kept."""
    named = SCRIPT.replace("/", "_")
    table = f"{SCRIPT},text\n{SCRIPT},{STORY}!\n"
    upload(
        adding,
        (f"1 {named}.md", f"# {SCRIPT}\n\n{STORY}"),
        (f"2 {named}.md", f"# {SCRIPT}\n\n{STORY}"),
        (f"3 {named}.txt", f"{SCRIPT}\n\n{STORY} {STORY}"),
        (f"4 {named}.pdf", "no PDF"),
        (f"5 {named}.csv", table),
    )
    seen = {kind for kind, _ in markdown(adding)}
    assert markup(adding) == []
    adding.button(key="read-files").click().run()
    assert not adding.exception
    seen |= {kind for kind, _ in markdown(adding)}
    assert markup(adding) == []
    adding.button(key="keep-all").click().run()
    seen |= {kind for kind, _ in markdown(adding)}
    assert markup(adding) == []
    assert seen >= {"expander", "error", "info", "subheader", "caption", "page_link"}


def test_hostile_dates_and_titles_that_are_typed_are_text(adding: AppTest) -> None:
    adding.text_area(key="add-text").set_value(STORY)
    adding.text_input(key="add-published-paste").set_value(SCRIPT[:50])
    adding.button(key="read-paste").click().run()
    assert "error" in {kind for kind, _ in markdown(adding)}
    assert markup(adding) == []

"""The frame of every page: navigation, filters, header; then the page itself."""

from __future__ import annotations

import streamlit as st

from pages.exports import menu, snapshot_form
from pages.language import markdown
from pages.view import data, link, navigation, state
from pages.widgets import filters, frame
from pipeline.errors import IndexDamagedError, PipelineError
from pipeline.index import Choices


def main() -> None:
    page = st.navigation(pages(), expanded=True)
    st.set_page_config(page_title=f"{page.title} · Dateline", page_icon=navigation.ICON, layout="wide")
    try:
        draw(page)
    except IndexDamagedError as error:
        st.warning(markdown.plain(str(error)))
        data.wait()
    except PipelineError as error:
        st.error(markdown.plain(str(error)))


def draw(page: st.Page) -> None:
    """One run: the view from the address, the filters, the page. A link to what is not indexed yet waits for it."""
    if not data.refresh():
        st.title(page.title, anchor=False)
        data.wait_for_database()
        return
    complete = data.is_complete()
    choices = data.choices()
    if not link.adopt(choices, page.url_path, complete=complete):
        st.title(page.title, anchor=False)
        data.wait()
        return
    link.begin_run()
    if filtered := page.url_path not in navigation.UNFILTERED:
        filters.sidebar(choices)
    else:
        state.hold()
    with state.settle():
        frame.header(page.title, choices, lambda: beside(page.title, choices), filtered=filtered)
        link.write()
        data.notice()
        page.run()
    link.end_run()


def beside(title: str, choices: Choices) -> None:
    """What can be taken from a page."""
    menu.draw(title, choices)
    snapshot_form.draw(title, choices)


def pages() -> list[st.Page]:
    """The first page stands at the root of the address."""
    return [
        st.Page(navigation.script(name), title=title, url_path=name, default=name == navigation.FIRST)
        for name, title in navigation.pages().items()
    ]


main()

"""Add text: paste it or upload files, look at what was found, keep it."""

from __future__ import annotations

from datetime import date

import streamlit as st

from pages.add_text import intake, preview, queue
from pages.shared import wording
from pipeline import readers

TEXT, FILES = "add-text", "add-files"
KINDS = [kind.removeprefix(".") for kind in readers.KINDS]


def page() -> None:
    st.caption("Texts are read on this machine. Nothing is kept before you say so.")
    paste, files = st.tabs(["Paste", "Files"])
    with paste:
        st.text_area("Text of the article", key=TEXT, height=220, placeholder="Paste an English news article here")
        about("paste")
        st.button("Read the text", key="read-paste", type="primary", on_click=take_paste)
    with files:
        uploads = st.file_uploader("Files", type=KINDS, accept_multiple_files=True, key=FILES)
        about("files")
        st.button("Read the files", key="read-files", type="primary", disabled=not uploads, on_click=take_files)
    said()
    queue.work()
    results()


def about(form: str) -> None:
    """Title, outlet and date, all optional; what is typed stays."""
    title, outlet, published = st.columns([2, 1, 1])
    with title:
        st.text_input("Title", key=f"add-title-{form}", placeholder="optional", max_chars=300)
    with outlet:
        st.text_input("Outlet", key=f"add-outlet-{form}", placeholder="optional", max_chars=200)
    with published:
        st.text_input("Published", key=f"add-published-{form}", placeholder="11 September 2023, optional", max_chars=40)


def given(form: str) -> intake.Given:
    """What is typed now: a callback must not use what was typed when the page was last drawn."""
    return intake.Given(*(st.session_state[f"add-{field}-{form}"] for field in ("title", "outlet", "published")))


def take_paste() -> None:
    """Take the text in; the form is clear for the next one, unless something was wrong with this."""
    articles, problems = intake.from_paste(st.session_state[TEXT], given("paste"), date.today())
    queue.put(articles, problems)
    if not problems:
        for field in (TEXT, *(f"add-{name}-paste" for name in ("title", "outlet", "published"))):
            st.session_state[field] = ""


def take_files() -> None:
    queue.put(*intake.from_files(st.session_state[FILES], given("files"), date.today()))


def said() -> None:
    """What could not be taken in, one box an input; what was kept."""
    for problem in queue.problems():
        st.error(f"**{wording.plain(problem.name)}:** {wording.plain(problem.text)}")
    if problem_of_store := st.session_state.pop("add-store-problem", None):
        st.error(wording.plain(problem_of_store))
    if kept := st.session_state.pop(preview.KEPT, None):
        st.success(f"Kept {wording.count(len(kept), 'text')}. The other pages show what was found.")


def results() -> None:
    found = queue.found()
    if not found:
        return
    with st.container(horizontal=True):
        st.subheader(f"Found in {wording.count(len(found), 'text')}", anchor=False)
        st.button("Keep all", key="keep-all", on_click=lambda: preview.keep(list(found)))
        st.button("Discard all", key="discard-all", on_click=queue.clear)
    for each in found:
        preview.show(each)


page()

"""Add text: paste it or upload files, look at what was found, correct it, keep it."""

from __future__ import annotations

from datetime import date

import streamlit as st

from pages.add_text import columns, intake, preview, queue, work
from pages.language import markdown
from pages.view import data
from pages.widgets import publication_editor
from pipeline import settings
from pipeline.errors import ArticleError, StoreError
from pipeline.wording import titles

TEXT, FILES, TURN = "add-text", "add-files", "add-turn"
GIVEN = ("title", "outlet", "published")
MOST_SHOWN, MOST_BOXES = 20, 10
SHOWN = "add-shown"
KINDS = (
    "Web pages, PDF, Word, OpenDocument, RTF, text and Markdown, mail, e-books, tables of articles "
    "(CSV, TSV, Excel, Parquet, JSON, JSONL), and ZIP archives of these."
)


def page() -> None:
    longest = f"{settings.text_limit() // 1000:,} kB"
    st.caption(f"Texts of up to {longest} are read on this machine. Nothing is kept before you say so.")
    if not data.store().takes_writes:
        st.info(markdown.plain(str(StoreError.read_only())))
    paste, files = st.tabs(["Paste", "Files"])
    with paste:
        st.text_area("Text of the article", key=TEXT, height=220, placeholder="Paste an English news article here")
        about("paste", *GIVEN)
        st.button("Read the text", key="read-paste", type="primary", on_click=take_paste)
    with files:
        uploads = st.file_uploader("Files", accept_multiple_files=True, key=uploader(), help=KINDS) or []
        columns.choosers(uploads)
        about("files", "outlet", "published")
        st.caption(
            "Outlet and date of all these files; leave them empty to take what each file says. "
            "A file marked red is larger than 50 MB and is left out: save its text alone, and add that."
        )
        st.button("Read the files", key="read-files", type="primary", disabled=not uploads, on_click=take_files)
    progress = st.container()
    preview.kept_links()
    show_problems()
    results()
    with progress:
        work.go_on()


def about(form: str, *fields: str) -> None:
    """Title, outlet and date, all optional; what is typed stays."""
    labels = {
        "title": ("Title", 300),
        "outlet": ("Outlet", 200),
        "published": ("Published", publication_editor.LONGEST),
    }
    for field, place in zip(fields, st.columns(len(fields)), strict=True):
        label, most = labels[field]
        example = publication_editor.EXAMPLE if field == "published" else "optional"
        place.text_input(label, key=f"add-{field}-{form}", placeholder=example, max_chars=most)


def typed_metadata(form: str) -> intake.TypedMetadata:
    """What is typed now: a callback must not use what was typed when the page was last drawn."""
    return intake.TypedMetadata(*(str(st.session_state.get(f"add-{name}-{form}", "")) for name in GIVEN))


def clear_form(form: str) -> None:
    for name in GIVEN:
        if f"add-{name}-{form}" in st.session_state:
            st.session_state[f"add-{name}-{form}"] = ""


def uploader() -> str:
    """The key of the uploader; another one is empty."""
    turn = st.session_state.get(TURN, 0)
    return f"{FILES}-{turn}" if turn else FILES


def forget_last_input() -> None:
    """What was said of the last input is no longer of interest."""
    queue.forget_problems()
    preview.forget_kept()


def take_paste() -> None:
    """Take the text in; the form is clear for the next one, unless something was wrong with this."""
    forget_last_input()
    about_it = typed_metadata("paste")
    articles, problems = intake.from_paste(st.session_state[TEXT], about_it, date.today())
    queue.put_articles(articles, edited=[name for name in GIVEN if getattr(about_it, name).strip()])
    queue.complain(problems)
    if not problems:
        clear_form("paste")
        st.session_state[TEXT] = ""


def take_files() -> None:
    """Take the files in, unless what is said of all of them is wrong; then they stay in the form with it."""
    forget_last_input()
    uploads, about_all = list(st.session_state[uploader()]), typed_metadata("files")
    try:
        about_all.day(date.today())
        files = [intake.File(each.name, each.getvalue(), about_all, column_of(each)) for each in uploads]
    except ArticleError as error:
        queue.complain([intake.Problem(error.article or "Published", str(error))])
        return
    queue.put_files(files[: intake.MOST_FILES])
    queue.complain(intake.too_many([each.name for each in uploads]))
    st.session_state[TURN] = st.session_state.get(TURN, 0) + 1
    clear_form("files")


def column_of(upload: columns.Upload) -> dict[str, str] | None:
    """Raises ArticleError for a table of which no column is to hold the text."""
    chosen = columns.chosen_columns(upload)
    if chosen is not None and "text" not in chosen:
        error = ArticleError.no_text_column()
        error.article = upload.name
        raise error
    return chosen


def show_problems() -> None:
    """What could not be taken in, one box an input, with another try where that may help."""
    problems = sorted(queue.problems(), key=lambda problem: problem.again is None)
    for number, problem in enumerate(problems[:MOST_BOXES]):
        st.error(f"**{markdown.plain(problem.name)}:** {markdown.plain(problem.text)}")
        if problem.again:
            st.button("Try again", key=f"again-{number}", on_click=queue.again, args=(problem,))
    if rest := problems[MOST_BOXES:]:
        with st.expander(f"{titles.count(len(rest), 'more input')} could not be read"):
            listed = [{"What": problem.name, "Why": problem.text} for problem in rest]
            st.dataframe(listed, hide_index=True, alt="Inputs that could not be read, and why")
    for name, same in queue.repeated():
        earlier = f"as {markdown.plain(same)}" if same else "as one that was pasted"
        st.info(f"**{markdown.plain(name)}** holds the same text {earlier}; it is shown once.")
    if queue.problems() or queue.repeated():
        st.button("Dismiss", key="dismiss-add-problems", on_click=queue.forget_problems)
    if problem_of_store := st.session_state.pop("add-store-problem", None):
        st.error(markdown.plain(problem_of_store))


def results() -> None:
    found = queue.found()
    if not found:
        return
    most = st.session_state.get(SHOWN, MOST_SHOWN)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.header(f"Found in {titles.count(len(found), 'text')}", anchor=False)
        st.button("Keep all", key="keep-all", on_click=lambda: preview.keep_articles(list(found)))
        preview.keep_originals(found)
        st.button("Discard all", key="discard-all", on_click=queue.clear_queue)
    for each in found[:most]:
        preview.show(each)
    if len(found) > most:
        st.button(
            f"Show {min(MOST_SHOWN, len(found) - most)} more of {len(found)}",
            key="show-more",
            on_click=lambda: st.session_state.update({SHOWN: most + MOST_SHOWN}),
        )


page()

"""Articles: the text with what was found in it, and the publication date, which can be set."""

from __future__ import annotations

from datetime import date

import streamlit as st

from pages.articles import choice, layers, tables
from pages.shared import data, frame, publication_editor, state, versions, wording
from pages.shared.highlight import marked
from pages.shared.tables import twin
from pages.shared.view import Selection
from pipeline.domain import Analysis
from pipeline.errors import StoreError
from pipeline.readers import OUTLET_LENGTH, TITLE_LENGTH, URL_LENGTH
from pipeline.store import ArticleRow

PART_CHARACTERS = 40_000
CHOSEN = "article-shown"
SAMPLES = "{} came with Dateline, to try it with. Outlets, and officials without a name, are invented."


def page() -> None:
    wanted = state.wanted()
    listed = [article for article in data.articles() if not wanted.articles or article.id in wanted.articles]
    if not listed:
        frame.nothing_here(data.choices(), "article")
        return
    told_in = choice.where(state.selected(), wanted)
    if state.selected() and told_in not in {article.id for article in listed}:
        st.warning("What the link selects is in none of these articles: it was removed, or the filters leave it out.")
    article = choice.shown(listed, told_in)
    reader, about = st.columns([5, 3], gap="medium")
    with reader:
        analysis = shown_analysis(article)
    with about:
        samples()
        pick(listed, article)
        if analysis:
            publication_editor.editor(analysis.article, lambda day: redate(article.id, day))
        origin(article)
        if analysis:
            versions.show(analysis.article)
        description(article)
        samples_in = {each.id for each in data.samples()}
        twin(
            [tables.table_row(each, sample=each.id in samples_in) for each in listed],
            [Selection("article", each.id) for each in listed],
            "articles-table",
            "Table of the articles",
        )
        removal(article)


def shown_analysis(article: ArticleRow) -> Analysis | None:
    """The article with its text; one that cannot be read any more says so, and can be removed."""
    try:
        analysis = data.analysis(article.id)
    except StoreError as error:
        st.error(wording.plain(str(error)))
        return None
    show(analysis)
    return analysis


def samples() -> None:
    """What came with Dateline, and the one click that takes it away."""
    if found := data.samples():
        with st.container(horizontal=True, vertical_alignment="center", key="samples"):
            st.caption(SAMPLES.format(wording.count(len(found), "sample article")), width="content")
            st.button("Remove all samples", key="remove-samples", on_click=lambda: remove(*(row.id for row in found)))


def pick(listed: list[ArticleRow], article: ArticleRow) -> None:
    names = {each.id: tables.title(each) for each in listed}
    st.session_state[CHOSEN] = article.id
    st.selectbox(
        "Article",
        list(names),
        format_func=lambda chosen: names.get(chosen, chosen),
        key=CHOSEN,
        on_change=lambda: state.select(Selection("article", st.session_state[CHOSEN])),
    )


def redate(article: str, published: date | None) -> None:
    data.store().redate(article, published)


def origin(article: ArticleRow) -> None:
    sample = "sample" if article in data.samples() else None
    read = f"read by pipeline {article.pipeline_version}"
    facts = [sample, article.outlet, article.url, f"{article.words:,} words", read]
    st.text(" · ".join(fact for fact in facts if fact))


def description(article: ArticleRow) -> None:
    """Title, outlet and address, as fields."""
    with st.popover("Edit title, outlet, address"), st.form(f"describe-{article.id}", border=False):
        title = st.text_input("Title", article.title or "", max_chars=TITLE_LENGTH, placeholder="not known")
        outlet = st.text_input("Outlet", article.outlet or "", max_chars=OUTLET_LENGTH, placeholder="not known")
        url = st.text_input("Address", article.url or "", max_chars=URL_LENGTH, placeholder="not known")
        if st.form_submit_button("Save", type="primary"):
            data.store().describe(article.id, title=title, outlet=outlet, url=url)
            st.rerun()


def show(analysis: Analysis) -> None:
    """The text, part by part if it is long, with the wanted layers marked."""
    wanted = st.pills(
        "Marked in the text",
        list(layers.LAYERS),
        selection_mode="multi",
        default=["entity", "place", "date", "event"],
        format_func=lambda name: layers.LAYERS[name][0],
        key="article-layers",
    )
    text = analysis.article.text
    parts = -(-len(text) // PART_CHARACTERS)
    part = st.number_input(f"Part (of {parts})", 1, parts, key=f"part-{analysis.article.id}") if parts > 1 else 1
    marks = [*layers.marks(analysis, wanted), *choice.evidence(analysis, state.selected(), state.wanted())]
    shown = marked(text, marks, start=(part - 1) * PART_CHARACTERS, end=part * PART_CHARACTERS)
    st.html(f"<article class='dl-article'>{shown}</article>")
    st.caption("Point at a mark to read what it stands for.")


def removal(article: ArticleRow) -> None:
    with st.popover("Remove this article"):
        st.write("The article goes, with all that was found in it. Other articles stay.")
        st.button("Remove it", key=f"remove-{article.id}", type="primary", on_click=lambda: remove(article.id))


def remove(*articles: str) -> None:
    try:
        for article in articles:
            data.store().remove(article)
    except StoreError as error:
        st.toast(wording.plain(str(error)))
    state.select(None)


page()

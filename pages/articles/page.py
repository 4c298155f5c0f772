"""Articles: the text with what was found in it, and the publication date, which can be set."""

from __future__ import annotations

from datetime import date
from functools import partial

import streamlit as st

from pages.articles import choice, many, reader, rereading, tables
from pages.articles.reader import Reader
from pages.language import markdown
from pages.view import data, state
from pages.view.address import Selection
from pages.widgets import frame, publication_editor, versions
from pages.widgets.tables import twin
from pipeline.domain import Analysis
from pipeline.errors import StoreError
from pipeline.index import EventFilter
from pipeline.readers import OUTLET_LENGTH, TITLE_LENGTH, URL_LENGTH
from pipeline.store import ArticleRow
from pipeline.wording import titles

CHOSEN = "article-shown"
SAMPLES = "{} came with Dateline, to try it with. Outlets, and officials without a name, are invented."


def page() -> None:
    wanted = state.wanted()
    listed = [article for article in data.articles() if not wanted.articles or article.id in wanted.articles]
    if not listed:
        frame.nothing_here(data.choices(), "article")
        return
    selected = state.selected()
    told_in = choice.where(selected, wanted)
    if selected and told_in not in {article.id for article in listed}:
        st.warning("What the link selects is in none of these articles: it was removed, or the filters leave it out.")
    article = choice.article_shown(listed, being_read(wanted) or told_in)
    rereading.offer_rereading()
    pick(listed, article)
    analysis = analysis_of(article)
    text, about = st.columns([5, 3], gap="medium")
    if analysis:
        opened = Reader.of(analysis, selected)
        with text:
            reader.text(opened)
        with about:
            reader.beside(opened)
            reader.the_map(opened)
    with about:
        facts(article, analysis)
    all_of_them(listed)


def being_read(wanted: EventFilter) -> str | None:
    """The article that is open, as long as what is selected stands in it."""
    selected, reading = state.selected(), state.current().reading
    if selected is None:
        return reading or st.session_state.get(CHOSEN)
    return reading if reading and choice.holds_selection(reading, selected, wanted) else None


def facts(article: ArticleRow, analysis: Analysis | None) -> None:
    """What the article says of itself, and what can be done with it."""
    if analysis:
        publication_editor.editor(analysis.article, lambda day: redate(article.id, day))
    origin(article)
    if analysis:
        versions.show(analysis.article)
    description(article)
    removal(article)


def all_of_them(listed: list[ArticleRow]) -> None:
    """The articles as a table, as wide as the page, and what can be done with many."""
    samples_in = {each.id for each in data.samples()}
    twin(partial(tables.table, listed, samples_in), "articles-table", "Table of the articles")
    many.editor(listed)
    samples()


def analysis_of(article: ArticleRow) -> Analysis | None:
    """An article that cannot be read any more says so, and can be removed."""
    try:
        return data.analysis(article.id)
    except StoreError as error:
        st.error(markdown.plain(str(error)))
        return None


def samples() -> None:
    """What came with Dateline, and the one click that takes it away."""
    if found := data.samples():
        with st.container(horizontal=True, vertical_alignment="center", key="samples"):
            st.caption(SAMPLES.format(titles.count(len(found), "sample article")), width="content")
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


def removal(article: ArticleRow) -> None:
    with st.popover("Remove this article"):
        st.write("The article goes, with all that was found in it. Other articles stay.")
        st.button("Remove it", key=f"remove-{article.id}", type="primary", on_click=lambda: remove(article.id))


def remove(*articles: str) -> None:
    try:
        for article in articles:
            data.store().remove(article)
    except StoreError as error:
        st.toast(markdown.plain(str(error)))
    state.select(None)


page()

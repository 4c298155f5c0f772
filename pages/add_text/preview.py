"""What was found in a text, to be corrected, and kept or not."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

import streamlit as st

from pages.add_text import queue
from pages.add_text.copies import Likeness
from pages.add_text.extraction import ExtractedText
from pages.add_text.findings import rows, summary
from pages.add_text.links import LABEL, ArticleLabel, article_link, labels
from pages.language import markdown
from pages.view import data, navigation
from pages.widgets import publication_editor, versions
from pipeline import readers
from pipeline.domain import Article
from pipeline.errors import StoreError
from pipeline.store import ArticleRow
from pipeline.wording import titles

KEPT = "add-kept"
COPY = 0.8
"""Share of the shorter text from which it adds hardly anything to the other."""
MOST_LINKS, MOST_ALIKE = 10, 3
WITHOUT_TITLE = ("", ".txt")
"""Endings of texts that name no title: what was pasted, and plain files."""
YOURS, FROM_FILE = "as you wrote it", "from the file"
ROW_PX, TABLE_PX = 38, 300


def show(found: ExtractedText) -> None:
    """A card: what the text is, what it is like, what was found in it, and two buttons."""
    article = found.analysis.article
    here = is_kept(article)
    with st.container(border=True, key=f"found-{article.id}"):
        st.subheader(markdown.plain(label_of(article)), anchor=False)
        if origin := queue.origin_of(article.id):
            st.text(origin)
        if not here:
            metadata(article)
        show_copies(article)
        if not here:
            versions.show(article, is_new=True)
        if article.language != "en":
            st.info("The text is not in English: it is kept as it is, and nothing is looked for in it.")
        else:
            st.text(summary(found.analysis))
            table(found)
        with st.container(horizontal=True, vertical_alignment="center"):
            if here:
                st.text("This text is kept already; keeping it again adds nothing.", width="content")
                article_link(article.id, "Open it")
            else:
                st.button("Keep", key=f"keep-{article.id}", type="primary", on_click=lambda: keep_articles([found]))
            st.button("Discard", key=f"discard-{article.id}", on_click=lambda: queue.drop(article.id))


def metadata(article: Article) -> None:
    """Title, outlet and date, each with how it is known; what is typed is taken at once."""
    title, outlet, published = st.columns([3, 2, 2])
    with title:
        field(article, "title", article.title, queue.retitle, readers.TITLE_LENGTH)
        st.caption(title_basis(article))
    with outlet:
        field(article, "outlet", article.outlet, queue.set_outlet, readers.OUTLET_LENGTH)
        st.caption(outlet_basis(article))
    with published:
        publication_editor.field(article, lambda day: queue.redate(article.id, day))
        st.caption(date_basis(article))
    publication_editor.reasons(article, lambda day: queue.redate(article.id, day))


def field(article: Article, name: str, value: str | None, change: queue.Change, most: int) -> None:
    key = f"{name}-{article.id}"
    st.text_input(
        name.capitalize(),
        value=value or "",
        key=key,
        max_chars=most,
        placeholder="not known",
        on_change=lambda: change(article.id, st.session_state[key]),
    )


def title_basis(article: Article) -> str:
    if queue.is_edited(article.id, "title"):
        return YOURS
    if not article.title:
        return "the text has none"
    bare = PurePath(queue.origin_of(article.id)).suffix.lower() in WITHOUT_TITLE
    return "its first line" if bare and article.title == readers.headline(article.text) else FROM_FILE


def outlet_basis(article: Article) -> str:
    if queue.is_edited(article.id, "outlet"):
        return YOURS
    return FROM_FILE if article.outlet else "the text does not say"


def date_basis(article: Article) -> str:
    given = article.published_basis == "given" and queue.is_edited(article.id, "published")
    return YOURS if given else titles.BASES[article.published_basis]


def show_copies(article: Article) -> None:
    """The texts that this one repeats, or that repeat it, with the way to those that are kept."""
    kept = {row.id: row for row in data.articles()}
    waiting = {each.analysis.article.id: each.analysis.article for each in queue.found()}
    shown = [each for each in queue.near(article.id) if each.article in kept or each.article in waiting]
    names = labels({each.article: label_of_row(kept[each.article]) for each in shown if each.article in kept})
    for each in shown[:MOST_ALIKE]:
        with st.container(horizontal=True, vertical_alignment="center", key=f"alike-{article.id}-{each.article}"):
            if row := kept.get(each.article):
                badge(each, article, row.words)
                article_link(row.id, names[row.id])
            else:
                other = waiting[each.article]
                badge(each, article, len(other.text.split()))
                name = queue.origin_of(other.id) or label_of(other)
                st.caption(f"{markdown.plain(titles.shortened(name, LABEL))}, which waits here too", width="content")


def badge(found: Likeness, article: Article, words: int) -> None:
    """ "92% of this stands in" a text of so many words; "This holds 85% of" a shorter one."""
    shorter = len(article.text.split()) <= words
    said = f"{found.share:.0%} of this stands in" if shorter else f"This holds {found.share:.0%} of"
    st.markdown(f":orange-badge[{said}]", width="content")


def table(found: ExtractedText) -> None:
    lines = rows(found.analysis)
    if not lines:
        st.info("No event or movement was found. The text can be kept all the same, for its names and places.")
        return
    height = min(ROW_PX * (len(lines) + 1), TABLE_PX)
    with st.expander("What was found", expanded=len(queue.found()) == 1):
        st.dataframe(lines, hide_index=True, height=height, alt="What was found in the text")


def label_of(article: Article) -> str:
    return article.title or titles.shortened(article.text.strip(), LABEL)


def is_kept(article: Article) -> bool:
    return article.id in {kept.id for kept in data.articles()}


def keep_originals(found: Sequence[ExtractedText]) -> None:
    """One click for all that is no copy of what is kept or of an earlier one."""
    originals = [each for each in found if not is_copy(each.analysis.article)]
    if 0 < len(originals) < len(found):
        label = f"Keep the {len(originals)} that are no copies"
        st.button(label, key="keep-originals", on_click=lambda: keep_articles(originals))


def is_copy(article: Article) -> bool:
    waiting = {each.analysis.article.id for each in queue.found()}
    here = {kept.id for kept in data.articles()} | waiting
    return is_kept(article) or any(each.share >= COPY and each.article in here for each in queue.near(article.id))


def keep_articles(chosen: Sequence[ExtractedText]) -> None:
    """Put texts into the store; one that fails stays on the page, and says why. What is there already only goes."""
    for found in chosen:
        article = found.analysis.article
        if publication_editor.is_refused(article):
            continue
        try:
            is_new = data.store().add(found.reading, found.analysis)
        except StoreError as error:
            st.session_state["add-store-problem"] = str(error)
            return
        origin = queue.origin_of(article.id)
        queue.drop(article.id)
        if is_new:
            st.session_state.setdefault(KEPT, {})[article.id] = kept_as(article, origin)


def kept_as(article: Article, origin: str) -> ArticleLabel:
    return ArticleLabel(label_of(article), article.outlet, article.published, origin)


def label_of_row(row: ArticleRow) -> ArticleLabel:
    return ArticleLabel(row.title, row.outlet, row.published)


def forget_kept() -> None:
    st.session_state.pop(KEPT, None)


def kept_links() -> None:
    """What was kept, with the way to each, until the next text is taken in."""
    kept: dict[str, ArticleLabel] = st.session_state.get(KEPT, {})
    if not kept:
        return
    st.success(f"Kept {titles.count(len(kept), 'text')}. The other pages show what was found.")
    with st.container(horizontal=True, gap="medium", key="kept-links"):
        for article, label in list(labels(kept).items())[-MOST_LINKS:]:
            article_link(article, label)
        if len(kept) > MOST_LINKS:
            more = f"and {len(kept) - MOST_LINKS} more"
            st.page_link(navigation.script("articles"), label=more, width="content")

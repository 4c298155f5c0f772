"""Search: every sentence of every article that holds what was typed, and what was extracted there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

import streamlit as st

from pages.articles.layers import label_of
from pages.language import markdown
from pages.search import results
from pages.view import address, data, navigation, searching, state
from pages.view.address import Selection, SelectionKind
from pages.widgets import frame
from pipeline.domain import Movement
from pipeline.errors import SearchError, StoreError
from pipeline.index import Choice
from pipeline.index.search import Hit, Hits
from pipeline.search_terms import Terms, parsed
from pipeline.wording import titles

PER_PAGE, MOST_NAMES, MOST_TITLES, MOST_TOLD = 20, 6, 5, 6
HOW = """Type words above and press Enter: every sentence of every article that holds all of them is listed here.

- `bridge` finds the word, and whoever has it in a name: *Kim* finds Kim Jong Un by his other names too
- `bomb*` finds all words that begin so
- `"air strike"` finds these words side by side, exactly as they stand
- `person:ana-costa` finds whatever names her: choose a name below what was found
"""


def page() -> None:
    typed = state.wanted().search
    terms = parsed(typed)
    if frame.no_article(data.choices()):
        return
    if not typed:
        st.markdown(HOW)
    elif not terms:
        st.warning(f"There is no word to look for in “{markdown.plain(titles.shortened(typed, 40))}”.")
        st.markdown(HOW)
    else:
        search(terms, typed)


def search(terms: Terms, typed: str) -> None:
    complete, part = searching.current(), state.part_shown(typed) - 1
    try:
        hits = searching.searching().search(terms, state.wanted(), limit=PER_PAGE, offset=part * PER_PAGE)
    except SearchError as error:
        st.error(markdown.plain(str(error)))
        return
    summary(hits, complete)
    name_matches(hits)
    title_matches(terms)
    for hit in hits.listed:
        result(hit, hits, terms)
    turn(part, hits, typed)


def summary(hits: Hits, complete: bool) -> None:
    wanted, now = state.wanted(), searching.searching()
    articles = len(data.articles()) if complete else now.done
    scope = "the chosen articles" if wanted.articles else titles.count(articles, "article")
    who = ", where one of the chosen names stands" if wanted.entities else ""
    found = f"{titles.count(hits.sentences, 'sentence')} in {titles.count(hits.articles, 'article')}"
    st.markdown(f"**{found if hits.sentences else 'No sentence'}**, of every sentence of {scope}{who}.")
    if not complete:
        words = f"Articles are being taken in: {now.done:,} of {now.total:,} can be searched so far."
        with st.container(horizontal=True, vertical_alignment="center", key="taken-in"):
            st.caption(words, width="content")
            st.button("Search again", key="search-again", type="tertiary")


def name_matches(hits: Hits) -> None:
    """Who is called so: a click finds all that names them."""
    called: dict[str, list[Choice]] = {}
    for choice in data.choices().entities:
        if choice.key in hits.named:
            name = titles.told_apart(choice.name, choice.told_in)
            called.setdefault(f"{name} · {choice.kind}", []).append(choice)
    if not called:
        return
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key="named"):
        st.caption("All that names", width="content")
        for label, alike in islice(called.items(), MOST_NAMES):
            key = f"named-{alike[0].key}"
            st.button(markdown.plain(label), key=key, type="tertiary", on_click=look_for, args=(sought(alike),))


def sought(alike: Sequence[Choice]) -> str:
    """What finds all of one name and kind: the key of a single one, else their words side by side."""
    one, *others = alike
    words = one.name.replace('"', " ")
    return f'"{words}"' if others else one.key


def look_for(words: str) -> None:
    state.narrow(search=words)


def title_matches(terms: Terms) -> None:
    """The articles in whose title all of it stands: a title need not be a sentence of the text."""
    wanted = state.wanted().articles
    listed = [row for row in data.articles() if not wanted or row.id in wanted]
    found = [row for row in listed if row.title and results.matches_terms(row.title, terms)]
    if not found:
        return
    with st.container(gap="xxsmall", key="titled"):
        st.caption(f"In the title of {titles.count(len(found), 'article')}")
        for row in found[:MOST_TITLES]:
            link(markdown.plain(titles.shortened(row.title or "", 100)), Selection("article", row.id))


def result(hit: Hit, hits: Hits, terms: Terms) -> None:
    """A sentence, the way to it, and to what was extracted there."""
    try:
        analysis = data.analysis(hit.article)
    except StoreError:
        return
    with st.container(key=f"found-{hit.article}-{hit.start}", gap="xxsmall"):
        st.html(results.result_card(hit, analysis, terms, hits.named))
        with st.container(horizontal=True, gap="medium", key=f"told-{hit.article}-{hit.start}"):
            link("Read it in the article →", Selection("sentence", f"{hit.article}:{hit.start}"))
            for each in results.told_there(analysis, hit)[:MOST_TOLD]:
                kind: SelectionKind = "movement" if isinstance(each, Movement) else "event"
                label = markdown.plain(titles.shortened(label_of(each), 80))
                link(f"{kind.capitalize()}: {label}", Selection(kind, each.id))


def link(label: str, chosen: Selection) -> None:
    parameters = address.write(replace(state.elsewhere(), selected=chosen))
    st.page_link(navigation.script("articles"), label=label, query_params=parameters)


def turn(part: int, hits: Hits, typed: str) -> None:
    last = max(0, -(-hits.sentences // PER_PAGE) - 1)
    if not last:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="turn"):
        st.button("← Previous", key="previous", disabled=part == 0, on_click=state.turn_to, args=(typed, part))
        st.caption(f"Page {part + 1:,} of {last + 1:,}", width="content")
        st.button("Next →", key="next", disabled=part >= last, on_click=state.turn_to, args=(typed, part + 2))


page()

"""What stands around every page: title, search, share button, active filters, legend."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import streamlit as st

from pages.language import glossary, markdown
from pages.view import address, data, link, navigation, searching, state, stories, visits
from pages.view.happenings import Happenings
from pages.widgets import filters, tour
from pipeline.errors import SearchError, StoreAwayError
from pipeline.index import Choices, EventFilter
from pipeline.search_terms import parsed
from pipeline.wording import titles
from pipeline.wording.palette import COLOURS, NEUTRAL

STYLE = Path(__file__).with_name("style.css")
SEARCH = "search"
SHARE = (
    '<button type="button" class="dl-share" data-copy-link>Share</button><script src="/app/static/share.js"></script>'
    '<script src="/app/static/evidence.js"></script><script src="/app/static/popovers.js"></script>'
    '<script src="/app/static/zoom.js"></script><script src="/app/static/folds.js"></script>'
    '<script src="/app/static/focus.js"></script>'
)
SEARCH_HELP = (
    "Words, beginnings (bomb*), phrases (“air strike”, between quotation marks) or names, in every sentence of every "
    "article. Charts then show what such sentences tell of; the page Search lists the sentences."
)
STATUS_FORMS = {
    "filled": "occurred or under way",
    "hatched": "planned",
    "outline": "hypothetical",
    "struck": "denied or cancelled",
}

LINKING_SECONDS = 2.0


def header(title: str, choices: Choices, beside: Callable[[], None], *, filtered: bool) -> None:
    """The head of a page; ``beside`` draws what stands between search and Share, ``filtered`` shows the filters set."""
    st.html(STYLE)
    with st.container(horizontal=True, vertical_alignment="center", key="head"):
        st.title(title, anchor=False, width="stretch")
        st.text_input(
            "Search",
            key=state.key("search"),
            placeholder="Search all sentences",
            help=SEARCH_HELP,
            label_visibility="collapsed",
            max_chars=200,
            width=280,
        )
        beside()
        st.html(SHARE + visits.mark(data.version()), width="content", unsafe_allow_javascript=True)
    _problems()
    if filtered:
        filters.chips(choices)
    if title != navigation.TITLES[SEARCH]:
        _search_results()


def _search_results() -> None:
    """How many sentences hold what was searched, with the way to them."""
    wanted = state.wanted()
    if not (terms := parsed(wanted.search)):
        return
    try:
        complete = searching.current()
        hits = searching.searching().search(terms, wanted, limit=0)
    except (SearchError, StoreAwayError):
        return
    words = f"{titles.count(hits.sentences, 'sentence')} in {titles.count(hits.articles, 'article')}"
    found = f"{words if hits.sentences else 'No sentence'}{'' if complete else ' so far'} with these words"
    st.page_link(
        navigation.script(SEARCH),
        label=f"{found}: read them →",
        query_params=address.write(state.elsewhere()),
    )


def summary(found: Happenings, *, legend: bool = True) -> None:
    """How much the view holds, each number leading to what it counts; and colour, form and length explained once."""
    totals = found.totals
    with st.container(horizontal=True, vertical_alignment="center", key="top"):
        with st.container(horizontal=True, gap="medium", key="tiles"):
            _tile("articles", totals.articles, "article")
            _tile("timeline", totals.events, "event")
            _tile("entities", totals.people, "person", "people")
            _tile("movements", totals.movements, "movement")
            _tile("sources", totals.sources, "source")
        if legend:
            st.html(_legend(pale=state.wanted().doubtful, is_open=not state.is_narrow()), width="content")
    with st.container(horizontal=True, vertical_alignment="center", key="switches"):
        _less_certain(totals.doubtful)
        _article_by_article(found)
        _samples()
        _outdated()
        tour.offer_tour()
        _changed()
    if not found.compared:
        _awaited()


def _tile(page: str, number: int, one: str, many: str | None = None) -> None:
    """A number that leads to the page of what it counts, where there is that page."""
    words = f"**{number:,}** {one if number == 1 else many or f'{one}s'}"
    if page in navigation.pages():
        st.page_link(navigation.script(page), label=words, help=glossary.meaning(one.capitalize()))
    else:
        st.markdown(words, width="content")


def _samples() -> None:
    """Say that numbers come from samples, and lead to where they go with one click."""
    if number := len(data.samples()):
        words = f"{titles.count(number, 'sample article')} in the store"
        st.page_link(navigation.script("articles"), label=words, help=glossary.meaning("Sample"))


def _outdated() -> None:
    """Say that numbers come from readings of another version, and lead to where articles are read anew."""
    if number := len(data.outdated()):
        words = f"{titles.count(number, 'article')} read by another version: read anew →"
        st.page_link(navigation.script("articles"), label=words)


def _changed() -> None:
    """Lead to what changed since the last visit of this browser, if anything did."""
    since = visits.last()
    try:
        number = len(data.added_after(since.version) | data.corrected_after(since.left)) if since else 0
    except StoreAwayError:
        return
    if number:
        words = f"{titles.count(number, 'article')} changed since your last visit →"
        st.page_link(navigation.script("changes"), label=words, query_params=address.write(state.elsewhere()))


def _article_by_article(found: Happenings) -> None:
    """The one click that shows what each article tells by itself, or brings it together again."""
    if found.together and found.is_fewer:
        told = titles.count(found.apart.events, "event"), titles.count(found.apart.movements, "movement")
        label = f"Show {told[0]} and {told[1]} article by article"
    elif not state.shows_stories():
        label = "Bring together what several articles tell"
    else:
        return
    st.button(label, key="article-by-article", type="tertiary", help=glossary.meaning("Story"), on_click=_turn)


def _turn() -> None:
    state.show(replace(state.current(), together=not state.shows_stories()))


@st.fragment(run_every=LINKING_SECONDS)
def _awaited() -> None:
    """Draw the page anew when all articles are compared."""
    if stories.is_complete():
        st.rerun()
    st.caption(f"{stories.progress()}: what several of them tell is not brought together yet.")


def _less_certain(number: int) -> None:
    """The one click that shows what is less certain than the threshold, or hides it again."""
    if not number:
        return
    shown = state.wanted().doubtful
    one = "less certain one" if number == 1 else "less certain ones"
    st.button(
        f"{'Hide' if shown else 'Show'} {number:,} {one}",
        key="doubtful",
        type="tertiary",
        help=glossary.meaning("Less certain"),
        on_click=lambda: state.narrow(doubtful=not shown),
    )


@cache
def _legend(*, pale: bool, is_open: bool) -> str:
    colours = "".join(
        f"<li title='{glossary.classes()[quad]}'><i class='dl-swatch dl-filled' style='--mark:{colour}'></i>{quad}</li>"
        for quad, colour in COLOURS.items()
    )
    colours += (
        f"<li title='{glossary.meaning('Plain movement')}'>"
        f"<i class='dl-swatch dl-filled' style='--mark:{NEUTRAL}'></i>plain movement</li>"
    )
    forms = "".join(f"<li><i class='dl-swatch dl-{form}'></i>{words}</li>" for form, words in STATUS_FORMS.items())
    length = (
        f"<li title='{glossary.meaning('Vague date')}'><i class='dl-swatch dl-long'></i>long: vague date</li>"
        f"<li title='{glossary.meaning('No day told')}'>"
        "<i class='dl-swatch dl-bound'></i>stop: no day told, reported then</li>"
    )
    if pale:
        length += "<li><i class='dl-swatch dl-filled dl-pale'></i>pale: less certain</li>"
    lists = f"<div><ul>{colours}</ul><ul>{forms}{length}</ul></div>"
    if is_open:
        return f"<div class='dl-legend'>{lists}</div>"
    return f"<details class='dl-legend'><summary>What colours and forms mean</summary>{lists}</details>"


def no_article(choices: Choices) -> bool:
    """Whether the store is empty; then it says so, and leads to where that ends."""
    if choices.articles:
        return False
    st.info("There is no article yet. Paste one, or upload files.")
    st.caption(f"Dateline: {glossary.meaning('Dateline')}")
    _add_text()
    return True


def _add_text() -> None:
    st.page_link(navigation.script("add_text"), label="Add text →")


def nothing_here(choices: Choices, what: str = "event") -> None:
    """Why a page is empty, and what to do next."""
    if no_article(choices):
        return
    if state.wanted() == EventFilter():
        st.info(f"The articles tell of no {what}. Another article may.")
        _add_text()
    else:
        st.info(f"No {what} matches these filters.")
        st.button("Clear all filters", key="clear-from-empty", on_click=filters.clear_filters)


def shortened_note(shown: int, total: int, what: str = "event") -> None:
    """Say when not everything is here."""
    if shown < total:
        st.caption(f"The first {shown:,} of {titles.count(total, what)} are here; filter to see the rest.")


def _problems() -> None:
    found = link.problems()
    if found:
        with st.container(horizontal=True, vertical_alignment="center", key="problems"):
            st.warning("\n\n".join(markdown.plain(problem) for problem in found))
            st.button("Dismiss", key="dismiss-problems", on_click=link.dismiss_problems)

"""What changed: since the last visit of this browser, in the view that the filters make; at a first, what is new."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import streamlit as st

from pages.changes import voices, watched
from pages.changes.newest import newest
from pages.changes.news import News, Turn, news
from pages.language import glossary, markdown
from pages.view import address, data, navigation, state, stories, visits
from pages.view.address import Selection
from pages.view.happenings import happenings
from pages.view.visits import Visit
from pages.widgets import evidence, frame, listing, story_cards
from pipeline.index import EventFilter, Happening, MovementRow, QuotedRow
from pipeline.store import ArticleRow
from pipeline.wording import titles
from pipeline.wording.dates import long_day

if TYPE_CHECKING:
    from pipeline.stories import LinkedStory

TURNS: dict[Turn, str] = {
    "off": "Called off or denied",
    "done": "Plans carried out",
    "disputed": "New contradictions",
    "new": "New",
    "voice": "Told by another voice too",
    "more": "More reports of what was known",
}
MOST_LISTED = 20
ANOTHER = "The store is another one than at your last visit: all in it is new."
SINCE = "Since {}, {:%H:%M} UTC, when a page was last left in this browser; a cookie of it holds that, and no server."


FIRST = (
    "This is the first visit of this browser. From the next one on, this page lists what came in since. Until then it "
    "lists what the newest articles tell that older ones do not."
)
NEWEST = "The newest are {} {}."


def since_visit(visit: Visit) -> None:
    """What came in and was corrected since."""
    is_another = visit.version > data.version()
    st.caption(ANOTHER if is_another else SINCE.format(long_day(visit.left.date()), visit.left))
    added = data.added_after(visit.version)
    watched.draw(added)
    sections(added, data.corrected_after(visit.left), "Nothing in this view has changed since.")


def first_visit() -> None:
    """What the newest articles tell, and what to do next."""
    found = newest(data.articles())
    st.info(FIRST)
    if not found.articles:
        watched.draw(None)
        frame.no_article(data.choices())
        return
    days = f"published on {', '.join(map(long_day, found.days))}" if found.days else "without a day"
    with st.container(horizontal=True, vertical_alignment="center", key="told-newest"):
        st.caption(NEWEST.format(titles.count(len(found.articles), "article"), days), width="content")
        st.page_link(navigation.script("add_text"), label="Add newer text →")
    watched.draw(None)
    sections(found.articles, frozenset(), "No article of these days tells of anything in this view.")


def sections(added: frozenset[str], corrected: frozenset[str], nothing: str) -> None:
    """What the articles ``added`` tell, by what became of it, beside the evidence of what is selected."""
    found, known = happenings(state.wanted()), stories.latest()
    linked = known.by_id if known else {}
    told, sources = news(found, linked, added), new_sources(added)
    came = {row.id for row in in_view(told, linked, added)}
    if not (told or corrected or came or sources):
        st.info(nothing)
        less_certain(0, linked, added)
        return
    listed, side = st.columns([1, 1], gap="medium")
    with listed:
        for turn, title in TURNS.items():
            section(turn, title, [each for each in told if each.turn == turn])
        new_voices(voices.new_outlets(data.articles(), added, came), sources)
        linked_articles("New versions of a page", voices.new_versions(data.articles(), came))
        linked_articles("Corrected", [row for row in data.articles() if row.id in corrected])
        less_certain(len(told), linked, added)
    with side:
        evidence.panel(("movement", "event", "source"), state.marked() or (told[0].selection if told else None))


def section(turn: Turn, title: str, told: Sequence[News]) -> None:
    """A heading, and a button for each."""
    if not told:
        return
    st.header(f"{title} ({len(told):,})", anchor=False)
    with st.container(key=f"listed-changes-{turn}"):
        for each in told[:MOST_LISTED]:
            key = f"{turn}-{each.selection.kind}-{each.selection.id}"
            st.button(news_in_words(each), key=key, type="tertiary", on_click=state.select, args=(each.selection,))
    frame.shortened_note(min(len(told), MOST_LISTED), len(told), "change")


def news_in_words(each: News) -> str:
    """ "Visit: Ana Prado → Oslo (occurred); they disagree on the day; also told by The Post"."""
    disputed = [f"they disagree on {' and '.join(titles.DISPUTED[field] for field in each.disputed)}"]
    outlets = {row.id: row.outlet or row.title or "an untitled article" for row in data.articles()}
    others = ", ".join(dict.fromkeys(outlets.get(article, "") for article in each.voices))
    told_too = [f"also told by {others}"]
    said = [row_label(each.row), *(disputed if each.disputed else ()), *(told_too if others else ())]
    return "; ".join([said[0], *map(markdown.plain, said[1:])])


def row_label(row: Happening) -> str:
    return listing.movement(row) if isinstance(row, MovementRow) else listing.event(row)


def less_certain(shown: int, linked: Mapping[str, LinkedStory], added: frozenset[str]) -> None:
    """How many more changes are less certain than the threshold, with the click that shows them."""
    if not (wanted := state.wanted()).doubtful:
        more = len(news(happenings(replace(wanted, doubtful=True)), linked, added)) - shown
        if more > 0:
            st.button(
                f"Show {titles.count(more, 'less certain change')}", key="doubtful", type="tertiary",
                help=glossary.meaning("Less certain"), on_click=lambda: state.narrow(doubtful=True),
            )  # fmt: skip


def new_voices(outlets: Sequence[ArticleRow], sources: Sequence[QuotedRow]) -> None:
    """Outlets and named sources that were not heard before, each with the way to what it said."""
    if not (outlets or sources):
        return
    st.header("New voices", anchor=False)
    first = [(Selection("article", row.id), markdown.plain(row.outlet or "")) for row in outlets]
    said = [
        (Selection("source", row.key), f"{markdown.plain(row.name)} ({titles.count(row.statements, 'statement')})")
        for row in sources
    ]
    if first:
        with st.container(horizontal=True, vertical_alignment="center", key="told-new-outlets"):
            st.caption("First articles of:", width="content")
            for article, name in first[:MOST_LISTED]:
                article_link(article.id, name)
            if len(first) > MOST_LISTED:
                st.caption(f"and {len(first) - MOST_LISTED} more", width="content")
    listing.list_buttons("new-sources", "First quoted:", said)


def new_sources(added: frozenset[str]) -> list[QuotedRow]:
    """Named sources that say something in this view, and in no article that was there before."""
    wanted = state.wanted()
    inside = wanted.articles & added if wanted.articles else added
    if not inside:
        return []
    named = voices.named_sources(data.quoted(replace(wanted, articles=inside)))
    known = data.heard_elsewhere(frozenset(row.key for row in named), added)
    return [row for row in named if row.key not in known]


def linked_articles(title: str, articles: Sequence[ArticleRow]) -> None:
    """A heading, and a link to each article."""
    if not articles:
        return
    st.header(f"{title} ({len(articles):,})", anchor=False)
    for row in articles[:MOST_LISTED]:
        article_link(row.id, markdown.plain(story_cards.outlet_and_title(row)))
    frame.shortened_note(min(len(articles), MOST_LISTED), len(articles), "article")


def article_link(article: str, label: str) -> None:
    chosen = address.write(replace(state.elsewhere(), selected=Selection("article", article)))
    st.page_link(navigation.script("articles"), label=label, query_params=chosen)


def in_view(told: Sequence[News], known: Mapping[str, LinkedStory], added: frozenset[str]) -> list[ArticleRow]:
    """The articles that came in since and tell something here; without filters all."""
    if state.wanted() == EventFilter():
        shown = added
    else:
        linked = (known[each.row.id] for each in told if each.row.id in known)
        shown = added & {each.row.article for each in told}.union(*(each.story.articles for each in linked))
    return [row for row in data.articles() if row.id in shown]


if visit := visits.last():
    since_visit(visit)
else:
    first_visit()

"""This is somebody else, or one with another: corrections of whom mentions name, over the card of an entity."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime

import streamlit as st

from pages.language import markdown
from pages.view import data, state
from pages.view.address import Selection
from pages.widgets import corrector, scope
from pipeline.corrections import Change, Correction, Target
from pipeline.domain import EntityKind, Extent, Participant
from pipeline.identities import NamedEntity, of_kind
from pipeline.index import EventFilter, MentionRow
from pipeline.search_terms import words_of
from pipeline.wording import titles

EVERYTHING = EventFilter(doubtful=True)
MOST_ALIKE, MOST_NAMES, MOST_ARTICLES = 4, 8, 50
Mentions = tuple[MentionRow, ...]
KINDS: dict[EntityKind, str] = {
    "person": "a person", "organization": "an organization", "group": "a group", "place": "a place",
    "facility": "a facility", "vehicle": "a vehicle", "other": "something else",
}  # fmt: skip


def panel(key: str, here: str | None = None) -> None:
    """What can be said of whom a key names: that it is another one, or that some of it is somebody else.

    ``here`` is the article that is being read.
    """
    mentions = data.mentions(key, EVERYTHING)
    with st.container(horizontal=True, key="naming"):
        popover("This is …", f"same-{key}", lambda: join_panel(key, mentions, here))
        popover("Not the same …", f"apart-{key}", lambda: part_panel(key, mentions, here))


def popover(label: str, name: str, fields: Callable[[], None]) -> None:
    opened = st.popover(label, key=name, on_change="rerun")
    if opened.open:
        with opened:
            fields()


def join_panel(key: str, mentions: Mentions, here: str | None) -> None:
    """Those that are called alike stand there to be clicked, all in the list, with their kinds; it is done at once."""
    offered = {each.key: each for each in data.choices().entities}
    every = {one: choice.name for one, choice in offered.items()} | named_beside(articles(mentions), here)
    told_in = {one: choice.told_in for one, choice in offered.items()}
    words = {one: titles.told_apart(name, told_in.get(one, "")) for one, name in every.items() if one != key}
    known = titles.distinct({one: f"{name} · {NamedEntity(one, name).kind}" for one, name in words.items()})
    where = scope.choice(key, articles(mentions), here)

    def join(other: str | None) -> None:
        if other is not None:
            change = Change("same", other, parties=(Participant(0, 0, "", None, every[other]),))
            take_identity(key, firsts(mentions, where), change, other, f"is {every[other]} from now on")

    for other in sharing_word(mentions, {one: every[one] for one in known}):
        st.button(
            markdown.plain(known[other]), key=f"same-as-{key}-{other}", on_click=corrector.attempt, args=(join, other)
        )
    chosen = f"same-as-{key}"
    st.selectbox(
        "This is", list(known), index=None, format_func=lambda one: known.get(one, one), key=chosen,
        placeholder="Choose or type a name", on_change=lambda: corrector.attempt(join, st.session_state[chosen]),
    )  # fmt: skip
    kinds(key, mentions, where)


def kinds(key: str, mentions: Mentions, where: str) -> None:
    """The other kinds that it can be, to be clicked; a country has a code, and is chosen by its name."""
    now = NamedEntity(key, "")

    def make(kind: EntityKind) -> None:
        then = of_kind(now, kind).key
        take_identity(key, firsts(mentions, where), Change("kind", kind), then, f"is {KINDS[kind]} from now on")

    st.caption("It is of another kind:")
    with st.container(horizontal=True, key="kinds"):
        for kind in (kind for kind in KINDS if kind != now.kind):
            name = f"kind-of-{key}-{kind}"
            st.button(KINDS[kind], key=name, on_click=corrector.attempt, args=(make, kind))


def named_beside(told: Sequence[str], here: str | None) -> dict[str, str]:
    """By key, whom the same articles name, also those who take part in nothing that they tell; the one that is read
    among them.
    """
    looked_at = dict.fromkeys([*([here] if here else []), *told][:MOST_ARTICLES])
    return {each.key: each.name for article in looked_at for each in data.analysis(article).entities}


def sharing_word(mentions: Mentions, known: Mapping[str, str]) -> list[str]:
    """The keys of those that share a word with a name that is mentioned, those that share most first."""
    words = {word for each in mentions if each.form == "name" for word in words_of(each.text)}
    shared = {key: len(words.intersection(words_of(other))) for key, other in known.items()}
    return sorted(filter(shared.__getitem__, shared), key=lambda key: (-shared[key], len(known[key])))[:MOST_ALIKE]


def part_panel(key: str, mentions: Mentions, here: str | None) -> None:
    """Each name that it is called by, to be clicked."""
    where = scope.choice(key, articles(mentions), here)

    def part(name: str) -> None:
        first = {each.article: each for each in reversed(mentions) if each.text == name}
        told = [each for article, each in first.items() if where in (scope.EVERYWHERE, article)]
        take_identity(key, told, Change("apart", name), key, "is somebody else from now on")

    st.caption("Somebody else is called")
    for name in list(dict.fromkeys(each.text for each in mentions if each.form == "name"))[:MOST_NAMES]:
        st.button(markdown.plain(name), key=f"apart-{key}-{name}", on_click=corrector.attempt, args=(part, name))


def articles(mentions: Mentions) -> list[str]:
    return list(dict.fromkeys(each.article for each in mentions))


def firsts(mentions: Mentions, where: str) -> list[MentionRow]:
    """The first name, or else mention, of each article that is meant."""
    named = {each.article: each for each in reversed(mentions) if each.form == "name"}
    first = {each.article: each for each in reversed(mentions)} | named
    return [each for article, each in first.items() if where in (scope.EVERYWHERE, article)]


def take_identity(key: str, told: Sequence[MentionRow], change: Change, then: str, done: str) -> None:
    """One correction an article; what was chosen is shown."""
    now, by = datetime.now(UTC), corrector.author()
    made = (
        Correction(each.article, Target("entity", key, Extent(each.start, each.end, each.text)), change, by, now)
        for each in told
    )
    corrector.remember(data.store().correct(*made), told[0].text, done)
    state.select(Selection("entity", then))

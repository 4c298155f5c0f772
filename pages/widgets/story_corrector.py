"""Which reports are of one event: joining stories and parting a report from its story, over the card."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import streamlit as st

from pages.language import markdown
from pages.view import data, stories
from pages.widgets import corrector, grading, story_cards
from pipeline.corrections import Change, Correction, Field, Reference, Target
from pipeline.index import EventFilter, EventRow, Happening, MovementRow, ReportRow
from pipeline.wording import titles

if TYPE_CHECKING:
    from pipeline.linking.accounts import Account

Fields = Callable[[Happening], None]
EVERYTHING = EventFilter(doubtful=True)
MOST_ALIKE, MOST_OFFERED = 4, 200


@dataclass(frozen=True, slots=True)
class Regrouping:
    """That one report is of a story with others, or of another than they, by the field; and what is said of it."""

    field: Field
    one: Reference
    others: tuple[Reference, ...]
    done: str


def panel(row: Happening, reports: Sequence[ReportRow]) -> None:
    """How far it is trusted; and two buttons, where there are other articles that may tell of the same."""
    found = stories.latest()
    with st.container(horizontal=True, key="story-correct"):
        grading.panel(row, reference(row).target, reports)
        if found is None:
            return
        popover("Same event as …", joining_key(row), row, join_panel)
        if row.id in found.by_id and len(found.by_id[row.id].story.accounts) > 1:
            popover("Not the same event …", parting_key(row), row, part_panel)


def joining_key(row: Happening) -> str:
    """The session-state key that says whether the events to join it with are open."""
    return f"one-story-{row.id}"


def parting_key(row: Happening) -> str:
    return f"another-story-{row.id}"


def popover(label: str, key: str, row: Happening, fields: Fields) -> None:
    opened = st.popover(label, key=key, on_change="rerun")
    if opened.open:
        with opened:
            fields(row)


def join_panel(row: Happening) -> None:
    """Events of other articles: those most like this one to be clicked, all in the list; it is done at once."""
    offered = {other.id: other for other in candidates(row)}
    names = titles.distinct({id_: row_label(other) for id_, other in offered.items()})

    def join(chosen: str | None) -> None:
        if chosen is not None:
            done = f"is one event with “{corrector.title(offered[chosen])}” from now on"
            take_regrouping(row, Regrouping("one_story", reference(row), (reference(offered[chosen]),), done))

    for id_ in sharing_party(row, offered.values()):
        st.button(
            markdown.plain(names[id_]), key=f"one-story-{row.id}-{id_}", on_click=corrector.attempt, args=(join, id_)
        )
    key = f"one-story-with-{row.id}"
    st.selectbox(
        "It is the same event as", list(offered), index=None, format_func=lambda id_: names.get(id_, id_), key=key,
        placeholder="Choose or type to find one", on_change=lambda: corrector.attempt(join, st.session_state[key]),
    )  # fmt: skip


def part_panel(row: Happening) -> None:
    """Each article that tells of it, to be clicked: what that one tells leaves the story; the others stay together."""
    found = stories.latest()
    linked = found.by_id.get(row.id) if found else None
    if linked is None:
        return
    story = linked.story
    articles = {article.id: article for article in data.articles()}
    names = titles.distinct(
        {each.told.id: story_cards.outlet_and_title(articles.get(each.article)) for each in story.accounts}
    )

    def part(account: Account) -> None:
        done = f"what “{names[account.told.id]}” tells is another event from now on"
        others = tuple(stories.other_accounts(story, account.told.id))
        take_regrouping(row, Regrouping("another_story", stories.reference(account), others, done))

    st.caption("Another event is told in")
    for account in story.accounts:
        st.button(
            markdown.plain(names[account.told.id]), key=f"another-story-{row.id}-{account.told.id}",
            on_click=corrector.attempt, args=(part, account),
        )  # fmt: skip


def take_regrouping(row: Happening, said: Regrouping) -> None:
    """Keep it, and offer the way back; what was chosen from is closed."""
    change = Change(said.field, stories=said.others)
    made = Correction(said.one.article, said.one.target, change, corrector.author(), datetime.now(UTC))
    corrector.remember(data.store().correct(made), corrector.title(row), said.done)
    for key in (joining_key(row), parting_key(row)):
        st.session_state[key] = False


def sharing_party(row: Happening, offered: Iterable[Happening]) -> list[str]:
    """The ids of the first that share a party with it."""
    ours = parties(row)
    return [other.id for other in offered if not ours.isdisjoint(parties(other))][:MOST_ALIKE]


def candidates(row: Happening) -> list[Happening]:
    """What other articles tell that is not in the story yet, the likest first."""
    found = stories.latest()
    linked = found.by_id.get(row.id) if found else None
    told = {account.told.id for account in linked.story.accounts} if linked else set()
    rows: Sequence[Happening] = data.events(EVERYTHING) if isinstance(row, EventRow) else data.movements(EVERYTHING)
    others = [other for other in rows if other.article != row.article and other.id not in told]
    return sorted(others, key=lambda other: unlikeness(row, other))[:MOST_OFFERED]


def unlikeness(one: Happening, other: Happening) -> tuple[int, bool, int, str]:
    """By common parties, then type, then the days between."""
    days = abs((one.first - other.first).days) if one.first and other.first else 10**6
    return -len(parties(one) & parties(other)), one.type != other.type, days, other.id


def parties(row: Happening) -> set[str]:
    if isinstance(row, MovementRow):
        return {row.mover.name}
    return {each.name for each in (*row.actors, *row.recipients)}


def row_label(row: Happening) -> str:
    day = titles.event_date(row) if isinstance(row, EventRow) else titles.movement_date(row)
    article = next((each for each in data.articles() if each.id == row.article), None)
    named = (article.outlet or article.title) if article else None
    return " · ".join(part for part in (corrector.title(row), day, named) if part)


def reference(row: Happening) -> Reference:
    if isinstance(row, EventRow):
        return Reference(row.article, Target("event", row.id, data.reports(row.id)[0].trigger))
    return Reference(row.article, Target("movement", row.id, data.movement_reports(row.id)[0].trigger))

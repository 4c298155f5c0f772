"""Which reports are of one event: joining stories and parting a report from its story, over the card."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

import streamlit as st

from pages.view import data, stories
from pages.widgets import corrector
from pipeline.corrections import Change, Correction, Field, Reference, Target
from pipeline.index import EventFilter, EventRow, Happening, MovementRow
from pipeline.wording import titles

Fields = Callable[[Happening], None]
EVERYTHING = EventFilter(doubtful=True)
MOST_OFFERED = 200


def panel(row: Happening) -> None:
    """Two buttons, where there are other articles that may tell of the same."""
    found = stories.latest()
    if found is None:
        return
    with st.container(horizontal=True, key="story-correct"):
        popover("Same event as …", f"one-story-{row.id}", row, joining)
        if row.id in found.by_id and len(found.by_id[row.id].story.accounts) > 1:
            popover("Not the same event …", f"another-story-{row.id}", row, parting)


def popover(label: str, key: str, row: Happening, fields: Fields) -> None:
    opened = st.popover(label, key=key, on_change="rerun")
    if opened.open:
        with opened:
            fields(row)


def joining(row: Happening) -> None:
    """Any event of another article, those most like this one first."""
    offered = {other.id: other for other in candidates(row)}
    names = titles.distinct({id_: described(other) for id_, other in offered.items()})
    chosen = st.selectbox(
        "It is the same event as",
        list(offered),
        index=None,
        format_func=lambda id_: names.get(id_, id_),
        key=f"one-story-with-{row.id}",
        placeholder="Choose or type to find one",
    )
    others = [reference(offered[chosen])] if chosen else []
    save("one_story", reference(row), others, row)


def parting(row: Happening) -> None:
    """The report of one article leaves the story; the others stay together."""
    found = stories.latest()
    linked = found.by_id.get(row.id) if found else None
    if linked is None:
        return
    accounts = {account.told.id: account for account in linked.story.accounts}
    told_in = {article.id: article.title or "an untitled article" for article in data.articles()}
    names = titles.distinct({id_: told_in.get(account.article, "") for id_, account in accounts.items()})
    chosen = st.selectbox(
        "Another event is told in",
        list(accounts),
        index=list(accounts).index(row.id),
        format_func=lambda id_: names.get(id_, id_),
        key=f"another-story-of-{row.id}",
    )
    save("another_story", stories.reference(accounts[chosen]), stories.others(linked.story, chosen), row)


def save(field: Field, one: Reference, others: Sequence[Reference], row: Happening) -> None:
    reason = st.text_input("Why", key=f"{field}-why-{row.id}", max_chars=corrector.LONGEST_REASON)
    st.button(
        "Save", key=f"save-{field}-{row.id}", type="primary", disabled=not others,
        on_click=corrector.attempt, args=(take, field, one, others, row, reason),
    )  # fmt: skip


def take(field: Field, one: Reference, others: Sequence[Reference], row: Happening, reason: str) -> None:
    change = Change(field, stories=tuple(others))
    made = Correction(one.article, one.target, change, corrector.author(), datetime.now(UTC), reason)
    corrector.remember(data.store().correct(made), corrector.title(row))


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


def described(row: Happening) -> str:
    day = titles.event_date(row) if isinstance(row, EventRow) else titles.movement_date(row)
    article = next((each for each in data.articles() if each.id == row.article), None)
    named = (article.outlet or article.title) if article else None
    return " · ".join(part for part in (corrector.title(row), day, named) if part)


def reference(row: Happening) -> Reference:
    if isinstance(row, EventRow):
        return Reference(row.article, Target("event", row.id, data.reports(row.id)[0].trigger))
    return Reference(row.article, Target("movement", row.id, data.movement_reports(row.id)[0].trigger))

"""The evidence panel: what is selected, who says so, in which words, where in the article."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace

import streamlit as st

from pages.language import markdown
from pages.view import address, data, navigation, pairs, state, stories
from pages.view.address import Selection, SelectionKind
from pages.view.folds import with_folds
from pages.view.happenings import Happenings, count_happenings, happenings
from pages.view.kept import kept
from pages.widgets import cards, corrector, naming, places, placing, story_cards, story_corrector, watching
from pipeline.domain import Place
from pipeline.errors import StoreAwayError, StoreError
from pipeline.index import EventFilter, EventRow, Happening, MovementRow
from pipeline.wording import titles

ARTICLES = "articles"
TOLD: tuple[SelectionKind, ...] = ("event", "movement")
MOST_PLACES = 200


def panel(offered: Iterable[SelectionKind], chosen: Selection | None) -> None:
    """Show the evidence of what is chosen; offer all of some kinds by name."""
    wanted = state.wanted()
    with st.container():  # always there, so that the card keeps its place and no old one stays beside it
        corrector.way_back()
    kinds = set(offered) | ({chosen.kind} if chosen else set())
    found = count_happenings(wanted) if kinds.isdisjoint(TOLD) else happenings(wanted)
    named = replace(chosen, id=found.shown_row(chosen.id)) if chosen else None
    names = _names(kinds, wanted, found)
    _picker(names, named)
    if chosen is None:
        st.caption("Click a bar, an arrow or a name, or choose one above, to read the sentences it came from.")
    else:
        _show_card(chosen, wanted, found, names.get(named or chosen))


def _show_card(chosen: Selection, wanted: EventFilter, found: Happenings, name: str | None) -> None:
    """The card, or why there is none; the index has the first sentence also while the database is away."""
    try:
        if card(chosen, wanted, found):
            with st.container(horizontal=True, vertical_alignment="center", key="onward"):
                _article_link(chosen)
                if name:
                    watching.offer_watch(chosen, name)
        else:
            st.info("What the link selects is not in this view. Clear the filters, or choose something above.")
    except StoreAwayError:
        if row := _row(chosen, wanted):
            st.markdown(f"> {markdown.plain(row.evidence)}")
        st.caption("All that is told of it is in the database, which does not answer.")


def card(chosen: Selection, wanted: EventFilter, found: Happenings | None = None, *, keys: bool = False) -> bool:
    """What is chosen and its sentences, with what can be corrected of it; False where it is not in this view.

    With ``found``, what other articles tell of it stands above.
    """
    drawn = _CARDS[chosen.kind](chosen.id, wanted) if chosen.kind in _CARDS else None
    if drawn:
        if found and chosen.kind in TOLD:
            _story(chosen, found)
        with st.container():
            _corrector(chosen, wanted, keys=keys)
            here = next(iter(wanted.articles), None) if keys else None
            if chosen.kind == "entity":
                naming.panel(chosen.id, here)
            if chosen.kind == "place":
                placing.panel(chosen.id, here)
        st.html(with_folds(drawn, chosen.id, state.folds()))
    return bool(drawn)


def _corrector(chosen: Selection, wanted: EventFilter, *, keys: bool) -> None:
    """What can be corrected of an event or movement."""
    row = _row(chosen, wanted)
    if row is None:
        return
    reports = data.reports(chosen.id) if chosen.kind == "event" else data.movement_reports(chosen.id)
    corrector.panel(row, reports, keys=keys)
    if reports:
        story_corrector.panel(row, reports)


def _row(chosen: Selection, wanted: EventFilter) -> Happening | None:
    """The event or movement that is chosen, if it is one of this view."""
    if chosen.kind not in TOLD:
        return None
    rows: tuple[Happening, ...] = data.events(wanted) if chosen.kind == "event" else data.movements(wanted)
    return next((row for row in rows if row.id == chosen.id), None)


def text_of(article: str) -> str:
    """The text of an article; empty if it was removed meanwhile."""
    try:
        return data.text(article)
    except StoreError:
        return ""


def _story(chosen: Selection, found: Happenings) -> None:
    """What all articles that tell the same tell together."""
    linked, complete = stories.linked(chosen.id)
    if not complete:
        st.caption(stories.incomplete())
    if linked:
        articles = {row.id: row for row in data.articles()}
        reports_of = data.movement_reports if chosen.kind == "movement" else data.reports
        rows: tuple[Happening, ...] = (*found.events, *found.movements)
        row = next((row for row in rows if row.id == found.shown_row(chosen.id)), None)
        known = story_cards.CardContext(articles, lambda account: reports_of(account.told.id), text_of, data.grades())
        told = story_cards.story_card(linked, row, known)
        st.html(with_folds(told, "story", state.folds()))


def _article_link(chosen: Selection) -> None:
    """The way to the whole text, if there is a page for it."""
    if ARTICLES in navigation.pages():
        there = address.write(replace(state.elsewhere(), selected=chosen))
        st.page_link(navigation.script(ARTICLES), label="Read it in the article →", query_params=there)


def _picker(names: Mapping[Selection, str], chosen: Selection | None) -> None:
    """Choose by name: the way in for keyboards and small screens."""
    key = "evidence-of"
    names = titles.distinct(names)
    st.session_state[key] = chosen if chosen in names else None
    st.selectbox(
        "Evidence of",
        list(names),
        format_func=names.__getitem__,
        key=key,
        placeholder="Choose what to read the sentences of",
        on_change=lambda: state.select(st.session_state[key]),
    )


def _names(kinds: Collection[SelectionKind], wanted: EventFilter, found: Happenings) -> dict[Selection, str]:
    names: dict[Selection, str] = {}
    if "movement" in kinds:
        names |= _movements(found.movements)
    if "event" in kinds:
        names |= _events(found.events)
    if "entity" in kinds:
        for entity in data.entity_counts(wanted):
            name = titles.told_apart(entity.name, entity.told_in)
            names[Selection("entity", entity.key)] = f"{name} · {entity.kind}"
    if "place" in kinds:
        for place in data.choices().places[:MOST_PLACES]:
            names[Selection("place", place.key)] = f"Place: {place.name}{f', {place.kind}' if place.kind else ''}"
    if "dyad" in kinds:
        names |= {Selection("dyad", row.key): titles.pair(row) for row in pairs.dyads(wanted)}
    return names | (_sources(wanted) if "source" in kinds else {})


@kept
def _movements(rows: tuple[MovementRow, ...]) -> dict[Selection, str]:
    return {Selection("movement", row.id): f"Movement: {titles.movement_title(row)}" for row in rows}


@kept
def _events(rows: tuple[EventRow, ...]) -> dict[Selection, str]:
    told = sorted(rows, key=_chronological)
    return {Selection("event", row.id): f"{titles.telling_title(row)} · {titles.event_date(row)}" for row in told}


def _sources(wanted: EventFilter) -> dict[Selection, str]:
    return {
        Selection("source", row.key): f"{row.name} · {titles.count(row.statements, 'statement')}"
        for row in data.quoted(wanted)
    }


def _chronological(row: EventRow) -> tuple[bool, str]:
    """By date, the undated last."""
    day = row.first or row.last
    return day is None, str(day)


def _event(event_id: str, wanted: EventFilter) -> str | None:
    event = next((row for row in data.events(wanted) if row.id == event_id), None)
    return cards.event_card(event, data.reports(event_id), text_of) if event else None


def _movement(movement_id: str, wanted: EventFilter) -> str | None:
    movement = next((row for row in data.movements(wanted) if row.id == movement_id), None)
    if movement is None:
        return None
    return cards.movement_card(movement, data.movement_reports(movement_id), text_of)


def _entity(key: str, wanted: EventFilter) -> str | None:
    entity = next((row for row in data.entity_counts(wanted) if row.key == key), None)
    return cards.entity_card(entity, data.mentions(key, wanted), text_of) if entity else None


def _place(key: str, wanted: EventFilter) -> str | None:
    rows: tuple[Happening, ...] = (*data.events(wanted), *data.movements(wanted))
    articles = places.told_in(key, rows)[: places.MOST_ARTICLES] or sorted(wanted.articles)
    seen = [sighting for id_ in articles for sighting in places.sightings(id_, _places(id_), key)]
    found = happenings(wanted)
    shown: tuple[Happening, ...] = (*found.events, *found.movements)
    concerned = sum(places.concerns(row, key) for row in shown)
    return places.place_card(seen, concerned, text_of) if seen else None


def _places(article: str) -> tuple[Place, ...]:
    try:
        return data.analysis(article).places
    except StoreError:
        return ()


def _source(key: str, wanted: EventFilter) -> str | None:
    source = next((row for row in data.quoted(wanted) if row.key == key), None)
    return cards.source_card(source, data.statements(key, wanted), text_of) if source else None


def _dyad(key: str, wanted: EventFilter) -> str | None:
    rows = [row for row in pairs.dyads(wanted) if row.key == key]
    return cards.dyad_card(rows, pairs.events_between(key, wanted)) if rows else None


_CARDS: dict[SelectionKind, Callable[[str, EventFilter], str | None]] = {
    "event": _event,
    "movement": _movement,
    "entity": _entity,
    "source": _source,
    "place": _place,
    "dyad": _dyad,
}

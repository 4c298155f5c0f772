"""Which place a name means: corrections of the gazetteer's choice, over the card of a place."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

import streamlit as st

from pages.language import markdown
from pages.view import data, state
from pages.view.address import Selection
from pages.widgets import corrector, field_editor, naming, places, scope
from pages.widgets.correction_fields import as_place, places_named
from pages.widgets.places import Sighting
from pipeline.corrections import Change, Correction, Target
from pipeline.domain import Extent, Place
from pipeline.errors import CorrectionError
from pipeline.index import Happening
from pipeline.index.columns import place_key
from pipeline.wording import titles

NOWHERE = ""
LABEL = "This is …"
HELP = "Choose one, or type any name and press Enter: the likeliest of that name is taken."


def panel(key: str, here: str | None) -> None:
    """What else the name may mean at a click, and any other place; it is done at once, with all that happens there.

    ``here`` is the article that is being read.
    """
    with st.container(horizontal=True, key="placing"):
        naming.popover(LABEL, f"place-{key}", lambda: choosing(key, everywhere(key, here), here))


def choosing(key: str, seen: Sequence[Sighting], here: str | None) -> None:
    first = {each.article: each.place for each in reversed(seen)}
    where = scope.choice(key, [*dict.fromkeys(each.article for each in seen)], here)
    offered = other_meanings(key, seen)
    names = titles.distinct({other: field_editor.full_place_name(place, other) for other, place in offered.items()})
    names[NOWHERE] = "nobody knows where"

    def move(other: str | None) -> None:
        if other is None:
            return
        told = {article: place for article, place in first.items() if where in (scope.EVERYWHERE, article)}
        take_place(key, told, resolve_choice(other, offered))

    for other in list(offered)[: field_editor.MOST_RUNNERS_UP]:
        st.button(
            markdown.plain(names[other]), key=f"place-{key}-{other}", on_click=corrector.attempt, args=(move, other)
        )
    chosen = f"place-of-{key}"
    st.selectbox(
        "This is", list(names), index=None, format_func=lambda other: names.get(other, other), key=chosen, help=HELP,
        accept_new_options=True, placeholder="Choose or type a place",
        on_change=lambda: corrector.attempt(move, st.session_state[chosen]),
    )  # fmt: skip


def everywhere(key: str, here: str | None) -> list[Sighting]:
    """Where it is named in this article, and in those in which something happens there."""
    rows: tuple[Happening, ...] = (*data.events(naming.EVERYTHING), *data.movements(naming.EVERYTHING))
    articles = dict.fromkeys((*([here] if here else []), *places.told_in(key, rows)))
    return [each for article in articles for each in places.sightings(article, data.analysis(article).places, key)]


def other_meanings(key: str, seen: Sequence[Sighting]) -> dict[str, Place]:
    """By key: what else the name may mean, the likeliest first, then all that are called so."""
    runners_up = sorted((each for one in seen for each in one.place.alternatives), key=lambda each: -each.confidence)
    namesakes = [place for name in {each.place.text: None for each in seen} for place in places_named(name)]
    found: dict[str, Place] = {}
    for place in (*map(as_place, runners_up), *namesakes):
        found.setdefault(place_key(place), place)
    found.pop(key, None)
    return found


def resolve_choice(chosen: str, offered: dict[str, Place]) -> Place | None:
    """One that is offered, or the likeliest of a name that is typed; None if nobody knows where.

    Raises CorrectionError for an unknown name.
    """
    if chosen == NOWHERE:
        return None
    place = offered.get(chosen) or next(iter(places_named(chosen)), None)
    if place is None:
        raise CorrectionError.no_place(chosen)
    return place


def take_place(key: str, told: dict[str, Place], to: Place | None) -> None:
    """One correction an article; the place that was chosen is shown."""
    now, by, change = datetime.now(UTC), corrector.author(), Change("located", place=to)
    made = (
        Correction(article, Target("place", key, Extent(at.start, at.end, at.text)), change, by, now)
        for article, at in told.items()
    )
    name = next(iter(told.values())).text
    corrector.remember(
        data.store().correct(*made), name, f"is {places.place_in_words(to)} from now on" if to else "is nowhere"
    )
    state.select(Selection("place", place_key(to)) if to else None)

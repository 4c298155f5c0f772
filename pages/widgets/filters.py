"""The filter bar: the same on every page, its values in the address."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice
from typing import Any

import streamlit as st

from pages.language import glossary, markdown
from pages.view import state
from pages.view.kept import kept
from pages.widgets import period
from pipeline.index import Choice, Choices, EventFilter
from pipeline.wording import titles
from pipeline.wording.dates import long_day

MOST_CHIPS, MOST_OFFERED = 12, 2000
"""Of the values of a filter, as the index offers names, places and sources; what is chosen is offered besides."""


def sidebar(choices: Choices) -> None:
    """Draw the filters; what they hold is ``state.wanted()``."""
    _forget_unknown(choices)
    with st.sidebar:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown("**Filters**", width="stretch")
            active = state.wanted() != EventFilter() or state.narrows_map()
            st.button("Clear", key="clear-filters", type="tertiary", disabled=not active, on_click=clear_filters)
        period.draw(choices)
        st.pills(
            "Status",
            [status for status in titles.STATUSES if status in choices.statuses],
            selection_mode="multi",
            format_func=lambda status: titles.STATUSES[status],
            key=state.key("statuses"),
            help=glossary.meaning("Status"),
        )
        _choice("What happened", "types", _types(choices), "All types")
        _choice("Who takes part", "entities", _labels(choices.entities), "Anyone")
        _choice("Where", "places", _labels(choices.places), "Anywhere")
        cut = f" (the last {MOST_OFFERED:,} are listed)" if len(choices.articles) > MOST_OFFERED else ""
        _choice("Article", "articles", _labels(choices.articles), f"All articles{cut}")
        _choice("According to", "sources", _labels(choices.sources), "Any source")
        _choice("Certainty", "certainties", _certainties(choices), "Any certainty")


def chips(choices: Choices) -> None:
    """The active filters, each with a button that takes it away."""
    wanted = state.wanted()
    found = _chips(wanted, choices)
    if not found:
        return
    with st.container(horizontal=True, gap="small", key="chips"):
        for number, (label, fields) in enumerate(found[:MOST_CHIPS]):
            st.button(
                f"{markdown.plain(label)}  ✕",
                key=f"chip-{number}-{label}",
                help="Remove this filter",
                on_click=_narrower(fields),
            )
        if len(found) > MOST_CHIPS:
            st.caption(f"and {len(found) - MOST_CHIPS} more in the filter bar")


def words(choices: Choices) -> tuple[str, ...]:
    """The active filters but the period, as their chips say them."""
    return tuple(label for label, fields in _chips(state.wanted(), choices) if "undated" not in fields)


def clear_filters() -> None:
    empty = EventFilter()
    state.narrow(**{field: getattr(empty, field) for field in EventFilter.__slots__})
    state.choose_ways()


def _forget_unknown(choices: Choices) -> None:
    for field, allowed in _known(choices).items():
        state.keep_known(field, allowed)


def _choice(label: str, field: str, names: Mapping[str, str], placeholder: str) -> None:
    """Offer values by their names; of very many the first. A link may choose any."""
    held = st.session_state.get(state.key(field)) or ()
    st.multiselect(
        label,
        list(dict.fromkeys([*islice(names, MOST_OFFERED), *held])),
        format_func=names.__getitem__,
        key=state.key(field),
        help=glossary.meaning(label),
        placeholder=placeholder,
        select_all=False,
    )


def _types(choices: Choices) -> dict[str, str]:
    names: dict[str, str] = {type_: titles.type_with_code(type_, None) for type_ in titles.TYPES}
    return {type_: names[type_] for type_ in choices.types}


def _certainties(choices: Choices) -> dict[str, str]:
    known = choices.certainties
    return {value: f"{name} ({value})" for value, name in titles.FACTUALITY.items() if value in known}


@kept
def _known(choices: Choices) -> dict[str, frozenset[str]]:
    """What can be chosen in each filter."""
    plain = {field: frozenset(getattr(choices, field)) for field in ("types", "statuses", "certainties")}
    return plain | {
        field: frozenset(choice.key for choice in getattr(choices, field))
        for field in ("entities", "places", "articles", "sources")
    }


@kept
def _labels(offered: Sequence[Choice]) -> dict[str, str]:
    names = {choice.key: titles.told_apart(choice.name, choice.told_in) for choice in offered}
    return {choice.key: f"{names[choice.key]} · {choice.kind}" if choice.kind else choice.name for choice in offered}


def _chips(wanted: EventFilter, choices: Choices) -> list[tuple[str, dict[str, Any]]]:
    """A label for each active filter, and the fields without it."""
    found: list[tuple[str, dict[str, Any]]] = []
    if wanted.first or wanted.last:
        found.append((_period_label(wanted), {"first": None, "last": None, "undated": True}))
    if wanted.doubtful:
        found.append(("less certain ones too", {"doubtful": False}))
    if wanted.search:
        found.append((f"“{titles.shortened(wanted.search, 30)}”", {"search": ""}))
    for field, names in _names(choices).items():
        values: frozenset[str] = getattr(wanted, field)
        for value in sorted(values, key=lambda value: names.get(value, value)):
            found.append((names.get(value, value), {field: values - {value}}))
    return found


@kept
def _names(choices: Choices) -> dict[str, dict[str, str]]:
    return {
        "types": {str(type_): name for type_, name in titles.TYPES.items()},
        "statuses": {str(status): name for status, name in titles.STATUSES.items()},
        "entities": {choice.key: titles.told_apart(choice.name, choice.told_in) for choice in choices.entities},
        "places": {choice.key: choice.name for choice in choices.places},
        "sources": {choice.key: f"according to {choice.name}" for choice in choices.sources},
        "certainties": {str(value): words for value, words in titles.FACTUALITY.items()},
        "articles": {choice.key: titles.shortened(choice.name, 40) for choice in choices.articles},
    }


def _period_label(wanted: EventFilter) -> str:
    undated = ", and undated" if wanted.undated else ", dated only"
    if wanted.first and wanted.last:
        return f"{long_day(wanted.first)} – {long_day(wanted.last)}{undated}"
    if wanted.first:
        return f"from {long_day(wanted.first)}{undated}"
    return f"until {long_day(wanted.last)}{undated}" if wanted.last else ""


def _narrower(fields: dict[str, Any]) -> Any:
    return lambda: state.narrow(**fields)

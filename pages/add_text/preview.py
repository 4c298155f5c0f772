"""What was found in a text, to be kept or not."""

from __future__ import annotations

import streamlit as st

from pages.add_text import queue
from pages.add_text.extraction import Found
from pages.shared import data, dating, wording
from pipeline.domain import Analysis
from pipeline.errors import StoreError

KEPT = "add-kept"


def show(found: Found) -> None:
    """A card with the findings and two buttons."""
    analysis = found.analysis
    article = analysis.article
    here = article.id in {kept.id for kept in data.articles()}
    with st.container(border=True, key=f"found-{article.id}"):
        st.subheader(wording.plain(article.title or wording.shortened(article.text, 80)), anchor=False)
        st.text(summary(analysis))
        if not here:
            dating.editor(article, lambda day: queue.redate(article.id, day))
        lines = findings(analysis)
        if lines:
            st.dataframe(
                lines, hide_index=True, height=min(38 * (len(lines) + 1), 300), alt="What was found in the text"
            )
        else:
            st.info("No event or movement was found. The text can be kept all the same, for its names and places.")
        with st.container(horizontal=True):
            if here:
                st.text("This text is kept already; keeping it again adds nothing.")
            else:
                st.button("Keep", key=f"keep-{article.id}", type="primary", on_click=lambda: keep([found]))
            st.button("Discard", key=f"discard-{article.id}", on_click=lambda: queue.drop(article.id))


def summary(analysis: Analysis) -> str:
    """How much of each kind was found."""
    people = sum(entity.kind == "person" for entity in analysis.entities)
    counts = (
        wording.count(len(analysis.events), "event"),
        wording.count(len(analysis.movements), "movement"),
        wording.count(people, "person", "people"),
        wording.count(len(analysis.places), "place mention"),
        wording.count(len(analysis.attributions), "statement"),
    )
    return " · ".join(counts)


def findings(analysis: Analysis) -> list[dict[str, str]]:
    """Movements and events as rows."""
    moves = [
        {
            "What": wording.movement_title(movement),
            "When": wording.span(movement.arrival or movement.departure),
            "Status": wording.STATUSES[movement.status],
            "Said where": movement.reports[0].evidence.text.strip(),
        }
        for movement in analysis.movements
    ]
    events = [
        {
            "What": wording.event_title(event),
            "When": wording.event_date(event),
            "Status": wording.STATUSES[event.status],
            "Said where": event.reports[0].evidence.text.strip(),
        }
        for event in analysis.events
    ]
    return moves + events


def keep(chosen: list[Found]) -> None:
    """Put texts into the store; one that fails stays on the page, and says why."""
    kept = st.session_state.setdefault(KEPT, [])
    for found in chosen:
        article = found.analysis.article
        try:
            data.store().add(found.reading, found.analysis)
        except StoreError as error:
            st.session_state["add-store-problem"] = str(error)
            return
        queue.drop(article.id)
        kept.append(article.title or article.id[:8])

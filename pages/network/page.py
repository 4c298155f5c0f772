"""Who to whom: who does what to whom how often, and what of it has occurred."""

from __future__ import annotations

import streamlit as st

from pages.network import figures, tables
from pages.network.links import links
from pages.view import data, pairs, state
from pages.view.address import Selection
from pages.view.happenings import count_happenings
from pages.widgets import chart, evidence, frame

MOST_LINKS = {False: 40, True: 15}  # where it is narrow fewer, so that they can be told apart
EXPLAINED = (
    "An arrow runs from who does it to whom it is done, wider for more events; one without a head is done together. "
    "Dashed: none of it has occurred."
)

wanted = state.wanted()
dyads = pairs.dyads(wanted)

frame.summary(count_happenings(wanted))
if not dyads:
    frame.nothing_here(data.choices(), "event between two parties")
else:
    found = links(dyads)
    selected = state.marked() or Selection("dyad", found[0].key)
    charts, panel = st.columns([5, 3], gap="medium")
    with charts:
        narrow = state.is_narrow()
        shown = found[: MOST_LINKS[narrow]]
        chart.show(figures.network(shown, selected.id, narrow=narrow), "network", figures.description(shown))
        st.caption(EXPLAINED)
        if len(shown) < len(found):
            st.caption(f"Drawn are the {len(shown)} links of most events, of {len(found)}; the table has them all.")
        if len(dyads) == pairs.MOST:
            st.caption(f"The table holds the {pairs.MOST} most frequent pairs and types; filter to see others.")
        tables.dyads_table(dyads, "network-table")
    with panel:
        evidence.panel(("dyad",), selected)

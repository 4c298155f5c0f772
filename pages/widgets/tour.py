"""A first look around, as long as the samples are there: four steps in a menu, closed until it is wanted."""

from __future__ import annotations

import streamlit as st

from pages.language import glossary
from pages.view import data, navigation

ENDED = "tour-ended"
STEPS = (
    ("timeline", "Timeline: a bar is an event, as long as its date is vague. Click one to read who says so."),
    ("movements", "Movements: an arrow is a journey. “Play” goes through its days."),
    ("articles", "Articles: a mark in the text opens what was read there; say whether it is right."),
    ("add_text", "Add text: paste an article of your own, or bring files."),
)


def offer_tour() -> None:
    """In the line of switches; gone for this session when it is ended, and for good with the samples."""
    if not data.samples() or st.session_state.get(ENDED):
        return
    with st.popover("First look around", type="tertiary"):
        st.caption(f"Dateline: {glossary.meaning('Dateline')}")
        for page, words in STEPS:
            st.page_link(navigation.script(page), label=words)
        st.button("No more of this", key="end-tour", type="tertiary", on_click=end)


def end() -> None:
    st.session_state[ENDED] = True

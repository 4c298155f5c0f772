"""Where a correction of a name holds: in one article, or in all that name it."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from pages.view import data
from pipeline.wording import titles

EVERYWHERE = ""


def choice(key: str, articles: Sequence[str], here: str | None) -> str:
    """The id of one article, or ``EVERYWHERE``; ``here``: the one that is being read, a click away."""
    everywhere = f"everywhere ({titles.count(len(articles), 'article')})"
    if len(articles) < 2:
        return EVERYWHERE
    if here in articles:
        near = {EVERYWHERE: everywhere, here or EVERYWHERE: "in this article"}
        chosen = st.segmented_control(
            "Where", list(near), default=EVERYWHERE, format_func=lambda one: near[one], key=f"where-{key}"
        )
        return chosen or EVERYWHERE
    called = {each.id: each.title or "an untitled article" for each in data.articles()}
    words = titles.distinct({EVERYWHERE: everywhere} | {one: called.get(one, one) for one in articles})
    chosen = st.selectbox("Where", list(words), format_func=lambda one: words.get(one, one), key=f"where-{key}")
    return chosen or EVERYWHERE

"""Shared: the snapshots and named views, how often each was opened, and the way to take it back."""

from __future__ import annotations

from datetime import UTC, datetime

import streamlit as st

from pages.exports.share_routes import VIEW
from pages.language import markdown
from pages.view import data
from pages.widgets import corrector
from pipeline.store.shares import ShareRow, ViewRow
from pipeline.wording import titles
from pipeline.wording.dates import long_day

MOST = 200


def moment(when: datetime) -> str:
    return f"{long_day(when.date())}, {when:%H:%M} UTC"


def page() -> None:
    shares = data.store().shares
    st.header("Snapshots", anchor=False)
    st.caption(
        "Frozen pages, which no later change alters. Each address was shown when it was made; only its hash is kept."
    )
    snapshots, views = shares.snapshots(), shares.views()
    for row in snapshots[:MOST]:
        snapshot(row)
    if not snapshots:
        st.info("Nothing is frozen yet. “Snapshot” stands at the head of each page with data.")
    st.header("Views with a name", anchor=False)
    st.caption("Live: a link gives the view with what is in the store by then.")
    for view in views[:MOST]:
        named_view(view)
    if not views:
        st.info("No view has a name yet. “Snapshot” at the head of a page can give it one.")
    if max(len(snapshots), len(views)) > MOST:
        st.caption(f"The newest {MOST} of each are listed.")


def snapshot(row: ShareRow) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key=f"share-{row.id}"):
        facts = [
            f"frozen {moment(row.made)}",
            state_of(row, datetime.now(UTC).replace(tzinfo=None)),
            f"opened {titles.count(row.opened, 'time')}",
            "with a pass phrase" if row.protected else "without pass phrase",
            f"SHA-256 {row.digest[:16]}…",
        ]
        st.markdown(f"**{markdown.plain(row.title)}** · {' · '.join(facts)}", width="stretch")
        if not row.revoked:
            st.button(
                "Revoke",
                key=f"revoke-{row.id}",
                help="Nobody can open it any more; this cannot be undone",
                on_click=corrector.attempt,
                args=(data.store().shares.revoke, row.id),
            )


def state_of(row: ShareRow, now: datetime) -> str:
    """ "revoked", "expired", "until 3 May 2024, 10:00 UTC"."""
    if row.revoked:
        return "revoked"
    if row.expires is None:
        return "until it is revoked"
    return "expired" if row.expires <= now else f"until {moment(row.expires)}"


def named_view(row: ViewRow) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key=f"view-{row.id}"):
        st.markdown(
            f"**{markdown.plain(row.name)}** · [open]({VIEW}{row.id}) · saved {moment(row.made)}", width="stretch"
        )
        remove = data.store().shares.remove_view
        st.button("Remove", key=f"remove-view-{row.id}", on_click=corrector.attempt, args=(remove, row.id))


page()

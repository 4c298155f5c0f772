"""The Snapshot button: freeze what the filters show, or give the view a name and a short link."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from urllib.parse import quote, urlencode

import streamlit as st

from pages.exports import menu
from pages.exports.share_routes import SNAPSHOT, VIEW
from pages.language import markdown
from pages.view import address, data, navigation, state, stories
from pipeline.exports.excerpt import Scope
from pipeline.index import Choices
from pipeline.store.shares import LEAST_PHRASE, MOST_PHRASE

OPEN = "snapshot-menu"
TERMS: dict[str, timedelta | None] = {
    "a day": timedelta(days=1),
    "a week": timedelta(days=7),
    "30 days": timedelta(days=30),
    "a year": timedelta(days=365),
    "I revoke it": None,
}
LONGEST_NAME = 120


def draw(title: str, choices: Choices) -> None:
    """The button, and when it is open, both forms."""
    if title in menu.NOTHING or not choices.articles:
        return
    opened = st.popover("Snapshot", key=OPEN, on_change="rerun", width="content")
    if not opened.open:
        return
    with opened:
        _freeze(title, choices)
        st.divider()
        _name(title)
        st.page_link(navigation.script("shares"), label="What is shared, to revoke it →")


def _freeze(title: str, choices: Choices) -> None:
    """A form: outside of one, a pass phrase that is left by Tab is not taken."""
    wanted = menu.scope(title, choices)
    st.caption(
        f"Freezes {menu.summary(wanted)} It becomes a page at an address that nobody can guess; nothing changes it "
        "later, and nothing else here can be reached from it."
    )
    with st.form("freeze-form", border=False, enter_to_submit=False):
        name = st.text_input("Name of the snapshot", title, max_chars=LONGEST_NAME, key="freeze-name")
        term = st.selectbox("Can be opened until", list(TERMS), index=2, key="freeze-term", format_func=_until)
        phrase = st.text_input(
            "Pass phrase", type="password", key="freeze-phrase", placeholder="optional", max_chars=MOST_PHRASE
        )
        wanted_now = st.form_submit_button("Freeze", key="freeze", type="primary")
    if wanted_now and 0 < len(phrase) < LEAST_PHRASE:
        st.warning(f"A pass phrase has at least {LEAST_PHRASE} characters. Nothing was frozen.")
    elif wanted_now:
        _frozen(wanted, name.strip() or title, TERMS[term], phrase)


def _frozen(wanted: Scope, name: str, lasts: timedelta | None, phrase: str) -> None:
    """Freeze it, and show the address."""
    from pipeline.exports.report.page import as_html

    store = data.store()
    taken = menu.excerpt(data.index(), store, wanted, stories.latest())
    now = taken.made.replace(tzinfo=None)
    secret = store.shares.freeze(name, as_html(taken), now, expires=now + lasts if lasts else None, phrase=phrase)
    st.success(f"Frozen{', with the pass phrase' if phrase else ''}. This address is shown only now:")
    st.code(f"{menu.base()}{SNAPSHOT[1:]}{secret}", language=None)


def _until(term: str) -> str:
    return term if TERMS[term] is None else f"{term} from now"


def _name(title: str) -> None:
    with st.form("view-form", border=False):
        name = st.text_input(
            "Name of the view", max_chars=LONGEST_NAME, key="view-name",
            placeholder="gives it a short link that stays live",
        )  # fmt: skip
        wanted_now = st.form_submit_button("Save the view", key="view-save")
    if wanted_now and not name.strip():
        st.warning("Give the view a name.")
    elif wanted_now:
        view = data.store().shares.save_view(name.strip(), page_address(title), datetime.now(UTC).replace(tzinfo=None))
        st.success(f"Saved as {markdown.plain(name.strip())}:")
        st.code(f"{menu.base()}{VIEW[1:]}{view}", language=None)


def page_address(title: str) -> str:
    """Page and parameters of the view that is shown."""
    page = next((name for name, known in navigation.pages().items() if known == title), navigation.FIRST)
    path = "/" if page == navigation.FIRST else f"/{quote(page)}"
    parameters = urlencode(address.write(state.current()), doseq=True)
    return f"{path}?{parameters}" if parameters else path

"""One with another, or somebody else: from the card of an entity, and back."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from tests.pages.conftest import open_page
from tests.store.indexed import Indexed

COSTA, DIAS = "person:ana-costa", "person:rui-dias"


def test_one_person_is_made_another_everywhere_and_parted_again(app: AppTest, store_url: str) -> None:
    app.query_params["select"] = f"entity:{DIAS}"
    open_page(app, "entities")
    app.session_state[f"same-{DIAS}"] = True
    app.run()
    app.selectbox(key=f"same-as-{DIAS}").select(COSTA).run()
    app.button(key=f"save-same-{DIAS}").click().run()
    assert not app.exception
    store = Indexed.open(store_url)
    assert {row.key for row in store.counts().entities}.isdisjoint({DIAS})
    assert len(store.corrections()) == 2
    app.button(key="undo-last").click().run()
    assert DIAS in {row.key for row in store.counts().entities}
    store.close()

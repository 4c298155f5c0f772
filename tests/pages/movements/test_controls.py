from __future__ import annotations

from streamlit.testing.v1 import AppTest

from tests.pages.conftest import open_page


def test_play_halts_at_the_first_day_and_pauses_there(app: AppTest) -> None:
    open_page(app, "movements")
    assert app.button(key="map-play").label == "▶ Play"
    app.button(key="map-play").click().run()
    assert app.button(key="map-play").label == "❚❚ Pause"
    day = app.slider(key="map-day").value
    app.button(key="map-play").click().run()
    assert app.button(key="map-play").label == "▶ Play"
    assert app.slider(key="map-day").value == day


def test_stops_of_those_who_are_chosen_are_never_beyond_the_edge(app: AppTest) -> None:
    """She flew to Rabat, which the map zooms to, and goes on to Dakar from nobody knows where."""
    page = open_page(app, "movements")
    assert "Beyond the edge of the map:" in [caption.value for caption in page.caption]
    page.multiselect(key="map-movers").select("person:ana-costa").run()
    assert "Beyond the edge of the map:" not in [caption.value for caption in page.caption]

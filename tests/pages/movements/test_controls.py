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

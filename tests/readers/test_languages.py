from __future__ import annotations

import pytest

from pipeline.readers.languages import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("Die Ministerin kam am Dienstag in Graz an und sprach mit dem Bürgermeister.", "de", id="short"),
        pytest.param("Der Dampfer ist im Hafen von Graz gesunken, sagte er.", "de", id="a sentence of few words"),
        pytest.param("Министр прибыл.", "ru", id="letters that English lacks"),
        pytest.param("Αθήνα, Πάτρα", "el", id="names in other letters"),
        pytest.param("ENVOY MEETS MINISTER IN GRAZ", "en", id="headline"),
        pytest.param("Jürgen Müller, Anke Schröder, Wolfgang Weiß beat FC Köln", "en", id="foreign names"),
        pytest.param("Flood kills seven", "en", id="too short to tell"),
        pytest.param("Министр (the minister) came to Graz on Tuesday.", "en", id="a foreign word"),
        pytest.param("*** 1, 2, 3", "en", id="no letters"),
    ],
)
def test_language_of_short_texts(text: str, language: str) -> None:
    assert language_of(text) == language

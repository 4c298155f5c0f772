from __future__ import annotations

import pytest

from pipeline.readers.reflow import join_lines, paragraphs


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        pytest.param("a two-", "week truce", "a two-week truce", id="two words"),
        pytest.param("the nego-", "tiators", "the negotiators", id="one word"),
        pytest.param("an anti-", "corruption law", "an anti-corruption law", id="prefix"),
        pytest.param("a pro-", "test march", "a protest march", id="a word that begins like one"),
        pytest.param("Turkish-", "backed forces", "Turkish-backed forces", id="behind a nationality"),
        pytest.param("U.N.-", "sponsored talks", "U.N.-sponsored talks", id="behind an abbreviation"),
        pytest.param("Park Chung-", "hee ruled", "Park Chung-hee ruled", id="Korean name"),
        pytest.param("Ma Ying-", "jeou left", "Ma Ying-jeou left", id="name from Taiwan"),
        pytest.param("Deng Xiao-", "ping left", "Deng Xiaoping left", id="name from Beijing"),
        pytest.param("near Sara-", "jevo", "near Sarajevo", id="place"),
        pytest.param("Mr Peder-", "sen left", "Mr Pedersen left", id="family name"),
        pytest.param("a 40-", "year-old man", "a 40-year-old man", id="figure"),
        pytest.param("in Port-", "au-Prince", "in Port-au-Prince", id="name with several hyphens"),
        pytest.param("the Anglo-", "Irish treaty", "the Anglo-Irish treaty", id="capital"),
        pytest.param("it left -", "they say", "it left - they say", id="dash"),
    ],
)
def test_hyphens_at_line_ends(first: str, second: str, whole: str) -> None:
    assert join_lines([first, second]) == whole


def test_hyphens_follow_the_spelling_of_the_same_text() -> None:
    assert paragraphs(["Ro-jan left.\n\nThe Ro-\njan came."]) == ["Ro-jan left.", "The Ro-jan came."]

from __future__ import annotations

import pytest

from pipeline.naming import same_across_articles, same_body


def words(name: str) -> tuple[str, ...]:
    return tuple(name.split())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("boris n yeltsin", "boris yeltsin", id="middle initial"),
        pytest.param("boris n yeltsin", "boris nikolayevich yeltsin", id="initial and patronymic"),
        pytest.param("park geun hye", "geun hye park", id="family first"),
        pytest.param("orban viktor", "viktor orban", id="order"),
        pytest.param("svetlana tikhanovskaya", "svetlana tihanovskaia", id="transliteration"),
        pytest.param("anatoly bibilenko", "anatoli bibilenka", id="last vowel"),
        pytest.param("thomas alva edison", "thomas edison", id="middle name left out"),
        pytest.param("liz truss", "elizabeth truss", id="short form"),
        pytest.param("kim yo jong", "kim yo jung", id="vowels"),
    ],
)
def test_same_across_articles_joins_variants(one: str, other: str) -> None:
    assert same_across_articles(words(one), words(other))
    assert same_across_articles(words(other), words(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("yeltsin", "yeltsin", id="surname alone"),
        pytest.param("yeltsin", "boris yeltsin", id="surname and full name"),
        pytest.param("naina yeltsin", "boris yeltsin", id="another given name"),
        pytest.param("b yeltsin", "boris yeltsin", id="initial for a given name"),
        pytest.param("john f kennedy", "john b kennedy", id="another middle initial"),
        pytest.param("kim yo jong", "kim jong il", id="another given name, family first"),
        pytest.param("kim jong", "kim jong il", id="half a name"),
    ],
)
def test_same_across_articles_keeps_apart(one: str, other: str) -> None:
    assert not same_across_articles(words(one), words(other))
    assert not same_across_articles(words(other), words(one))


def test_same_body_joins_acronyms_of_three_letters() -> None:
    assert same_body(words("oecd"), words("organisation for economic cooperation and development"))
    assert same_body(words("world health organization"), words("who"))
    assert not same_body(words("bp"), words("british petroleum group"))
    assert not same_body(words("un"), words("united nations"))
    assert not same_body(words("who"), words("oecd"))

from __future__ import annotations

import pytest

from pipeline.components.coreference.same_name import (
    index_keys,
    is_short_form,
    lookup_keys,
    with_nation_code,
)
from pipeline.naming import initials, same_person


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("kim jong un", "kim jong un", id="equal"),
        pytest.param("william ruto", "bill ruto", id="short form"),
        pytest.param("j smith", "john smith", id="initial"),
        pytest.param("john quincy adams", "john adams", id="middle name left out"),
        pytest.param("vladimir putin", "vladimir vladimirovich", id="patronymic"),
        pytest.param("yulia timoshenko", "yulia tymoshenko", id="transliteration"),
    ],
)
def test_same_person_holds(one: str, other: str) -> None:
    assert same_person(tuple(one.split()), tuple(other.split()))
    assert same_person(tuple(other.split()), tuple(one.split()))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("john smith", "jane smith", id="given names differ"),
        pytest.param("kim jong un", "kim jong il", id="last syllables differ"),
        pytest.param("john martin", "john martinez", id="surnames only begin alike"),
        pytest.param("vladimir putin", "vladimir kara murza", id="surnames differ"),
    ],
)
def test_same_person_does_not_hold(one: str, other: str) -> None:
    assert not same_person(tuple(one.split()), tuple(other.split()))
    assert not same_person(tuple(other.split()), tuple(one.split()))


@pytest.mark.parametrize(
    ("short", "long", "expected"),
    [
        pytest.param("state department", "us state department", True, id="without the nation"),
        pytest.param("lopes foundation", "lopes foundation for the arts", True, id="without the purpose"),
        pytest.param("scientology", "church of scientology", True, id="without the sort"),
        pytest.param("texas", "university of texas", False, id="a university is no place"),
        pytest.param("press", "associated press", False, id="any last word"),
    ],
)
def test_is_short_form(short: str, long: str, *, expected: bool) -> None:
    assert is_short_form(tuple(short.split()), tuple(long.split())) is expected


def test_initials_with_and_without_minor_words() -> None:
    assert initials(("bank", "of", "england")) == ("boe", "be")


def test_filed_puts_a_nations_code_for_its_name() -> None:
    assert with_nation_code(("united", "states", "navy"), "organization") == ("us", "navy")
    assert with_nation_code(("danish", "navy"), "organization") == ("danish", "navy")
    assert with_nation_code(("us", "person"), "person") == ("us", "person")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("william ruto", "bill ruto", id="short form"),
        pytest.param("j smith", "john smith", id="initial"),
        pytest.param("john quincy adams", "quincy adams", id="first name left out"),
        pytest.param("vladimir putin", "vladimir vladimirovich", id="patronymic"),
        pytest.param("yulia timoshenko", "yulia tymoshenko", id="transliteration"),
        pytest.param("kim jong", "kim jong un", id="start"),
    ],
)
def test_looked_up_finds_the_shelves_of_the_same_person(one: str, other: str) -> None:
    for name, known in ((one, other), (other, one)):
        assert not set(lookup_keys(tuple(name.split()))).isdisjoint(index_keys(tuple(known.split())))


def test_looked_up_compares_nobody_who_shares_a_given_name_only() -> None:
    assert set(lookup_keys(("john", "barden"))).isdisjoint(index_keys(("john", "corford")))

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import combinations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.writing import MadeEvent
from pipeline.domain import EventType
from pipeline.linking.accounts import likeness
from pipeline.linking.blocking import ALIKE, APART, Blocks, is_one_affair, periods
from pipeline.linking.dossiers import Dossier
from pipeline.linking.features import AFFAIR
from pipeline.linking.model import fitted
from pipeline.linking.postings import Postings
from pipeline.linking.score import Scorer
from pipeline.linking.times import may_be_one_news, may_retell
from pipeline.linking.words import cosine, vector
from tests.linking.made import DAY, Writing
from tests.linking.test_linker import articles

QUARRY = "Ana Rojas met Luis Paredes at the quarry over slate and gravel."
HIT = "Ana Rojas hit Luis Paredes at the quarry over slate and gravel."
BAKERY = "Mara Okoye met Jan Novak in a bakery about rye bread."


def meeting(name: str, later: int = 0, sentence: str = QUARRY, type_: EventType = "CONSULT") -> Dossier:
    verb = sentence.split()[2]
    told = MadeEvent(type_, ("Ana Rojas",), ("Luis Paredes",))
    return Writing(name, published=DAY + timedelta(later)).tell(sentence, verb, told).dossier()


def compared(*dossiers: Dossier) -> list[tuple[int, int]]:
    blocks = Blocks()
    added = [pair for each in dossiers for pair in blocks.add(each.setting, each.accounts)]
    return [(number, other) for number, others in added for other in others]


@pytest.mark.parametrize(
    ("other", "is_compared"),
    [
        pytest.param(meeting("b", 2), True, id="days later"),
        pytest.param(meeting("b", 90), True, id="told again months later"),
        pytest.param(meeting("b", 400), False, id="a year later"),
        pytest.param(meeting("b", type_="DISASTER"), True, id="one deed under another type"),
        pytest.param(meeting("b", 0, HIT, "DISASTER"), False, id="of another type and deed"),
        pytest.param(meeting("b", 2, BAKERY), False, id="no word shared"),
    ],
)
def test_blocks_compare_what_may_be_one(other: Dossier, *, is_compared: bool) -> None:
    assert compared(meeting("a"), other) == ([(1, 0)] if is_compared else [])
    assert compared(other, meeting("a")) == compared(meeting("a"), other)


def beside(name: str, sentence: str) -> Dossier:
    """A meeting, beside more words that only this article has and some that all have."""
    own = " ".join(f"{name}{syllable}ovich" for syllable in ("bar", "dol", "fen", "gim", "hus", "kel", "lom", "mir"))
    writing = Writing(name)
    writing.text = f"Lava, pumice and basalt. {own}.\n"
    return writing.tell(sentence, "met", MadeEvent("CONSULT", (), ())).dossier()


@pytest.mark.parametrize(
    ("sentence", "is_compared"),
    [
        pytest.param("He met a mason about slate.", True, id="worded alike"),
        pytest.param("She met a banker about loans.", False, id="the verb alone"),
    ],
)
def test_articles_of_two_affairs_are_compared_if_their_sentences_are_worded_alike(
    sentence: str, *, is_compared: bool
) -> None:
    one, other = beside("a", "Ana met a mason about granite."), beside("b", sentence)
    assert likeness(one.setting, other.setting) < AFFAIR
    assert (cosine(one.accounts[0].words, other.accounts[0].words) >= ALIKE) == is_compared
    assert compared(one, other) == ([(1, 0)] if is_compared else [])


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10_000))
def test_pairs_given_up_early_are_those_below_the_threshold(seed: int) -> None:
    chance, scorer = Random(seed), Scorer(fitted())
    accounts = [account for each in articles(8, seed) for account in Dossier.of(each).accounts]
    chance.shuffle(accounts)
    for one, other in combinations(accounts, 2):
        score = scorer.score(one, other)
        is_enough = score is not None and score >= scorer.threshold
        assert scorer.links(one, other) == (is_enough and may_be_one_news(one, other))


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10_000))
def test_postings_find_all_that_is_alike(seed: int) -> None:
    chance = Random(seed)
    words = [chance.choice("abcdefghijklmnop") * 3 for _ in range(12)]
    told = [vector([" ".join(chance.choices([*words, "quarry", "granite"], k=6))]) for _ in range(40)]
    postings = Postings(0.3)
    for number, each in enumerate(told):
        postings.add(number, each)
    for each in told:
        alike = {number for number, other in enumerate(told) if cosine(each, other) >= 0.3}
        assert alike <= set(postings.similar(each).tolist())


def test_postings_look_up_the_commonest_words_only_where_they_count() -> None:
    postings = Postings(0.3)
    for number in range(50):
        postings.add(number, {"police": 0.05, f"name{number}": 0.99})
    assert postings.similar({"police": 0.05, "name7": 0.99}).tolist() == [7]
    assert len(postings.similar({"police": 1.0})) == 0


@pytest.mark.parametrize(
    ("later", "is_one"),
    [pytest.param(299, True, id="within a year"), pytest.param(301, False, id="later")],
)
def test_an_affair_is_of_one_year(later: int, *, is_one: bool) -> None:
    one, other = meeting("a"), meeting("b", later)
    assert is_one_affair(one.setting, other.setting) is is_one
    assert may_retell(one.setting, other.setting) is is_one
    assert bool(compared(one, other)) is is_one


def test_what_has_no_day_is_compared_with_what_has_one() -> None:
    undated = without_day(meeting("b"))
    assert set(periods(undated.accounts[0])) == {APART}
    assert compared(meeting("a"), undated) == compared(undated, meeting("a")) == [(1, 0)]


def without_day(dossier: Dossier) -> Dossier:
    """The same article, of which no day is known."""
    setting = replace(dossier.setting, published=None)
    accounts = tuple(replace(each, setting=setting, reported=None) for each in dossier.accounts)
    return replace(dossier, setting=setting, accounts=accounts)

from __future__ import annotations

from datetime import timedelta
from itertools import combinations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.writing import MadeEvent
from pipeline.domain import EventType
from pipeline.linking.accounts import likeness
from pipeline.linking.blocking import ALIKE, Blocks
from pipeline.linking.dossiers import Dossier
from pipeline.linking.features import AFFAIR
from pipeline.linking.model import fitted
from pipeline.linking.score import Scorer
from tests.linking.made import DAY, Writing
from tests.linking.test_linker import articles

QUARRY = "Ana Rojas met Luis Paredes at the quarry over slate and gravel."
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
        pytest.param(meeting("b", type_="DISASTER"), False, id="of another type"),
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
        pytest.param("He met a baker about granite and rye.", True, id="two words"),
        pytest.param("She met a banker about loans.", False, id="the verb alone"),
    ],
)
def test_articles_of_two_affairs_are_compared_by_what_they_tell_in_words_they_share(
    sentence: str, *, is_compared: bool
) -> None:
    one, other = beside("a", "Ana met a mason about granite."), beside("b", sentence)
    assert ALIKE <= likeness(one.setting, other.setting) < AFFAIR
    assert compared(one, other) == ([(1, 0)] if is_compared else [])


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10_000))
def test_pairs_given_up_early_are_those_below_the_threshold(seed: int) -> None:
    chance, scorer = Random(seed), Scorer(fitted())
    accounts = [account for each in articles(8, seed) for account in Dossier.of(each).accounts]
    chance.shuffle(accounts)
    for one, other in combinations(accounts, 2):
        score = scorer.score(one, other)
        assert scorer.links(one, other) == (score is not None and score >= scorer.threshold)

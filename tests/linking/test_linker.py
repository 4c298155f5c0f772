from __future__ import annotations

from datetime import date, timedelta
from itertools import count
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from benchmarks.writing import MadeEvent
from pipeline.domain import Analysis, EventType, Status
from pipeline.errors import LinkingError
from pipeline.linking import Dossier, Linker, lines
from pipeline.linking.model import fitted
from pipeline.linking.score import SURE, Scorer
from tests.linking.made import DAY, Writing, place, renamed, span

PEOPLE = ["Ana Rojas", "Luis Paredes", "Marta Quispe", "Jorge Salas"]
DEEDS: list[tuple[str, EventType]] = [("met", "CONSULT"), ("accused", "ACCUSE"), ("arrested", "COERCE")]


def articles(number: int, seed: int) -> list[Analysis]:
    """Articles of a small world, in which many tell of the same few things in nearly the same words."""
    chance = Random(seed)
    found = []
    for at in range(number):
        day = DAY + timedelta(days=chance.randrange(5))
        writing = Writing(f"a{at}", published=chance.choice([day, None]), outlet=f"Paper {at % 3}")
        for _ in range(chance.randrange(4)):
            one, other = chance.sample(PEOPLE, 2)
            word, type_ = chance.choice(DEEDS)
            when = chance.choice([None, None, span(day.isoformat()), span("2021-01-01", "2021-12-31")])
            where = chance.choice([None, place("Lima"), place("Cusco"), place("Peru", feature="PCLI")])
            status: Status = chance.choice(["occurred", "occurred", "planned", "denied"])
            sentence = f"{one} {word} {other} at the harbour over cement."
            writing.tell(sentence, word, MadeEvent(type_, (one,), (other,), when, where, status))
        found.append(writing.done())
    return found


def linked(found: list[Analysis]) -> list[bytes]:
    linker = Linker()
    for each in found:
        linker.add(Dossier.of(each))
    return list(lines(linker))


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000), st.randoms())
def test_links_do_not_depend_on_the_order(seed: int, chance: Random) -> None:
    found = articles(12, seed)
    mixed = found.copy()
    chance.shuffle(mixed)
    assert linked(mixed) == linked(found)


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10_000), st.integers(0, 12))
def test_a_corpus_split_and_joined_again_is_as_before(seed: int, cut: int) -> None:
    found = articles(12, seed)
    linker = Linker()
    for part in (found[cut:], found[:cut]):
        for each in part:
            linker.add(Dossier.of(each))
        list(lines(linker))
    assert list(lines(linker)) == linked(found)


@settings(max_examples=10, deadline=None)
@given(st.integers(0, 10_000))
def test_an_article_given_twice_changes_nothing(seed: int) -> None:
    found = articles(8, seed)
    assert linked([*found, *found]) == linked(found)


def test_another_article_with_a_known_id_is_an_error() -> None:
    linker = Linker()
    one, other = articles(2, 3)
    linker.add(Dossier.of(one))
    with pytest.raises(LinkingError, match="'a0'"):
        linker.add(Dossier.of(renamed(other, "a0")))


def test_a_new_article_does_not_do_the_rest_again(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = count()
    links = Scorer.links
    monkeypatch.setattr(Scorer, "links", lambda *given: next(calls) < 0 or links(*given))
    linker = Linker()
    for each in articles(60, 5):
        linker.add(Dossier.of(each))
    linker.clusters()
    before = next(calls)
    away = Writing("new", published=date(2030, 1, 1)).tell("A kiln burst in Tarma.", "burst", MadeEvent("DISASTER"))
    linker.add(away.dossier())
    linker.clusters()
    assert next(calls) - before == 1


def test_those_that_leave_a_story_may_be_one() -> None:
    """Two articles tell of two meetings each, at noon and at dusk, and all four are told alike."""
    writings = [Writing(name, title="Rojas meets Paredes over cement") for name in ("a", "b")]
    for writing in writings:
        for other in ("Luis Paredes", "Marta Quispe"):
            sentence = f"Ana Rojas met {other} at the harbour over cement."
            writing.tell(sentence, "met", MadeEvent("CONSULT", ("Ana Rojas",), (other,)))
    linker = Linker(structs.replace(fitted(), threshold=-SURE))
    for writing in writings:
        linker.add(writing.dossier())
    stories = [{account.recipients[0].name for account in cluster} for cluster in linker.clusters()]
    assert sorted(map(sorted, stories)) == [["Luis Paredes"], ["Marta Quispe"]]
    assert {len(cluster) for cluster in linker.clusters()} == {2}

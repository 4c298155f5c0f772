"""The index answers as the store does: on random filters over random articles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from random import Random

import pytest

from benchmarks import synthetic
from pipeline.index import Index
from pipeline.store import Choice, EventFilter, Store


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, Index]]:
    url = f"sqlite:///{tmp_path_factory.mktemp('both') / 'made-up.sqlite'}"
    synthetic.fill(url, 400)
    store = Store.open(url)
    index = Index(store)
    index.update()
    yield store, index
    index.close()
    store.close()


def some(chance: Random, values: Sequence[str], most: int) -> frozenset[str]:
    """Mostly none, so that several conditions at once still leave something."""
    if chance.random() > 0.35:
        return frozenset()
    return frozenset(chance.sample(values, min(len(values), chance.randint(0, most))))


def keys(found: Sequence[Choice]) -> list[str]:
    return [each.key for each in found[:20]]


def a_day(chance: Random, from_year: int) -> date | None:
    return date(from_year + chance.randrange(12), 1 + chance.randrange(12), 3) if chance.random() < 0.3 else None


def random_filter(chance: Random, store: Store) -> EventFilter:
    choices = store.choices()
    return EventFilter(
        first=a_day(chance, 2010),
        last=a_day(chance, 2012),
        undated=chance.random() < 0.7,
        types=some(chance, choices.types, 8),
        entities=some(chance, keys(choices.entities), 6),
        places=some(chance, keys(choices.places), 8),
        statuses=some(chance, choices.statuses, 4),
        articles=some(chance, keys(choices.articles), 9),
        sources=some(chance, keys(choices.sources), 8),
        certainties=some(chance, choices.certainties, 2),
        search=chance.choice(["", "", "", "person3", "place1 met", '"met person3"', "  "]),
        doubtful=chance.random() < 0.5,
    )


@pytest.mark.parametrize("seed", range(12))
def test_index_answers_as_the_store_does(both: tuple[Store, Index], seed: int) -> None:
    store, index = both
    wanted = random_filter(Random(seed), store)
    counts, events, movements = index.counts(wanted), index.events(wanted), index.movements(wanted)
    assert counts == store.counts(wanted)
    assert events == store.events(wanted)
    assert index.events(wanted, limit=50, least_sure=True) == store.events(wanted, limit=50, least_sure=True)
    assert movements == store.movements(wanted)
    assert index.quoted(wanted) == store.quoted(wanted)
    assert index.dyads(wanted) == store.dyads(wanted)
    assert set(index.event_bins(wanted)) == set(store.event_bins(wanted))
    for entity in counts.entities[:2]:
        assert index.mentions(entity.key, wanted) == store.mentions(entity.key, wanted)
    for source in index.quoted(wanted)[:2]:
        assert index.statements(source.key, wanted) == store.statements(source.key, wanted)
    for pair in index.dyads(wanted)[:2]:
        assert index.between(pair.key, wanted) == store.between(pair.key, wanted)
    for event in events[:2]:
        assert index.reports(event.id) == store.reports(event.id)
    for movement in movements[:2]:
        assert index.movement_reports(movement.id) == store.movement_reports(movement.id)


def test_index_offers_the_choices_that_the_store_does(both: tuple[Store, Index]) -> None:
    store, index = both
    assert index.choices() == store.choices()

"""Snapshots: frozen, unguessable, revocable, counted; with a pass phrase that cannot be tried at will."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from functools import partial

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select, update

from pipeline import exports
from pipeline.corrections import Change, Correction, Target
from pipeline.errors import ShareError, StoreError
from pipeline.exports.excerpt import Scope
from pipeline.exports.report.page import as_html
from pipeline.index import Index
from pipeline.store import Store
from pipeline.store.shares import LOCKED, MOST_WRONG
from pipeline.store.tables import shares
from tests.store.articles import Telling, article

NOW = datetime(2024, 5, 6, 7, 8)
PAGE = "<p>Łódź</p>".encode()
PHRASE = "five grey herons"


def test_a_snapshot_is_byte_identical_after_later_changes(store: Store) -> None:
    reading, analysis = article([Telling("Haddad", "met", "Silva", "Quito")])
    store.add(reading, analysis)
    secret = store.shares.freeze("Talks", PAGE, NOW)
    before = store.shares.open(secret, NOW)
    store.describe(store.articles()[0].id, title="Other", outlet=None, url=None)
    store.remove(store.articles()[0].id)
    assert store.shares.open(secret, NOW + timedelta(days=999)) == before == PAGE


ARTICLES = [article([Telling("Haddad", "met", "Silva", "Quito")]), article([Telling("Ruiz", "flew", "", "Lima")])]
OWN = ARTICLES[0][1]
WRONG = Correction(
    OWN.article.id,
    Target("event", OWN.events[0].id, OWN.events[0].reports[0].trigger),
    Change("verdict", "wrong"),
    "Vera",
    datetime(2024, 5, 9, tzinfo=UTC),
)


def of_each_article(change: Callable[[Store, str], object]) -> Callable[[Store], None]:
    def changed(store: Store) -> None:
        for row in store.articles():
            change(store, row.id)

    return changed


def undo(store: Store) -> None:
    store.undo(*(entry.number for entry in store.corrections()))


def revoke_others(store: Store) -> None:
    for row in store.shares.snapshots()[1:]:
        store.shares.revoke(row.id)


def read_anew(store: Store) -> None:
    store.add_all(ARTICLES)
    store.replace(*ARTICLES[0])


def correct(store: Store) -> None:
    store.add_all(ARTICLES)
    store.correct(WRONG)


LATER: dict[str, Callable[[Store], object]] = {
    "add": lambda store: store.add_all(ARTICLES),
    "redate": of_each_article(lambda store, id_: store.redate(id_, date(2019, 3, 8))),
    "describe": of_each_article(partial(Store.describe, title="B", outlet=None, url=None)),
    "read anew": read_anew,
    "correct": correct,
    "undo": undo,
    "freeze": lambda store: store.shares.freeze("Another", b"<p>Other</p>", NOW),
    "revoke others": revoke_others,
    "name a view": lambda store: store.shares.save_view("Talks", "/", NOW),
    "remove": of_each_article(Store.remove),
}


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """What is frozen of a store with both articles."""
    with closing(Store.open(f"sqlite:///{tmp_path_factory.mktemp('report') / 'store.sqlite'}")) as store:
        store.add_all(ARTICLES)
        with closing(Index(store)) as index:
            index.update()
            return as_html(exports.read(index, store, Scope(), NOW.replace(tzinfo=UTC)))


@given(st.lists(st.sampled_from(list(LATER)), max_size=6))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_snapshot_stays_as_it_was_whatever_is_done_after_it(store: Store, report: bytes, later: list[str]) -> None:
    store.add_all(ARTICLES)
    secret = store.shares.freeze("Talks", report, NOW + timedelta(days=len(store.shares.snapshots())))
    for change in later:
        LATER[change](store)
        assert store.shares.open(secret, NOW) == report


def test_addresses_have_192_bits_and_are_kept_as_hash_alone(store: Store) -> None:
    secrets = {store.shares.freeze("Same", PAGE, NOW) for _ in range(20)}
    assert len(secrets) == 20
    assert {len(secret) for secret in secrets} == {32}
    with store._engine.connect() as connection:
        kept = repr(connection.execute(select(shares)).all())
    assert not any(secret in kept for secret in secrets)


def test_openings_are_counted_and_do_not_change_the_version(store: Store) -> None:
    version = store.version()
    secret = store.shares.freeze("Talks", PAGE, NOW)
    for _ in range(3):
        store.shares.open(secret, NOW)
    assert store.shares.snapshots()[0].opened == 3
    assert store.version() == version


@pytest.mark.parametrize("secret", ["", "x", "é" * 99, "' OR 1=1 --", "\udc80"])
def test_a_guess_opens_nothing(store: Store, secret: str) -> None:
    store.shares.freeze("Talks", PAGE, NOW)
    with pytest.raises(ShareError) as caught:
        store.shares.open(secret, NOW)
    assert caught.value.status == 404


def test_revoked_and_expired_ones_answer_as_unknown_ones(store: Store) -> None:
    revoked = store.shares.freeze("Revoked", PAGE, NOW)
    expired = store.shares.freeze("Expired", PAGE, NOW, expires=NOW + timedelta(days=1))
    assert store.shares.open(expired, NOW) == PAGE
    store.shares.revoke(next(row.id for row in store.shares.snapshots() if row.title == "Revoked"))
    said = set()
    for secret in (revoked, expired, "unknown"):
        with pytest.raises(ShareError) as caught:
            store.shares.open(secret, NOW + timedelta(days=1))
        said.add(str(caught.value))
    assert len(said) == 1


def test_a_pass_phrase_is_asked_for_and_kept_as_argon2id(store: Store) -> None:
    secret = store.shares.freeze("Talks", PAGE, NOW, phrase=PHRASE)
    with pytest.raises(ShareError) as caught:
        store.shares.open(secret, NOW)
    assert caught.value.status == 401
    assert store.shares.open(secret, NOW, PHRASE) == PAGE
    with store._engine.connect() as connection:
        assert str(connection.execute(select(shares.c.phrase)).scalar()).startswith("$argon2id$")


def wrong(store: Store, secret: str, when: datetime, phrase: str = "wrong wrong", client: str = "") -> int:
    with pytest.raises(ShareError) as caught:
        store.shares.open(secret, when, phrase, client)
    return caught.value.status


def test_guesses_at_a_phrase_are_throttled_for_a_time_even_many_at_once(store: Store) -> None:
    secret = store.shares.freeze("Talks", PAGE, NOW, phrase=PHRASE)
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: wrong(store, secret, NOW), range(MOST_WRONG + 3)))
    assert sorted(found) == [403] * MOST_WRONG + [429] * 3
    assert wrong(store, secret, NOW, PHRASE) == 429
    assert store.shares.open(secret, NOW + LOCKED + timedelta(seconds=1), PHRASE) == PAGE


def test_guesses_of_one_client_lock_no_other_out(store: Store) -> None:
    secret = store.shares.freeze("Talks", PAGE, NOW, phrase=PHRASE)
    found = [wrong(store, secret, NOW, client="192.0.2.7") for _ in range(MOST_WRONG + 1)]
    assert found == [403] * MOST_WRONG + [429]
    assert store.shares.open(secret, NOW, PHRASE, "192.0.2.8") == PAGE
    assert wrong(store, secret, NOW, PHRASE, "192.0.2.7") == 429


def test_a_right_phrase_forgives_wrong_ones(store: Store) -> None:
    secret = store.shares.freeze("Talks", PAGE, NOW, phrase=PHRASE)
    for _ in range(3):
        assert [wrong(store, secret, NOW) for _ in range(MOST_WRONG - 1)] == [403] * (MOST_WRONG - 1)
        assert store.shares.open(secret, NOW, PHRASE) == PAGE


def test_a_page_that_was_altered_is_not_given_out(store: Store) -> None:
    secret = store.shares.freeze("Talks", PAGE, NOW)
    with store._engine.begin() as connection:
        connection.execute(update(shares).values(page=b"<p>other</p>"))
    with pytest.raises(StoreError, match="damaged"):
        store.shares.open(secret, NOW)


def test_named_views_give_their_address_until_they_are_removed(store: Store) -> None:
    view = store.shares.save_view("Talks in Quito", "/timeline?type=CONSULT", NOW)
    assert store.shares.view(view) == "/timeline?type=CONSULT"
    assert [row.name for row in store.shares.views()] == ["Talks in Quito"]
    assert len(view) <= 10
    store.shares.remove_view(view)
    assert store.shares.view(view) is None

"""Snapshots: frozen, unguessable, revocable, counted; with a pass phrase that cannot be tried at will."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select, update

from pipeline.errors import ShareError, StoreError
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
    assert store.shares.listed()[0].opened == 3
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
    store.shares.revoke(next(row.id for row in store.shares.listed() if row.title == "Revoked"))
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

"""Snapshots, frozen under addresses that nobody can guess, and views that have a name.

Of an address only the hash is kept, of a pass phrase an Argon2id hash. What is frozen never changes: its bytes are
compared with their own hash each time they are given out. None of this counts as a change of the store.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from secrets import token_hex, token_urlsafe
from threading import BoundedSemaphore
from typing import Any

from sqlalchemy import Connection, Engine, delete, func, insert, select, update
from sqlalchemy.exc import SQLAlchemyError

from pipeline.errors import ShareError, StoreError
from pipeline.store.failures import failure
from pipeline.store.tables import share_tries, shares, views

SECRET_BYTES = 24
"""192 bits."""
ID_BYTES = 5
MOST_WRONG, LOCKED = 5, timedelta(minutes=15)
LEAST_PHRASE, MOST_PHRASE = 8, 200
_TURNS = BoundedSemaphore(2)
"""Argon2 takes 64 MB each time; no more than these at once."""


@dataclass(frozen=True, slots=True)
class ShareRow:
    """A snapshot without its page and address. Times are UTC; ``digest`` is the SHA-256 of the page."""

    id: str
    title: str
    made: datetime
    expires: datetime | None
    revoked: bool
    opened: int
    protected: bool
    digest: str


@dataclass(frozen=True, slots=True)
class ViewRow:
    """A view with a name: ``address`` is the page and the parameters that give it back."""

    id: str
    name: str
    address: str
    made: datetime


class Shares:
    """Snapshots and named views of one store; every method raises StoreError when the database fails."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def freeze(
        self, title: str, page: bytes, made: datetime, *, expires: datetime | None = None, phrase: str = ""
    ) -> str:
        """Keep a page as it is; the secret of its address, which is told this once."""
        secret = token_urlsafe(SECRET_BYTES)
        row = {
            "id": token_hex(ID_BYTES),
            "secret": digest(secret.encode()),
            "title": title,
            "page": page,
            "digest": digest(page),
            "made": made,
            "expires": expires,
            "revoked": False,
            "opened": 0,
            "phrase": _hashed(phrase) if phrase else None,
        }
        with self._transaction() as connection:
            connection.execute(insert(shares).values(row))
        return secret

    def open(self, secret: str, now: datetime, phrase: str | None = None, client: str = "") -> bytes:
        """The page, counted as opened. Raises ShareError: unknown, revoked and expired ones cannot be told apart.

        Wrong phrases are throttled for each ``client``, by whatever tells clients apart.
        """
        found = self._live_snapshot(secret, now)
        if found["phrase"] is not None:
            if phrase is None:
                raise ShareError.phrase_needed()
            self._check(found, now, phrase[:MOST_PHRASE], client)
        with self._transaction() as connection:
            own = update(shares).where(shares.c.id == found["id"])
            connection.execute(own.values(opened=shares.c.opened + 1))
        if digest(found["page"]) != found["digest"]:
            raise StoreError.failed("a snapshot in it is damaged")
        return bytes(found["page"])

    def snapshots(self) -> list[ShareRow]:
        """The newest first."""
        columns = [column for column in shares.c if column.name not in ("page", "secret")]
        with self._transaction() as connection:
            rows = connection.execute(select(*columns).order_by(shares.c.made.desc(), shares.c.id)).mappings()
            return [_row(dict(row)) for row in rows]

    def revoke(self, share: str) -> None:
        """Nobody can open it any more, ever: its page is gone."""
        with self._transaction() as connection:
            connection.execute(update(shares).where(shares.c.id == share).values(revoked=True, page=b""))

    def save_view(self, name: str, address: str, made: datetime) -> str:
        """Its short id."""
        view = token_hex(ID_BYTES)
        with self._transaction() as connection:
            connection.execute(insert(views).values(id=view, name=name, address=address, made=made))
        return view

    def view(self, view: str) -> str | None:
        """The address that a short id stands for."""
        with self._transaction() as connection:
            found = connection.execute(select(views.c.address).where(views.c.id == view)).scalar()
            return None if found is None else str(found)

    def views(self) -> list[ViewRow]:
        """The newest first."""
        with self._transaction() as connection:
            rows = connection.execute(select(views).order_by(views.c.made.desc(), views.c.id)).mappings()
            return [ViewRow(**row) for row in rows]

    def remove_view(self, view: str) -> None:
        with self._transaction() as connection:
            connection.execute(delete(views).where(views.c.id == view))

    def _live_snapshot(self, secret: str, now: datetime) -> dict[str, Any]:
        here = select(shares).where(shares.c.secret == digest(secret.encode("utf-8", "replace")))
        with self._transaction() as connection:
            row = connection.execute(here).mappings().first()
        if row is None or row["revoked"] or has_expired(row["expires"], now):
            raise ShareError.unknown()
        return dict(row)

    def _check(self, found: dict[str, Any], now: datetime, phrase: str, client: str) -> None:
        """Each try is counted before it is looked at, so that many at once are not more tries; a right one forgives."""
        share = found["id"]
        tries = share_tries.c
        who = digest(f"{share} {client}".encode())
        own = (tries.share == share) & (tries.client == who)
        with self._transaction() as connection:
            connection.execute(delete(share_tries).where(tries.share == share, tries.tried < now - LOCKED))
            connection.execute(select(shares.c.id).where(shares.c.id == share).with_for_update())
            if connection.execute(select(func.count()).where(own)).scalar_one() >= MOST_WRONG:
                raise ShareError.throttled()
            connection.execute(insert(share_tries).values(share=share, client=who, tried=now))
        if not _verified(found["phrase"], phrase):
            raise ShareError.wrong_phrase()
        with self._transaction() as connection:
            connection.execute(delete(share_tries).where(own))

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        try:
            with self._engine.begin() as connection:
                yield connection
        except SQLAlchemyError as error:
            raise failure(error) from error


def has_expired(expires: datetime | None, now: datetime) -> bool:
    return expires is not None and expires <= now


def digest(data: bytes) -> str:
    return sha256(data).hexdigest()


def _row(row: dict[str, Any]) -> ShareRow:
    protected = row.pop("phrase") is not None
    return ShareRow(**row, protected=protected)


def _hashed(phrase: str) -> str:
    from argon2 import PasswordHasher

    return PasswordHasher().hash(phrase)


def _verified(hashed: str, phrase: str) -> bool:
    from argon2 import PasswordHasher
    from argon2.exceptions import VerificationError

    with _TURNS:
        try:
            return PasswordHasher().verify(hashed, phrase)
        except VerificationError:
            return False

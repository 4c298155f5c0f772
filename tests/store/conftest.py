from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import psycopg
import pytest

from pipeline.merging import confidence
from tests.store.indexed import Indexed

NUMBERS = count()
UNPRIVILEGED = ("postgres", "nobody")


@pytest.fixture(autouse=True, scope="module")
def equally_sure() -> Iterator[None]:
    """Made-up articles say nothing of how sure the real ones are: all that they tell is kept and counted."""
    with pytest.MonkeyPatch.context() as patch:
        known = confidence.Confidence(0.0, confidence.fitted().classes, {})
        patch.setattr(confidence, "fitted", lambda: known)
        yield


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """Address of a PostgreSQL server that lives as long as the tests."""
    folder = Path(tempfile.mkdtemp(prefix="dateline-postgres-"))
    user = unprivileged_user() if os.geteuid() == 0 else None
    if user:
        shutil.chown(folder, user)
    try:
        with server(folder, user) as address:
            yield address
    finally:
        shutil.rmtree(folder)


@contextmanager
def server(folder: Path, user: str | None) -> Iterator[str]:
    port, data = free_port(), str(folder / "data")

    def run(program: str, *options: str) -> None:
        subprocess.run(
            [binary(program), "-D", data, *options], user=user, cwd=folder, check=True, stdout=subprocess.DEVNULL
        )

    run("initdb", "--username=dateline", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync")
    options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off"
    run("pg_ctl", "start", "--wait", f"--log={folder / 'log'}", "-o", options)
    try:
        yield f"dateline@127.0.0.1:{port}"
    finally:
        run("pg_ctl", "stop", "--wait", "--mode=immediate")


def binary(program: str) -> str:
    """A server program on the PATH, or where Debian keeps the newest version's."""
    debian = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{program}"), key=lambda path: int(path.parts[4]))
    found = shutil.which(program) or (str(debian[-1]) if debian else None)
    return found or pytest.fail(f"{program} is missing: install the package postgresql (apt-get, dnf, pacman or brew).")


def unprivileged_user() -> str:
    """PostgreSQL will not run as root."""
    known = {entry.pw_name for entry in pwd.getpwall()}
    return next(name for name in UNPRIVILEGED if name in known)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def new_url(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Callable[[], str]:
    """Makes an empty database at every call, first all of one kind and then of the other."""
    if request.param == "sqlite":
        return lambda: f"sqlite:///{tmp_path_factory.mktemp('store') / 'store.sqlite'}"
    address = request.getfixturevalue("postgres")
    return lambda: new_database(address)


def new_database(address: str) -> str:
    name = f"store_{next(NUMBERS)}"
    with psycopg.connect(f"postgresql://{address}/postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return f"postgresql+psycopg://{address}/{name}"


@pytest.fixture
def url(new_url: Callable[[], str]) -> str:
    return new_url()


@pytest.fixture
def store(url: str) -> Iterator[Indexed]:
    opened = Indexed.open(url)
    yield opened
    opened.close()

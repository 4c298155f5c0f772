"""Who may open the websocket of a real server, tried as a website would: by DNS rebinding, or from another port."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from urllib.request import urlopen

import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from tests.browser.conftest import STREAMLIT, UVICORN, Server, free_port, sample_store

OUTSIDE = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY")


class Outside:
    """Stands for the whole internet: whatever the server asks of it arrives here, and is counted."""

    def __init__(self) -> None:
        self.listener = socket.create_server(("127.0.0.1", free_port()))
        self.listener.settimeout(0.2)
        self.url = f"http://127.0.0.1:{self.listener.getsockname()[1]}"

    def requests(self) -> int:
        try:
            asked, _ = self.listener.accept()
        except TimeoutError:
            return 0
        asked.close()
        return 1 + self.requests()


@pytest.fixture(scope="module")
def outside() -> Iterator[Outside]:
    found = Outside()
    yield found
    found.listener.close()


@pytest.fixture(scope="module", params=[STREAMLIT, UVICORN], ids=["streamlit", "uvicorn"])
def guarded(
    request: pytest.FixtureRequest, outside: Outside, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Server]:
    running = Server(request.param, sample_store(tmp_path_factory.mktemp("guarded")))
    running.environment = dict.fromkeys(OUTSIDE, outside.url) | {"NO_PROXY": "localhost,127.0.0.1"}
    running.environment["DATELINE_HOSTS"] = "desk.example"
    running.start()
    yield running
    running.stop()


def opened(server: Server, host: str, origin: str | None) -> bool:
    """Whether the websocket opens under that Host header, for a page of that origin."""

    def attempt() -> bool:
        reached = socket.create_connection(("localhost", server.port))
        address = f"ws://{host}/_stcore/stream"
        try:
            with connect(address, sock=reached, additional_headers={"Origin": origin} if origin else {}, proxy=None):
                return True
        except InvalidStatus:
            return False

    with ThreadPoolExecutor(1) as apart:  # the browser tests leave a loop running in this thread
        return apart.submit(attempt).result()


def test_nobody_is_asked_when_the_server_starts_and_serves(guarded: Server, outside: Outside) -> None:
    assert urlopen(guarded.url).status == 200
    assert urlopen(f"{guarded.url}/_stcore/host-config").status == 200
    assert outside.requests() == 0


@pytest.mark.parametrize("host", ["localhost:{port}", "127.0.0.1:{port}", "192.168.7.20:{port}", "desk.example"])
def test_a_page_of_our_own_connects(guarded: Server, outside: Outside, host: str) -> None:
    here = host.format(port=guarded.port)
    assert opened(guarded, here, f"http://{here}")
    assert opened(guarded, here, None)
    assert outside.requests() == 0


@pytest.mark.parametrize(
    ("host", "origin"),
    [
        pytest.param("rebound.example:{port}", "http://rebound.example:{port}", id="a foreign name points here"),
        pytest.param("rebound.example:{port}", None, id="a foreign name, no page"),
        pytest.param("localhost:{port}", "http://elsewhere.example", id="a foreign page"),
        pytest.param("localhost:{port}", "http://localhost:3000", id="another server of this machine"),
        pytest.param("192.168.7.20:{port}", "http://192.168.7.20:3000", id="another server of that machine"),
        pytest.param("desk.example", "https://desk.example.evil.example", id="a longer name"),
        pytest.param("localhost:{port}", "null", id="a page without origin"),
    ],
)
def test_foreign_pages_do_not_and_nobody_is_asked_about_them(
    guarded: Server, outside: Outside, host: str, origin: str | None
) -> None:
    port = guarded.port
    assert not opened(guarded, host.format(port=port), origin and origin.format(port=port))
    assert outside.requests() == 0

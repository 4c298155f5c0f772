from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest
from starlette.types import Message, Receive, Scope, Send

from pages.server.hosts import OwnHosts

PASSED = 200


async def own_page(scope: Scope, receive: Receive, send: Send) -> None:
    await send({"type": "http.response.start", "status": PASSED, "headers": []})


def answer(kind: str, host: str, origin: str | None = None, method: str = "GET") -> int:
    """The status that a request gets, or the code that a websocket is closed with."""
    headers = [(b"host", host.encode()), *([(b"origin", origin.encode())] if origin else [])]
    scope: Scope = {"type": kind, "headers": headers, "method": method, "path": "/", "query_string": b""}
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    async def receive() -> Message:
        return {"type": "http.request"}

    with ThreadPoolExecutor(1) as apart:  # the browser tests leave a loop running in this thread
        apart.submit(lambda: asyncio.run(OwnHosts(own_page)(scope, receive, send))).result()
    return int(sent[0].get("status") or sent[0]["code"])


@pytest.mark.parametrize("host", ["localhost:8501", "127.0.0.1", "[::1]:8501", "192.168.7.20:8501", "desk.example"])
def test_own_hosts_are_answered(monkeypatch: pytest.MonkeyPatch, host: str) -> None:
    monkeypatch.setenv("DATELINE_HOSTS", "news.example, desk.example")
    assert answer("http", host) == PASSED
    assert answer("http", host, f"http://{host}", "POST") == PASSED
    assert answer("websocket", host, f"http://{host}") == PASSED


@pytest.mark.parametrize(
    "host",
    ["rebound.example", "localhost.example", "127.0.0.1.example", "a@localhost", "localhost/x", "localhost:x", ""],
)
def test_foreign_hosts_are_refused_even_with_an_origin_of_their_own(host: str) -> None:
    assert answer("http", host) == 421
    assert answer("websocket", host, f"http://{host}") == 1008


@pytest.mark.parametrize(
    "origin", ["http://elsewhere.example", "null", "http://[", "http://localhost:3000", "file://localhost", "localhost"]
)
def test_foreign_pages_can_neither_connect_nor_send(origin: str) -> None:
    assert answer("http", "localhost", origin, "POST") == 421
    assert answer("websocket", "localhost", origin) == 1008
    assert answer("http", "localhost", origin) == PASSED

from __future__ import annotations

import asyncio
import socket
from collections.abc import Iterator
from threading import Thread
from urllib.request import urlopen

import pytest
import uvicorn
from starlette.types import Receive, Scope, Send
from websockets.sync.client import connect

from pages.server.nodelay import NoDelay, connection_of


async def told_option(scope: Scope, receive: Receive, send: Send) -> None:
    """Answer with what TCP_NODELAY is set to on the connection that asks."""
    connection = connection_of(receive)
    assert connection is not None
    option = str(connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)).encode()
    if scope["type"] == "websocket":
        await send({"type": "websocket.accept"})
        await send({"type": "websocket.send", "bytes": option})
        await send({"type": "websocket.close"})
    else:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": option})


@pytest.fixture(params=[True, False], ids=["with", "without"])
def served(request: pytest.FixtureRequest) -> Iterator[tuple[str, bytes]]:
    """A server on a socket as Streamlit binds it, and the option that its connections should have."""
    bound = socket.socket(socket.AF_INET)
    bound.bind(("127.0.0.1", 0))
    bound.listen()
    bound.setblocking(False)
    app = NoDelay(told_option) if request.param else told_option
    server = uvicorn.Server(uvicorn.Config(app, lifespan="off", log_level="error"))
    thread = Thread(target=lambda: asyncio.run(server.serve([bound])))
    thread.start()
    yield f"127.0.0.1:{bound.getsockname()[1]}", b"1" if request.param else b"0"
    server.should_exit = True
    thread.join(30)
    bound.close()


def test_a_request_is_answered_without_delay(served: tuple[str, bytes]) -> None:
    address, option = served
    with urlopen(f"http://{address}/", timeout=30) as answer:
        assert answer.read() == option


def test_a_websocket_is_answered_without_delay(served: tuple[str, bytes]) -> None:
    address, option = served
    with connect(f"ws://{address}/") as websocket:
        assert websocket.recv(30) == option


def test_a_receiver_without_a_transport_has_no_connection() -> None:
    async def receive() -> dict[str, str]:
        return {"type": "http.request"}

    assert connection_of(receive) is None

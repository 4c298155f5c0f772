"""Answers leave as soon as they are written, whatever socket the server was started with."""

from __future__ import annotations

import asyncio
import socket
from typing import Any

from starlette.types import ASGIApp, Receive, Scope, Send


class NoDelay:
    """Middleware that sets ``TCP_NODELAY`` on the connection of each request.

    asyncio sets it on sockets that name TCP as their protocol, and those that Streamlit binds name none. Without it the
    body of an answer waits for the browser to confirm its headers, which it does after 40 ms (RFC 896 and RFC 1122,
    4.2.3.2): for each of the sixty files of a first view, and again for the messages of a run.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if connection := connection_of(receive):
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        await self.app(scope, receive, send)


def connection_of(receive: Receive) -> Any | None:
    """The TCP socket a server receives by; ``None`` where its ``receive`` is no method of something with a transport.

    ASGI does not hand over the transport; uvicorn's classes for requests and for websockets both keep it by that name.
    """
    transport = getattr(getattr(receive, "__self__", None), "transport", None)
    if not isinstance(transport, asyncio.Transport):
        return None
    connection = transport.get_extra_info("socket")
    return connection if connection and connection.family in (socket.AF_INET, socket.AF_INET6) else None

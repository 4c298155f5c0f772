"""Who may ask this server: pages of its own, under its own address; no website through a name that points here."""

from __future__ import annotations

from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from pipeline import settings

REFUSED = PlainTextResponse(
    "This address is not one of Dateline's.\nHint: open it by its IP address, or name the host in DATELINE_HOSTS.", 421
)
POLICY_VIOLATION = 1008
SAFE = ("GET", "HEAD", "OPTIONS")


class OwnHosts:
    """Middleware that refuses foreign hosts, and what foreign pages send, before Streamlit sees it."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket") or is_own(scope):
            await self.app(scope, receive, send)
        elif scope["type"] == "http":
            await REFUSED(scope, receive, send)
        else:
            await send({"type": "websocket.close", "code": POLICY_VIOLATION})


def is_own(scope: Scope) -> bool:
    """Whether the host is one of ours and the page that asks, where its browser names it, came from that host and port.

    Only what Streamlit takes for the same origin passes: about others it asks an outside service for its own address.
    """
    headers = Headers(scope=scope)
    host = headers.get("host", "")
    name = hostname(host)
    if name is None or not is_allowed(name) or len(headers.getlist("host")) > 1:
        return False
    origins = headers.getlist("origin")
    changes = scope["type"] == "websocket" or scope["method"] not in SAFE
    return not changes or all(served_from(origin) == host for origin in origins)


def hostname(host: str) -> str | None:
    """The name in a Host header; None for one that holds anything else beside it and a port."""
    try:
        address = urlsplit(f"//{host}")
        return address.hostname if address.netloc == host and "@" not in host and address.port != 0 else None
    except ValueError:
        return None


def served_from(origin: str) -> str | None:
    """Host and port of a page's origin."""
    try:
        address = urlsplit(origin)
    except ValueError:
        return None
    return address.netloc if address.scheme in ("http", "https") else None


def is_allowed(host: str) -> bool:
    """An IP address, which no foreign name can stand for, this machine, or a name in ``DATELINE_HOSTS``."""
    is_this_machine = host == "localhost" or host.endswith(".localhost")
    return is_this_machine or is_address(host) or not settings.hosts().isdisjoint({host, "*"})


def is_address(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True

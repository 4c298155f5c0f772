"""What the server gives for the address of a snapshot or of a named view, beside Streamlit.

A snapshot is one page that asks for nothing; no script runs in it, and no address of the dashboard stands in it.
"""

from __future__ import annotations

from datetime import UTC, datetime
from ipaddress import IPv6Network, ip_address
from urllib.parse import parse_qs

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from pages.server.messages import FROZEN, HEADERS, message_page
from pipeline.errors import PipelineError, ShareError

MOST_BODY = 4096
"""Bytes of a form that are read."""
SUBSCRIBER = 64
"""Bits of an IPv6 address that are one subscriber's network."""
SNAPSHOT, VIEW = "/s/", "/v/"
HOME = "<p><a href='/'>Open Dateline</a></p>"
"""For those who know the dashboard; a snapshot leads nowhere."""


def routes() -> list[BaseRoute]:
    return [
        Route(f"{SNAPSHOT}{{secret:path}}", snapshot, methods=["GET", "POST"]),
        Route(f"{VIEW}{{view}}", named_view),
    ]


async def snapshot(request: Request) -> Response:
    """The page as it was frozen; a form where it wants a pass phrase."""
    phrase = await _phrase(request) if request.method == "POST" else None
    try:
        page = await run_in_threadpool(_open_snapshot, request.path_params["secret"], phrase, client(request))
    except ShareError as error:
        return _phrase_form(str(error), error.status) if error.status != 404 else message_page(str(error), 404)
    except PipelineError as error:
        return message_page(str(error), 503)
    return HTMLResponse(page, headers=HEADERS | {"Content-Security-Policy": f"{FROZEN}; form-action 'none'; sandbox"})


async def named_view(request: Request) -> Response:
    from pages.view import data

    found = await run_in_threadpool(lambda: data.store().shares.view(request.path_params["view"]))
    if found is None:
        return message_page("No view has this address. It was removed, or the link is cut short.", 404, HOME)
    return RedirectResponse(found, 303, headers=HEADERS)


def client(request: Request) -> str:
    """The address that asks; of IPv6 the network that one subscriber has."""
    host = request.client.host if request.client else ""
    try:
        address = ip_address(host)
    except ValueError:
        return host
    return host if address.version == 4 else str(IPv6Network((address, SUBSCRIBER), strict=False))


def _open_snapshot(secret: str, phrase: str | None, client: str) -> bytes:
    from pages.view import data

    return data.store().shares.open(secret, datetime.now(UTC).replace(tzinfo=None), phrase, client)


async def _phrase(request: Request) -> str:
    """The pass phrase of a form; of one that is too long, nothing."""
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > MOST_BODY:
            return ""
    return parse_qs(body.decode("utf-8", "replace")).get("phrase", [""])[0]


def _phrase_form(words: str, status: int) -> Response:
    """Its referrer stays within this server, else the browser would send the form as one of nobody's."""
    form = (
        "<form method='post'><label>Pass phrase <input name='phrase' type='password' autocomplete='off' required "
        "autofocus></label> <button>Open</button></form>"
    )
    return message_page(words, status, form, {"Referrer-Policy": "same-origin"})

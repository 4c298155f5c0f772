"""Streamlit's own page, as served: allowed by the headers, and told where the server is."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import streamlit
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from pages.view import navigation

SERVED = Path(streamlit.__file__).parent / "static"
BOOT = '<script src="/app/static/boot.js"></script><script src="/app/static/width.js"></script>'


def routes(static: Path) -> list[BaseRoute]:
    """What the app serves beside Streamlit: its static files, and a page for each address a link can have."""
    named = [Route(f"/{name}", root if name == navigation.FIRST else shell) for name in navigation.pages()]
    return [Mount("/app/static", StaticFiles(directory=static)), Route("/", shell), *named]


async def root(request: Request) -> RedirectResponse:
    """The first page has no address of its own."""
    return RedirectResponse(f"/?{request.url.query}" if request.url.query else "/")


async def shell(_: Request) -> HTMLResponse:
    page = index_page().replace("<head>", f"<head>{BOOT}", 1)
    return HTMLResponse(page, headers={"Cache-Control": "no-cache"})


@cache
def index_page() -> str:
    return (SERVED / "index.html").read_text("utf-8")

"""Streamlit's own page, as served: allowed by the headers, and told where the server is."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import streamlit
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from pages.view import navigation

SERVED = Path(streamlit.__file__).parent / "static"
SCRIPTS = SERVED / "static" / "js"
BOOT = '<script src="/app/static/boot.js"></script><script src="/app/static/width.js"></script>'
DRAWN_FIRST = (
    "PlotlyChart",
    "Html",
    "DateInput",
    "Multiselect",
    "ButtonGroup",
    "TextInput",
    "PageLink",
    "Selectbox",
)
"""The parts of Streamlit's page that every first view is made of; it asks for them only when it comes to draw them."""
MOST_IMPORTS = 10_000
"""Characters; imports stand first in a script."""
IMPORTED = re.compile(r"""(?:from|import)"\./([\w.-]+\.js)""")


def routes(static: Path) -> list[BaseRoute]:
    """What the app serves beside Streamlit: its static files, and a page for each address a link can have."""
    named = [Route(f"/{name}", root if name == navigation.FIRST else shell) for name in navigation.pages()]
    return [Mount("/app/static", StaticFiles(directory=static)), Route("/", shell), *named]


async def root(request: Request) -> RedirectResponse:
    """The first page has no address of its own."""
    return RedirectResponse(f"/?{request.url.query}" if request.url.query else "/")


async def shell(_: Request) -> HTMLResponse:
    page = index_page().replace("<head>", f"<head>{BOOT}", 1).replace("</head>", f"{preloads()}</head>", 1)
    return HTMLResponse(page, headers={"Cache-Control": "no-cache"})


@cache
def preloads() -> str:
    """Fetch what draws the first view while its data are being made, not after."""
    missing = [name for name in needed() if name not in index_page()]
    return "".join(f'<link rel="modulepreload" crossorigin href="/static/js/{name}">' for name in missing)


def needed() -> list[str]:
    """The scripts that draw the first view and all that they import, the largest of them first."""
    found: dict[str, None] = {}
    waiting = [script.name for part in DRAWN_FIRST for script in SCRIPTS.glob(f"{part}.*.js")]
    while waiting:
        name = waiting.pop(0)
        if name not in found:
            found[name] = None
            with (SCRIPTS / name).open(encoding="utf-8") as script:
                waiting += IMPORTED.findall(script.read(MOST_IMPORTS))
    return list(found)


@cache
def index_page() -> str:
    return (SERVED / "index.html").read_text("utf-8")

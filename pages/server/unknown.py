"""Addresses that no page has. Streamlit would answer with its own page, which stays blank below the first level of
addresses, where it looks for its scripts."""

from __future__ import annotations

from html import escape

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Match, Route
from starlette.types import Scope

from pages.server.messages import message_page
from pages.view import navigation

STREAMLITS = frozenset({"_stcore", "component", "favicon.png", "manifest.json", "media", "static"})
"""First parts of the addresses at which Streamlit serves."""
MOST_SHOWN = 80
"""Characters of the address that the page repeats."""


class UnknownAddress(Route):
    """All addresses that are not Streamlit's; stands behind every other route of ours."""

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        match, found = super().matches(scope)
        if match is Match.NONE or found["path_params"]["address"].split("/")[0] in STREAMLITS:
            return Match.NONE, {}
        return match, found


def routes() -> list[BaseRoute]:
    return [UnknownAddress("/{address:path}", unknown)]


async def unknown(request: Request) -> Response:
    """The page that was meant, if capitals, hyphens or a slash at the end differ; else a page that leads to all."""
    address = request.path_params["address"]
    name = address.rstrip("/").lower().replace("-", "_")
    if name in navigation.pages():
        return RedirectResponse(f"/{name}?{request.url.query}" if request.url.query else f"/{name}")
    shown = address if len(address) <= MOST_SHOWN else f"{address[:MOST_SHOWN]}…"
    words = f"No page has the address “/{shown}”. These are the pages:"
    return message_page(words, 404, _links())


def _links() -> str:
    addresses = {("" if name == navigation.FIRST else name): title for name, title in navigation.pages().items()}
    items = "".join(f"<li><a href='/{name}'>{escape(title)}</a></li>" for name, title in addresses.items())
    return f"<ul>{items}</ul>"

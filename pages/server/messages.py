"""A page of our own with one message, for addresses at which the dashboard does not answer."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from starlette.responses import HTMLResponse

FROZEN = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; base-uri 'none'"
HEADERS = {"Cache-Control": "no-store", "X-Robots-Tag": "noindex, nofollow"}
STYLE = (
    ":root{color-scheme:light dark}"
    "body{font:16px/1.5 sans-serif;margin:3rem auto;max-width:30rem;overflow-wrap:anywhere;padding:0 1rem}"
    "input,button{font:inherit}"
)


def message_page(words: str, status: int, more: str = "", headers: Mapping[str, str] | None = None) -> HTMLResponse:
    """``words`` are escaped, ``more`` is HTML; nothing on it runs or is loaded."""
    page = (
        "<!doctype html><html lang='en'><head><meta charset='utf-8'>"
        "<meta name='viewport' content='width=device-width, initial-scale=1'><title>Dateline</title>"
        f"<style>{STYLE}</style></head><body><main><h1>Dateline</h1><p>{escape(words)}</p>{more}</main></body></html>"
    )
    policy = {"Content-Security-Policy": f"{FROZEN}; form-action 'self'"}
    return HTMLResponse(page, status, HEADERS | policy | dict(headers or {}))

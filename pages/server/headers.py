"""Security headers of every response: what the browser may load, from where, and who may frame it."""

from __future__ import annotations

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pages.server.web import index_page

INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)


class SecurityHeaders:
    """Middleware that adds the headers; Streamlit sets none itself, a snapshot stricter ones of its own."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                sent = MutableHeaders(scope=message)
                for name, value in headers().items():
                    sent.setdefault(name, value)
            await send(message)

        await self.app(scope, receive, send_with_headers)


@cache
def headers() -> dict[str, str]:
    return {
        "Content-Security-Policy": "; ".join(f"{name} {sources}" for name, sources in policy().items()),
        "Cross-Origin-Opener-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
    }


def policy() -> dict[str, str]:
    """Everything from this server alone; plotly needs ``wasm-unsafe-eval``, Streamlit's styles are inline."""
    return {
        "default-src": "'self'",
        "base-uri": "'none'",
        "connect-src": "'self'",
        "font-src": "'self' data:",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
        "frame-src": "'none'",
        "img-src": "'self' data: blob:",
        "object-src": "'none'",
        "script-src": " ".join(["'self'", "'wasm-unsafe-eval'", *inline_script_hashes(index_page())]),
        "style-src": "'self' 'unsafe-inline'",
        "worker-src": "'self' blob:",
    }


def inline_script_hashes(page: str) -> list[str]:
    """Allow the scripts written into Streamlit's own page, and no other inline script."""
    digests = [sha256(script.encode()).digest() for script in INLINE_SCRIPT.findall(page)]
    return [f"'sha256-{b64encode(digest).decode()}'" for digest in digests]

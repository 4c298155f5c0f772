from __future__ import annotations

import asyncio
import re
from base64 import b64encode
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Message

from pages.server.headers import SecurityHeaders, headers, inline_script_hashes, policy
from pages.server.web import BOOT, index_page, shell


def get(app: ASGIApp, path: str) -> tuple[dict[str, str], str]:
    """Headers and body of a response. The loop runs in a thread: Playwright's may be running in this one."""
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b""}

    async def send(message: Message) -> None:
        sent.append(message)

    async def run() -> None:
        await app(scope, receive, send)

    scope = {"type": "http", "method": "GET", "path": path, "headers": [], "query_string": b"", "root_path": ""}
    with ThreadPoolExecutor(1) as pool:
        pool.submit(lambda: asyncio.run(run())).result()
    found = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return found, b"".join(message.get("body", b"") for message in sent[1:]).decode()


def test_headers_stand_on_every_response() -> None:
    app = Starlette(routes=[Route("/", lambda _: PlainTextResponse("hi"))], middleware=[Middleware(SecurityHeaders)])
    for path in ("/", "/missing"):
        sent, _ = get(app, path)
        assert {name: sent[name.lower()] for name in headers()} == headers()


def test_headers_allow_only_this_server() -> None:
    for name, sources in policy().items():
        assert not re.search(r"https?:|\*", sources), name
    assert "unsafe-inline" not in policy()["script-src"]
    assert "'unsafe-eval'" not in policy()["script-src"]
    assert policy()["frame-ancestors"] == "'none'"


def test_headers_allow_the_inline_script_of_streamlit_by_its_hash() -> None:
    scripts = re.findall(r"<script>(.*?)</script>", index_page(), re.DOTALL)
    assert scripts
    for script in scripts:
        assert b64encode(sha256(script.encode()).digest()).decode() in policy()["script-src"]


def test_headers_hash_changes_with_the_script() -> None:
    assert inline_script_hashes("<script>a</script>") != inline_script_hashes("<script>b</script>")
    assert inline_script_hashes("<script src='a.js'></script>") == []


def test_web_page_starts_with_the_boot_script() -> None:
    _, page = get(Starlette(routes=[Route("/timeline", shell)]), "/timeline")
    assert page.index(BOOT) < page.index('type="module"')
    assert page.replace(BOOT, "") == index_page()

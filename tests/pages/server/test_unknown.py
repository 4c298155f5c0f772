from __future__ import annotations

import asyncio
import re
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Mount
from starlette.types import Message

from pages.server import unknown
from pages.view import navigation

STREAMLIT = PlainTextResponse("Streamlit's own page")
SERVER = Starlette(routes=[*unknown.routes(), Mount("/", STREAMLIT)])


def answer(path: str, query: str = "", method: str = "GET") -> tuple[int, dict[str, str], str]:
    """Status, headers and body. The loop runs in a thread: that of the browser tests may be running in this one."""
    sent: list[Message] = []
    scope: dict[str, Any] = {"type": "http", "method": method, "path": path, "headers": [], "root_path": ""}

    async def receive() -> Message:
        return {"type": "http.request", "body": b""}

    async def send(message: Message) -> None:
        sent.append(message)

    with ThreadPoolExecutor(1) as apart:
        asked = scope | {"query_string": query.encode()}
        apart.submit(lambda: asyncio.run(SERVER(asked, receive, send))).result()
    headers = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return sent[0]["status"], headers, b"".join(part.get("body", b"") for part in sent[1:]).decode()


@pytest.mark.parametrize("path", ["/nowhere", "/a/b", "/timeline/2023", "/index.html", "/app/nothing", "/_stcorex"])
def test_unknown_address_is_named_and_leads_to_every_page(path: str) -> None:
    status, _, page = answer(path, "x=1")
    assert status == 404
    assert f"“{path}”" in page
    addresses = {f"/{name}" for name in navigation.pages() if name != navigation.FIRST} | {"/"}
    assert set(re.findall(r"href='([^']*)'", page)) == addresses


def test_unknown_address_is_escaped_and_shortened() -> None:
    _, _, page = answer("/<script>alert(1)</script>" + "x" * 500)
    assert "<script>" not in page
    assert "x" * 100 not in page


@pytest.mark.parametrize(
    ("path", "query", "meant"),
    [
        pytest.param("/Timeline", "from=2023-09-11", "/timeline?from=2023-09-11", id="capital"),
        pytest.param("/timeline/", "", "/timeline", id="slash at the end"),
        pytest.param("/add-text", "", "/add_text", id="hyphen"),
    ],
)
def test_unknown_address_that_means_a_page_leads_there(path: str, query: str, meant: str) -> None:
    status, headers, _ = answer(path, query)
    assert (status, headers["location"]) == (307, meant)


@pytest.mark.parametrize("path", ["/_stcore/health", "/static/js/index.js", "/media/a.png", "/favicon.png"])
def test_unknown_address_leaves_what_streamlit_serves(path: str) -> None:
    assert answer(path)[2] == "Streamlit's own page"

"""Snapshots and named views as a browser gets them, and the page that takes them back."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.types import Message
from streamlit.testing.v1 import AppTest

from pages.exports import share_routes
from pages.server.headers import SecurityHeaders
from pages.server.hosts import OwnHosts
from pipeline.store import Store
from tests.pages.conftest import open_page

NOW = datetime(2024, 5, 6)
PAGE = b"<!doctype html><p>Talks</p>"
PHRASE = "five grey herons"
SERVER = Starlette(routes=share_routes.routes(), middleware=[Middleware(OwnHosts), Middleware(SecurityHeaders)])


@dataclass
class Answer:
    """What a browser gets."""

    status: int
    headers: dict[str, str]
    body: bytes


def ask(path: str, form: dict[str, str] | bytes | None = None, origin: str = "http://localhost") -> Answer:
    sent: list[Message] = []
    body = form if isinstance(form, bytes) else urlencode(form or {}).encode()

    async def receive() -> Message:
        return {"type": "http.request", "body": body}

    async def send(message: Message) -> None:
        sent.append(message)

    scope = {
        "type": "http",
        "method": "GET" if form is None else "POST",
        "path": path,
        "headers": [(b"host", b"localhost"), (b"origin", origin.encode())],
        "query_string": b"",
        "root_path": "",
    }
    with ThreadPoolExecutor(1) as pool:
        pool.submit(lambda: asyncio.run(SERVER(scope, receive, send))).result()
    headers = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return Answer(sent[0]["status"], headers, b"".join(message.get("body", b"") for message in sent[1:]))


def frozen(url: str, phrase: str = "") -> str:
    store = Store.open(url)
    secret = store.shares.freeze("Talks", PAGE, NOW, phrase=phrase)
    store.close()
    return secret


def test_snapshot_is_given_as_it_is_and_nothing_can_run_in_it(store_url: str) -> None:
    answer = ask(f"/s/{frozen(store_url)}")
    assert (answer.status, answer.body) == (200, PAGE)
    policy = answer.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'")
    assert "sandbox" in policy
    assert "script-src" not in policy
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["cache-control"] == "no-store"
    assert "noindex" in answer.headers["x-robots-tag"]


def test_unknown_address_says_nothing_of_what_is_there(store_url: str) -> None:
    answer = ask("/s/unknown")
    assert answer.status == 404
    assert b"Talks" not in answer.body


@pytest.mark.parametrize("below", ["/", "/timeline", "/..", "/_stcore/health"])
def test_nothing_is_below_the_address_of_a_snapshot(store_url: str, below: str) -> None:
    assert ask(f"/s/{frozen(store_url)}{below}").status == 404


def test_pass_phrase_is_asked_for_by_a_form(store_url: str) -> None:
    path = f"/s/{frozen(store_url, PHRASE)}"
    asked = ask(path)
    assert asked.status == 401
    assert b"<form method='post'>" in asked.body
    assert asked.headers["referrer-policy"] == "same-origin"
    assert ask(path, {"phrase": "wrong wrong"}).status == 403
    assert ask(path, {"phrase": PHRASE}).body == PAGE
    assert ask(path, {"phrase": PHRASE}, origin="http://evil.example").status == 421


@pytest.mark.parametrize("form", [b"x" * 100_000, b"phrase=%ff%fe", b"", b"phrase"])
def test_broken_forms_open_nothing(store_url: str, form: bytes) -> None:
    assert ask(f"/s/{frozen(store_url, PHRASE)}", form).status == 403


def test_named_view_leads_to_its_address(store_url: str) -> None:
    view = Store.open(store_url).shares.save_view("Talks", "/timeline?type=CONSULT", NOW)
    answer = ask(f"/v/{view}")
    assert (answer.status, answer.headers["location"]) == (303, "/timeline?type=CONSULT")
    assert ask("/v/unknown").status == 404


def test_snapshot_of_the_filters_is_frozen_from_the_page(app: AppTest, store_url: str) -> None:
    app.session_state["snapshot-menu"] = True
    app.query_params["status"] = ["planned"]
    app.run()
    app.button(key="freeze").click().run()
    assert not app.exception
    address = app.code[0].value
    page = ask(address[address.index("/s/") :]).body
    assert b"1 event, 1 movement" in page
    store = Store.open(store_url)
    for article in store.articles():
        store.remove(article.id)
    assert ask(address[address.index("/s/") :]).body == page


def test_short_pass_phrase_is_refused(app: AppTest) -> None:
    app.session_state["snapshot-menu"] = True
    app.run()
    app.text_input(key="freeze-phrase").set_value("short")
    app.button(key="freeze").click().run()
    assert any("at least 8" in warning.value for warning in app.warning)
    assert not app.code


def test_view_is_saved_with_all_that_the_address_holds(app: AppTest, store_url: str) -> None:
    app.session_state["snapshot-menu"] = True
    app.query_params["type"] = ["CONSULT"]
    app.run()
    app.text_input(key="view-name").set_value("Talks")
    app.button(key="view-save").click().run()
    [view] = Store.open(store_url).shares.views()
    assert view.address == "/?type=CONSULT"


def test_shared_page_lists_and_revokes(store_url: str, app: AppTest) -> None:
    secret = frozen(store_url)
    open_page(app, "shares")
    assert any("Talks" in text.value and "opened 0 times" in text.value for text in app.markdown)
    next(button for button in app.button if button.label == "Revoke").click().run()
    assert not app.exception
    assert any("revoked" in text.value for text in app.markdown)
    assert ask(f"/s/{secret}").status == 404

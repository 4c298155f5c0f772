"""How a real server hands over the files of a page."""

from __future__ import annotations

import time
from contextlib import closing
from http.client import HTTPConnection

from pages.server.web import SERVED
from tests.browser.conftest import Server

CONFIRMATION = 0.04
"""Seconds after which Linux confirms what it received, if nothing is sent meanwhile."""


def test_files_over_one_connection_do_not_wait_for_their_confirmation(server: Server) -> None:
    files = sorted((SERVED / "static" / "js").iterdir())[:20]

    def fetch_all(connection: HTTPConnection) -> float:
        start = time.perf_counter()
        for file in files:
            connection.request("GET", f"/static/js/{file.name}")
            assert len(connection.getresponse().read()) == file.stat().st_size
        return time.perf_counter() - start

    with closing(HTTPConnection("localhost", server.port, timeout=30)) as connection:
        assert min(fetch_all(connection) for _ in range(5)) < len(files) * CONFIRMATION

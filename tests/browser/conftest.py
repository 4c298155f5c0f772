from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect, sync_playwright

from tests.pages.sample import fill

ROOT = Path(__file__).parents[2]
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
DESKTOP: ViewportSize = {"width": 1400, "height": 900}
START_SECONDS = 60
PATIENCE_MS = 30_000


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A test of the browser that fails is tried once more, as Playwright's own runner does; the summary counts it."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.flaky(reruns=1))


@dataclass
class Server:
    """The dashboard in a process of its own, on a store of its own."""

    command: list[str]
    store: str
    port: int = field(default_factory=lambda: free_port())
    process: subprocess.Popen[bytes] | None = None
    environment: dict[str, str] = field(default_factory=dict)

    @property
    def url(self) -> str:
        return f"http://localhost:{self.port}"

    def start(self) -> None:
        command = [part.format(port=self.port) for part in self.command]
        self.process = subprocess.Popen(
            [sys.executable, "-m", *command],
            cwd=ROOT,
            env={**os.environ, **self.environment, "DATELINE_STORE": self.store},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            try:
                urlopen(f"{self.url}/_stcore/health", timeout=1)
            except (URLError, OSError):
                time.sleep(0.1)
            else:
                return
        raise TimeoutError(f"no server at {self.url} after {START_SECONDS} s")

    def stop(self) -> None:
        if self.process is not None:
            self.process.terminate()
            self.process.wait(timeout=20)


@dataclass
class Watched:
    """A page of the browser, and all that went wrong or went outside on it."""

    page: Page
    home: str
    complaints: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("console", lambda said: self._complain(said.text) if said.type in ("error", "warning") else None)
        self.page.on("pageerror", lambda error: self._complain(str(error)))
        self.page.on("requestfailed", lambda request: self._complain(f"failed: {request.url}"))
        self.page.on("response", lambda got: self._complain(f"{got.status}: {got.url}") if got.status >= 400 else None)
        self.page.on("request", lambda request: None if self._is_ours(request.url) else self._complain(request.url))

    def open(self, path: str = "/") -> Page:
        self.page.goto(f"{self.home}{path}")
        return self.page

    def _is_ours(self, url: str) -> bool:
        return url.startswith((self.home, "data:", "blob:"))

    def _complain(self, what: str) -> None:
        self.complaints.append(what)


STREAMLIT = ["streamlit", "run", "app.py", "--server.port", "{port}", "--server.headless", "true"]
UVICORN = ["uvicorn", "app:app", "--port", "{port}"]


def settled(page: Page) -> None:
    """Wait until a page is drawn, no run of it is under way or to come, and all that it drew has its code.

    While articles are being compared a page says so, and is drawn anew after that: a key that is pressed then is lost.
    """
    expect(page.get_by_role("heading", level=1).first).to_be_visible()
    expect(page.get_by_text("Articles are being compared")).to_have_count(0)
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0)


def wait_until(condition: Callable[[], object]) -> None:
    """Wait for what ``expect`` cannot look at; ``wait_for_function`` is against the script policy of our pages."""
    deadline = time.monotonic() + PATIENCE_MS / 1000
    while not condition():
        assert time.monotonic() < deadline, "it did not come about in time"
        time.sleep(0.02)


def wait_for_script(page: Page, flag: str) -> None:
    """Wait until a script of ``static/`` has run: each sets a flag of its own on the window."""
    wait_until(lambda: page.evaluate(f"window.{flag} === true"))


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("localhost", 0))
        port: int = found.getsockname()[1]
        return port


def sample_store(folder: Path) -> str:
    url = f"sqlite:///{folder / 'dateline.sqlite'}"
    fill(url)
    return url


@contextmanager
def serving(store: str, command: list[str] = STREAMLIT) -> Iterator[Server]:
    """The dashboard on a store, until it is left."""
    running = Server(command, store)
    running.start()
    try:
        yield running
    finally:
        running.stop()


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(sample_store(tmp_path_factory.mktemp("store"))) as running:
        yield running


@pytest.fixture(scope="session")
def writing_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """For tests that change what it holds: none of them needs it as it was."""
    with serving(sample_store(tmp_path_factory.mktemp("written"))) as running:
        yield running


@pytest.fixture(scope="session")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BrowserContext]:
    """One window a worker: a window for each test, with no script in its cache, costs a quarter of the time."""
    expect.set_options(timeout=PATIENCE_MS)
    names = ("chromium", "chromium-browser", "google-chrome")
    installed = next((path for name in names if (path := shutil.which(name))), None)
    with sync_playwright() as playwright:
        profile = playwright.chromium.launch_persistent_context(
            tmp_path_factory.mktemp("profile"), executable_path=installed, args=FLAGS, viewport=DESKTOP
        )
        profile.set_default_timeout(PATIENCE_MS)
        yield profile
        profile.close()


@pytest.fixture(scope="session")
def browser(profile: BrowserContext) -> Browser:
    """For contexts that are not those of the profile: another user, a phone."""
    assert profile.browser is not None
    return profile.browser


@pytest.fixture
def context(profile: BrowserContext) -> Iterator[BrowserContext]:
    """The profile without what an earlier test left: its pages, and what sites keep or may do."""
    profile.clear_cookies()
    profile.clear_permissions()
    yield profile
    _, *opened = profile.pages
    for page in opened:
        forget_storage(page)
        page.close()


def forget_storage(page: Page) -> None:
    if page.url.startswith("http"):
        page.evaluate("localStorage.clear()")


@pytest.fixture
def watched(context: BrowserContext, server: Server) -> Iterator[Watched]:
    """A page whose console and requests must stay clean until the test is over."""
    watched = Watched(context.new_page(), server.url)
    yield watched
    assert watched.complaints == []

"""The dashboard in a process of its own, for benchmarks that ask it as a browser does."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import psutil

ROOT = Path(__file__).parent.parent
LONGEST_START = 60


@contextmanager
def served(store: str, folder: Path = ROOT) -> Iterator[tuple[str, psutil.Process]]:
    """The address of a server that answers, and its process; it ends with the block. ``folder`` has its ``app.py``."""
    with socket.socket() as free:
        free.bind(("localhost", 0))
        port = free.getsockname()[1]
    command = ["streamlit", "run", "app.py", "--server.port", str(port), "--server.headless", "true"]
    server = subprocess.Popen(
        [sys.executable, "-m", *command],
        cwd=folder,
        env={**os.environ, "DATELINE_STORE": store},
        stdout=subprocess.DEVNULL,
    )
    try:
        wait(f"http://localhost:{port}/_stcore/health")
        yield f"http://localhost:{port}", psutil.Process(server.pid)
    finally:
        server.terminate()
        server.wait()


def wait(url: str) -> None:
    deadline = time.monotonic() + LONGEST_START
    while time.monotonic() < deadline:
        try:
            urlopen(url, timeout=1)
        except (URLError, OSError):
            time.sleep(0.02)
        else:
            return
    raise TimeoutError(url)


def processor_seconds(process: psutil.Process) -> float:
    taken = process.cpu_times()
    return float(taken.user + taken.system)

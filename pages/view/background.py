"""One thread beside the pages, for work that no reader waits long for."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock, Thread
from time import monotonic

LONGEST_END = 5.0


class Background:
    """Does its work when it is asked to and is not at it; at most one thread at a time."""

    def __init__(self, name: str, work: Callable[[], None]) -> None:
        self._name, self._work = name, work
        self._lock = Lock()
        self._thread: Thread | None = None
        self._began = 0.0

    def run(self, wait: float) -> None:
        """Have the work done; wait for its end until so many seconds after it began."""
        with self._lock:
            if self._thread is None or not self._thread.is_alive():
                self._began = monotonic()
                self._thread = Thread(target=self._work, name=self._name, daemon=True)
                self._thread.start()
            thread, deadline = self._thread, self._began + wait
        thread.join(max(0.0, deadline - monotonic()))

    def wait_for_end(self) -> None:
        """Of what was told to stop, at the end of the process, which waits ``LONGEST_END`` seconds at most.

        A thread that runs on then is stopped where it asks for the interpreter's lock: in C++ (a query of DuckDB,
        ``numpy.unique``) that aborts the process.
        """
        if self._thread is not None:
            self._thread.join(LONGEST_END)

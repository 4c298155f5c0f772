"""Work on what strangers wrote, in a process of its own: it may take so long, so much memory, and nothing with it."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import Future
from importlib import import_module
from threading import Lock, Thread
from typing import IO

SIZE = 8
"""Bytes that give the length of a message."""
GRACE = 5
"""Seconds after which a worker ends itself if nobody did: its parent may be gone."""


class WorkerStoppedError(Exception):
    """The process ended, or was ended, before it answered. ``slow`` says whether time was what it lacked."""

    def __init__(self, *, slow: bool) -> None:
        super().__init__("too slow" if slow else "ended")
        self.slow = slow


class Worker:
    """A process that answers one request after the other; after one that it cannot answer, a new one takes its place.

    ``target`` names a function from bytes to bytes, "package.module:function". ``seconds`` bounds a request, ``memory``
    the address space in bytes where the system allows that.
    """

    def __init__(self, target: str, *, seconds: int, memory: int) -> None:
        self.target = target
        self.seconds = seconds
        self.memory = memory
        self.process: subprocess.Popen[bytes] | None = None
        self.turn = Lock()
        self.answered = False

    def ask(self, request: bytes, seconds: float | None = None) -> bytes:
        """The answer. Raises WorkerStoppedError where there is none in time."""
        with self.turn:
            process = self.running()
            answer: Future[bytes] = Future()
            Thread(target=exchange, args=(process, request, answer), daemon=True).start()
            try:
                found = answer.result(self.seconds if seconds is None else seconds)
            except TimeoutError as error:
                self.stop()
                raise WorkerStoppedError(slow=True) from error
            except (OSError, EOFError, ValueError) as error:
                self.stop()
                raise WorkerStoppedError(slow=False) from error
            self.answered = True
            return found

    @property
    def is_warm(self) -> bool:
        """Whether the process has answered before, so that what it needs is loaded."""
        return self.answered and self.process is not None

    def running(self) -> subprocess.Popen[bytes]:
        if self.process is not None and self.process.poll() is not None:
            self.stop()
        if self.process is None:
            command = [sys.executable, "-c", "from pipeline.limited import serve; serve()", self.target]
            self.process = subprocess.Popen(
                [*command, str(self.seconds), str(self.memory)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            )
        return self.process

    def stop(self) -> None:
        """End the process, whatever it does; the next request starts another."""
        process, self.process, self.answered = self.process, None, False
        if process is not None:
            process.kill()
            process.wait()
            close(process)


def close(process: subprocess.Popen[bytes]) -> None:
    """Close the pipes of a process that has ended; what it was not sent any more is lost."""
    for pipe in (process.stdin, process.stdout):
        with contextlib.suppress(OSError):
            if pipe is not None:
                pipe.close()


def exchange(process: subprocess.Popen[bytes], request: bytes, answer: Future[bytes]) -> None:
    """Send a request and wait for its answer, on a thread that its asker may leave behind."""
    try:
        if process.stdin is None or process.stdout is None:
            raise EOFError
        send(process.stdin, request)
        found = receive(process.stdout)
        if found is None:
            raise EOFError
        answer.set_result(found)
    except (OSError, EOFError, ValueError) as error:
        answer.set_exception(error)


def send(file: IO[bytes], message: bytes) -> None:
    file.write(len(message).to_bytes(SIZE, "big"))
    file.write(message)
    file.flush()


def receive(file: IO[bytes]) -> bytes | None:
    """The next message, None at the end of the file."""
    size = file.read(SIZE)
    message = file.read(int.from_bytes(size, "big")) if len(size) == SIZE else b""
    return message if size and len(message) == int.from_bytes(size, "big") else None


def serve() -> None:
    """The worker itself: answers on standard output what comes in on standard input, until that is closed."""
    target, seconds, memory = sys.argv[1:4]
    answers, requests = sys.stdout.buffer, sys.stdin.buffer
    sys.stdout = sys.stderr
    module, _, function = target.partition(":")
    limit_memory(int(memory))
    work: Callable[[bytes], bytes] = getattr(import_module(module), function)
    while (request := receive(requests)) is not None:
        alarm(int(seconds) + GRACE)
        send(answers, work(request))
        alarm(0)


def limit_memory(most: int) -> None:
    """Where the system allows it: a small file can ask for any amount."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (most, most))


def alarm(seconds: int) -> None:
    """Let the system end this process after so many seconds, even inside a library; 0 takes that back."""
    try:
        from signal import alarm as alarm_of_system
    except ImportError:
        return
    alarm_of_system(seconds)

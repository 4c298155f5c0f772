"""Work on what strangers wrote, in a process of its own: it may take so long, so much memory, and nothing with it."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import Future
from importlib import import_module
from math import ceil
from pathlib import Path
from queue import SimpleQueue
from threading import Lock, Thread
from typing import IO

SIZE = 8
"""Bytes of a number: the length of a message, and the seconds that a request may take."""
GRACE = 5
"""Seconds after its time is over in which a worker ends itself if nobody did."""


class WorkerStoppedError(Exception):
    """The process ended, or was ended, before it answered. ``slow`` says whether time was what it lacked."""

    def __init__(self, *, slow: bool) -> None:
        super().__init__("too slow" if slow else "ended")
        self.slow = slow


class Worker:
    """A process that answers one request after the other; after one that it cannot answer, a new one takes its place.

    ``target`` names a function from bytes to bytes, "package.module:function". ``seconds`` bounds a request, ``memory``
    the address space in bytes where the system allows that. The process ends when this one does, however it ends.
    """

    def __init__(self, target: str, *, seconds: int, memory: int) -> None:
        self.target = target
        self.seconds = seconds
        self.memory = memory
        self.process: subprocess.Popen[bytes] | None = None
        self.turn = Lock()
        self.answered = False
        self.closed = False

    def ask(self, request: bytes, seconds: float | None = None) -> bytes:
        """The answer. Raises WorkerStoppedError where there is none in time."""
        limit = self.seconds if seconds is None else seconds
        with self.turn:
            process = self.running_process()
            answer: Future[bytes] = Future()
            timed = ceil(limit).to_bytes(SIZE, "big") + request
            Thread(target=exchange, args=(process, timed, answer), daemon=True).start()
            try:
                found = answer.result(limit)
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

    def running_process(self) -> subprocess.Popen[bytes]:
        if self.process is not None and self.process.poll() is not None:
            self.stop()
        if self.process is None:
            self.process = self.start_process()
        if self.closed:
            self.stop()
            raise WorkerStoppedError(slow=False)
        return self.process

    def start_process(self) -> subprocess.Popen[bytes]:
        """A process that signals to this one's group do not reach: it is this one's to end."""
        command = [sys.executable, "-c", "from pipeline.limited import serve; serve()", self.target, str(self.memory)]
        return subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            start_new_session=True,
        )

    def renew(self, grown: int) -> None:
        """End the process if it holds more memory than so many bytes when it has answered; the next is a small one."""
        with self.turn:
            if self.resident() > grown:
                self.stop()

    def resident(self) -> int:
        """Bytes of memory that the process holds; 0 where the system does not tell."""
        try:
            pages = Path(f"/proc/{self.process.pid}/statm").read_text().split()[1] if self.process else "0"
        except OSError:
            return 0
        return int(pages) * os.sysconf("SC_PAGE_SIZE")

    def close(self) -> None:
        """End the process for good: who waits for it, or asks afterwards, gets a WorkerStoppedError."""
        self.closed = True
        self.stop()

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
    target, memory = sys.argv[1:3]
    answers, requests = sys.stdout.buffer, sys.stdin.buffer
    sys.stdout = sys.stderr
    ignore_signals()
    taken: SimpleQueue[bytes] = SimpleQueue()
    Thread(target=receive_requests, args=(requests, taken), daemon=True).start()
    module, _, function = target.partition(":")
    limit_memory(int(memory))
    try:
        work: Callable[[bytes], bytes] = getattr(import_module(module), function)
        while True:
            request = taken.get()
            alarm(int.from_bytes(request[:SIZE], "big") + GRACE)
            send(answers, work(request[SIZE:]))
            alarm(0)
    finally:
        os._exit(1)


def receive_requests(requests: IO[bytes], taken: SimpleQueue[bytes]) -> None:
    """Requests as they come; the end of them, which is that of the parent, ends this process in the midst of its work.

    Work that never lets this thread run ends by its alarm.
    """
    while (request := receive(requests)) is not None:
        taken.put(request)
    os._exit(0)


def ignore_signals() -> None:
    """Whoever stops a whole group of processes stops the parent, which says what becomes of this one."""
    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, signal.SIG_IGN)


def limit_memory(most: int) -> None:
    """Where the system allows it: a small file can ask for any amount."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (most, most))


def alarm(seconds: int) -> None:
    """Let the system end this process after so many seconds, even inside a library; 0 takes that back."""
    if hasattr(signal, "alarm"):
        signal.alarm(seconds)

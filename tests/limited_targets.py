"""What the workers of ``test_limited`` are told to do."""

from __future__ import annotations

import os
import resource
import time
from pathlib import Path

import msgspec

from pipeline.analysis import analyse
from pipeline.readers import draft

ASLEEP = 60
"""Seconds that a worker waits which is told to."""
KILO = 1024
KEPT: list[bytearray] = []


def reversed_bytes(request: bytes) -> bytes:
    return request[::-1]


def as_told(request: bytes) -> bytes:
    match request:
        case b"wait":
            time.sleep(ASLEEP)
        case b"end":
            os._exit(1)
        case b"fail":
            raise ValueError
        case b"grow":
            bytes(4_000_000_000)
        case b"keep":
            KEPT.append(bytearray(b"1" * 50_000_000))
    return str(os.getpid()).encode()


def measured(request: bytes) -> bytes:
    """Processor seconds that a text takes, and the most memory in bytes that this process has held so far."""
    began = time.process_time()
    analyse(draft(request.decode()))
    taken = time.process_time() - began
    return msgspec.json.encode((taken, most_memory()))


def most_memory() -> int:
    """Bytes at the peak; where /proc tells, of this program alone: ``ru_maxrss`` is inherited from who started it."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * KILO
    line = next(line for line in status.read_text("ascii").splitlines() if line.startswith("VmHWM:"))
    return int(line.split()[1]) * KILO

"""What the workers of ``test_limited`` are told to do."""

from __future__ import annotations

import os
import resource
import time

import msgspec

from pipeline.analysis import analyse
from pipeline.readers import draft

KILO = 1024


def reversed_bytes(request: bytes) -> bytes:
    return request[::-1]


def as_told(request: bytes) -> bytes:
    match request:
        case b"wait":
            time.sleep(60)
        case b"end":
            os._exit(1)
        case b"fail":
            raise ValueError
        case b"grow":
            bytes(4_000_000_000)
    return str(os.getpid()).encode()


def measured(request: bytes) -> bytes:
    """Processor seconds that a text takes, and the most memory in bytes that this process has held so far."""
    began = time.process_time()
    analyse(draft(request.decode()))
    taken = time.process_time() - began
    return msgspec.json.encode((taken, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * KILO))

"""What the workers of ``test_limited`` are told to do."""

from __future__ import annotations

import os
import time


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

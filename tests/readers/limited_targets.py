"""What the worker of ``test_hostile_files`` does."""

from __future__ import annotations

import re

import msgspec

from pipeline.readers import files


def stuck(request: bytes) -> bytes:
    """Read a file; one that says so is never done, and lets nothing else of this process run."""
    if msgspec.msgpack.decode(request, type=files.Request).data == b"stuck":
        while True:
            re.fullmatch("(a+)+b", "a" * 40)
    return files.answer(request)

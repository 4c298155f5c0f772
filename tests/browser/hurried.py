"""The dashboard with eight seconds for each file, and a reader that never returns from one that says so."""

from __future__ import annotations

from app import app
from pipeline.limited import Worker
from pipeline.readers import files

__all__ = ["app"]

stuck = Worker("tests.readers.limited_targets:stuck", seconds=8, memory=files.MEMORY)
files.SECONDS = 8
files.worker = lambda: stuck  # type: ignore[assignment]

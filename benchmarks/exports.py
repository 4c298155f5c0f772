"""Seconds and size of each export of a store of made-up articles, of as many events as one export holds."""

from __future__ import annotations

import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from benchmarks import synthetic
from pipeline import exports
from pipeline.exports.excerpt import MOST, Scope
from pipeline.exports.formats import FORMATS
from pipeline.index import Index, folder_of
from pipeline.store import Store


def run(_: Path | None) -> int:
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/exports.sqlite"
        synthetic.fill(url, MOST)
        store = Store.open(url)
        index = Index(store, folder_of(store.address()))
        index.update()
        start = time.perf_counter()
        excerpt = exports.read(index, store, Scope(), datetime.now(UTC))
        print(f"{len(excerpt.told):,} events and movements are read in {time.perf_counter() - start:.1f} s")
        for format_ in FORMATS:
            start = time.perf_counter()
            size = len(format_.write(excerpt))
            print(f"{format_.name:24} {time.perf_counter() - start:6.1f} s {size / 1e6:8.1f} MB")
        store.close()
    return 0

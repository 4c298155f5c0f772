"""``python -m pipeline.seeding``: read the seed articles and write their readings beside them."""

from __future__ import annotations

from pathlib import Path

import msgspec

from pipeline import VERSION
from pipeline.analysis import read
from pipeline.store.seeds import ENDING, FOLDER, Packed, article


def pack(folder: Path = FOLDER) -> None:
    for path in sorted(folder.glob("*.txt")):
        path.with_suffix(ENDING).write_bytes(packed_seed(path))


def packed_seed(path: Path) -> bytes:
    """What stands in the packed file of a text file."""
    found = Packed(VERSION, read(article(path).text))
    return msgspec.json.encode(found) + b"\n"


if __name__ == "__main__":
    pack()

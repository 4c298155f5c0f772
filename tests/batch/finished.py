"""The folder of a finished run over articles that were read already."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec

from pipeline import VERSION, codec
from pipeline.batch.partitions import partition
from pipeline.batch.parts import kept_row, part_file, write_rows
from pipeline.domain import Analysis, Reading
from pipeline.store.run_folder import MANIFEST, Manifest


def finished_run(folder: Path, found: Sequence[tuple[Reading, Analysis]], a_part: int = 3) -> Path:
    """Several parts, of so many articles each."""
    for part, first in enumerate(range(0, len(found), a_part)):
        together = enumerate(found[first : first + a_part], start=first)
        rows = [kept_row(at, f"given {at}", codec.to_json(reading), analysis) for at, (reading, analysis) in together]
        write_rows(rows, part_file(folder, part))
    folder.mkdir(exist_ok=True)
    partition(folder)
    (folder / MANIFEST).write_bytes(msgspec.json.encode(Manifest("made-up", VERSION, "none")))
    return folder

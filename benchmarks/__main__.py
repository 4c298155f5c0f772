"""``python -m benchmarks [NAME ...]``: run the named benchmarks, or all of them."""

from __future__ import annotations

import argparse
import sys
from importlib import import_module
from pkgutil import iter_modules

import benchmarks
from benchmarks.scoring import gold_folder
from pipeline.errors import PipelineError

NOT_BENCHMARKS = {
    "__main__",
    "confidence_gold",
    "linking_examples",
    "mutants",
    "mutation",
    "page_shapes",
    "places_fit",
    "reruns",
    "scoring",
    "served",
    "synthetic",
    "writing",
}

WITHOUT_GOLD = {"dashboard", "exports", "first_view", "linking_speed", "load", "readers", "scale", "sessions"}


def names() -> list[str]:
    return sorted(module.name for module in iter_modules(benchmarks.__path__) if module.name not in NOT_BENCHMARKS)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(names()))
    chosen = parser.parse_args().names or names()
    if unknown := set(chosen) - set(names()):
        parser.error(f"no benchmark {sorted(unknown)}; there are {names()}")
    try:
        gold = gold_folder() if set(chosen) - WITHOUT_GOLD else None
        return max(int(import_module(f"benchmarks.{name}").run(gold)) for name in chosen)
    except PipelineError as error:
        print(error, file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())

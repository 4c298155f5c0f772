"""docs/format.md says every field of an analysis, and no other."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, get_args, get_type_hints

from pipeline.domain import Analysis

DOCS = Path(__file__).parents[1] / "docs" / "format.md"
STANDARDS = {"null"}


def named(shape: Any) -> set[str]:
    """The fields of a dataclass and of all that it is made of."""
    if not is_dataclass(shape):
        return {name for part in get_args(shape) for name in named(part)}
    hints = get_type_hints(shape)
    return {field.name for field in fields(shape)}.union(*(named(hint) for hint in hints.values()))


def test_format_is_described_whole() -> None:
    table = [line for line in DOCS.read_text("utf-8").splitlines() if line.startswith("| `")]
    described = {name for line in table for name in re.findall(r"`(\w+)`", line)} - STANDARDS
    assert described == named(Analysis)

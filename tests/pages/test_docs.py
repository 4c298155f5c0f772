from __future__ import annotations

import re
from pathlib import Path

from pages.view.address import PARAMETERS

DOCS = Path(__file__).parents[2] / "docs" / "dashboard.md"


def test_docs_name_every_parameter_of_the_address() -> None:
    rows = [line for line in DOCS.read_text("utf-8").splitlines() if line.startswith("| `")]
    assert {name for row in rows for name in re.findall(r"`(\w+)`", row.split("|")[1])} == PARAMETERS

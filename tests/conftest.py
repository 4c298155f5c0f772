from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import settings
from spacy.language import Language

settings.register_profile("dateline", deadline=None)
settings.load_profile("dateline")
"""How long an example takes says more of a busy machine than of the code; benchmarks measure that."""

MAIN = sys.modules["__main__"]
SEED = Path(__file__).parent.parent / "seeds" / "dprk-leader-to-pay-visit-to-russia.txt"


@pytest.fixture(autouse=True)
def own_main(monkeypatch: pytest.MonkeyPatch) -> None:
    """Streamlit's AppTest leaves its page as the main module, which every spawned process would run."""
    monkeypatch.setitem(sys.modules, "__main__", MAIN)


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The whole pipeline, loaded once a session."""
    from pipeline import model

    return model.load()


@pytest.fixture(scope="session")
def seed_text() -> str:
    return SEED.read_text("utf-8")

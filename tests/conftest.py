from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings
from spacy.language import Language

settings.register_profile("dateline", deadline=None)
settings.load_profile("dateline")
"""How long an example takes says more of a busy machine than of the code; benchmarks measure that."""

SEED = Path(__file__).parent.parent / "seeds" / "dprk-leader-to-pay-visit-to-russia.txt"


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The whole pipeline, loaded once a session."""
    from pipeline import model

    return model.load()


@pytest.fixture(scope="session")
def seed_text() -> str:
    return SEED.read_text("utf-8")

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.language import Language

SEED = Path(__file__).parent.parent / "seeds" / "dprk-leader-to-pay-visit-to-russia.txt"


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The whole pipeline, loaded once a session."""
    from pipeline import model

    return model.load()


@pytest.fixture(scope="session")
def seed_text() -> str:
    return SEED.read_text("utf-8")

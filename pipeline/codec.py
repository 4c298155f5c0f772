"""Readings and analyses as JSON and back. Dates are ISO 8601, tuples are lists; fields are those of ``domain``."""

from __future__ import annotations

import msgspec

from pipeline.domain import Analysis, Reading

_reading = msgspec.json.Decoder(Reading)
_analysis = msgspec.json.Decoder(Analysis)


def to_json(found: Reading | Analysis) -> bytes:
    return msgspec.json.encode(found)


def reading_from_json(data: bytes) -> Reading:
    """Raises msgspec.ValidationError for JSON of another shape."""
    return _reading.decode(data)


def analysis_from_json(data: bytes) -> Analysis:
    """Raises msgspec.ValidationError for JSON of another shape."""
    return _analysis.decode(data)

"""Readings, analyses and corrections as JSON and back. Dates are ISO 8601, tuples are lists."""

from __future__ import annotations

import msgspec

from pipeline.corrections import Correction
from pipeline.domain import Analysis, Reading

_reading = msgspec.json.Decoder(Reading)
_analysis = msgspec.json.Decoder(Analysis)
_correction = msgspec.json.Decoder(Correction)


def to_json(found: Reading | Analysis | Correction) -> bytes:
    return msgspec.json.encode(found)


def reading_from_json(data: bytes) -> Reading:
    """Raises msgspec.ValidationError for JSON of another shape."""
    return _reading.decode(data)


def analysis_from_json(data: bytes) -> Analysis:
    """Raises msgspec.ValidationError for JSON of another shape."""
    return _analysis.decode(data)


def correction_from_json(data: bytes) -> Correction:
    """Raises msgspec.ValidationError for JSON of another shape."""
    return _correction.decode(data)

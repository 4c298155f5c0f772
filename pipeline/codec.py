"""Readings, analyses and corrections as JSON and back. Dates are ISO 8601, tuples are lists."""

from __future__ import annotations

import msgspec

from pipeline.corrections import Correction
from pipeline.domain import Analysis, Reading


class Text(msgspec.Struct, frozen=True):
    """Of an article, its text alone."""

    text: str


class Told(msgspec.Struct, frozen=True):
    """Of an analysis, the text that it is of."""

    article: Text


_reading = msgspec.json.Decoder(Reading)
_analysis = msgspec.json.Decoder(Analysis)
_text = msgspec.json.Decoder(Told)
_correction = msgspec.json.Decoder(Correction)


def to_json(found: Reading | Analysis | Correction) -> bytes:
    return msgspec.json.encode(found)


def reading_from_json(data: bytes) -> Reading:
    """Raises msgspec.ValidationError for JSON of another shape."""
    return _reading.decode(data)


def analysis_from_json(data: bytes) -> Analysis:
    """Raises msgspec.ValidationError for JSON of another shape."""
    return _analysis.decode(data)


def text_from_json(analysis: bytes) -> str:
    """The text of an analysis, of which the rest is not decoded; raises msgspec.ValidationError as that does."""
    return _text.decode(analysis).article.text


def correction_from_json(data: bytes) -> Correction:
    """Raises msgspec.ValidationError for JSON of another shape."""
    return _correction.decode(data)

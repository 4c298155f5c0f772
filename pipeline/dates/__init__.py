"""Time expressions: found in a text, and resolved against a publication date that is given, inferred or unknown."""

from __future__ import annotations

from pipeline.dates.publication import Publication, infer_publication
from pipeline.dates.recognition import Found, outlook, recognise
from pipeline.dates.resolution import resolve

__all__ = ["Found", "Publication", "infer_publication", "outlook", "recognise", "resolve"]

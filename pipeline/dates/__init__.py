"""Time expressions: found in a text, and resolved against a publication date that is given, inferred or unknown."""

from __future__ import annotations

from pipeline.dates.antiquity import is_before_christ
from pipeline.dates.lapses import add_lapse
from pipeline.dates.publication import Publication, infer_publication
from pipeline.dates.ranges import dated_spans, open_side_of, opens_range
from pipeline.dates.recognition import RecognizedTime, outlook, recognise
from pipeline.dates.resolution import resolve
from pipeline.dates.vocabulary import number_words
from pipeline.dates.written import written_span

__all__ = [
    "Publication",
    "RecognizedTime",
    "add_lapse",
    "dated_spans",
    "infer_publication",
    "is_before_christ",
    "number_words",
    "open_side_of",
    "opens_range",
    "outlook",
    "recognise",
    "resolve",
    "written_span",
]

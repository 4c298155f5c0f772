"""The timeline and the map of an excerpt alone, as SVG. Pure."""

from __future__ import annotations

from pipeline.exports.excerpt import Excerpt
from pipeline.exports.report.content import report
from pipeline.exports.report.drawing import Drawing, Words
from pipeline.exports.report.svg import svg


def timeline_svg(excerpt: Excerpt) -> bytes:
    return _svg_or_note(report(excerpt).timeline)


def map_svg(excerpt: Excerpt) -> bytes:
    return _svg_or_note(report(excerpt).map)


def _svg_or_note(drawing: Drawing | None) -> bytes:
    """Where there is nothing to draw, the picture says so."""
    empty = Drawing(400, 60, "Nothing to draw", (Words((20, 35), "Nothing to draw"),))
    return svg(drawing or empty).encode("utf-8")

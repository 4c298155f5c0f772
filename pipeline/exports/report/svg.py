"""Drawings as SVG 1.1 without scripts or outside references. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from pipeline.exports.report.drawing import Area, Dot, Drawing, Line, Shape, Spot, Words
from pipeline.exports.xml_text import allowed

FONT = "font-family='Source Sans 3, Segoe UI, Helvetica, Arial, sans-serif'"


def svg(drawing: Drawing) -> str:
    title = escape(allowed(drawing.title))
    head = (
        f"<svg xmlns='http://www.w3.org/2000/svg' width='{drawing.width}' height='{drawing.height}' "
        f"viewBox='0 0 {drawing.width} {drawing.height}' role='img' {FONT}>"
    )
    paper = f"<rect width='100%' height='100%' fill='{drawing.background}'/>"
    return f"{head}<title>{title}</title>{paper}{''.join(map(_shape, drawing.shapes))}</svg>"


def _shape(shape: Shape) -> str:
    if isinstance(shape, Line):
        dashes = " stroke-dasharray='6 4'" if shape.dashed else ""
        return (
            f"<path d='M{_points(shape.points)}' fill='none' stroke='{shape.colour}' "
            f"stroke-width='{shape.width:g}'{dashes}/>"
        )
    if isinstance(shape, Area):
        return f"<path d='M{_points(shape.points)}Z' fill='{shape.colour}'/>"
    if isinstance(shape, Dot):
        x, y = shape.at
        fill = shape.colour if shape.filled else "#ffffff"
        return (
            f"<circle cx='{x:.1f}' cy='{y:.1f}' r='{shape.radius:g}' fill='{fill}' "
            f"stroke='{shape.colour}' stroke-width='2'/>"
        )
    return _words(shape)


def _words(words: Words) -> str:
    (x, y), text = words.at, escape(allowed(words.text))
    halo = "stroke='#ffffff' stroke-width='3' paint-order='stroke'"
    return (
        f"<text x='{x:.1f}' y='{y:.1f}' font-size='{words.size}' fill='{words.colour}' "
        f"text-anchor='{words.anchor}' {halo}>{text}</text>"
    )


def _points(points: Iterable[Spot]) -> str:
    return "L".join(f"{x:.1f} {y:.1f}" for x, y in points)

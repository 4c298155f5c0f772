"""Drawings as PNG, for documents that show no SVG everywhere. Its font has ASCII alone, so words are spelt in that."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from math import hypot
from typing import TYPE_CHECKING

from pipeline.exports.report.drawing import Area, Dot, Drawing, Line, Shape, Spot, Words

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw

SCALE = 2
ON, OFF = 6.0, 4.0
"""Pixels of a dash and of the gap after it."""
SPELT = str.maketrans({
    "→": "->", "–": "-", "—": "-", "‘": "'", "’": "'", "“": '"', "”": '"', "·": "-", "ß": "ss", "æ": "ae", "Æ": "Ae",
    "œ": "oe", "Œ": "Oe", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "þ": "th", "Þ": "Th",
    "ı": "i",
})  # fmt: skip
"""Letters and signs that do not fall apart into ASCII and accents."""
ANCHORS = {"start": "ls", "middle": "ms", "end": "rs"}


def png(drawing: Drawing) -> bytes:
    """At twice its size, so that it is sharp in print."""
    from PIL import Image, ImageDraw

    picture = Image.new("RGB", (drawing.width * SCALE, drawing.height * SCALE), drawing.background)
    pen = ImageDraw.Draw(picture)
    for shape in drawing.shapes:
        _draw(pen, shape)
    file = BytesIO()
    picture.save(file, "PNG", optimize=True)
    return file.getvalue()


def _draw(pen: ImageDraw, shape: Shape) -> None:
    if isinstance(shape, Line):
        for piece in dashes(shape.points) if shape.dashed else [shape.points]:
            pen.line(_scaled(*piece), shape.colour, round(shape.width * SCALE), joint="curve")
    elif isinstance(shape, Area):
        pen.polygon(_scaled(*shape.points), shape.colour)
    elif isinstance(shape, Dot):
        fill = shape.colour if shape.filled else "#ffffff"
        pen.circle(_scaled(shape.at)[0], shape.radius * SCALE, fill, shape.colour, 2 * SCALE)
    else:
        _write(pen, shape)


def _write(pen: ImageDraw, words: Words) -> None:
    from PIL import ImageFont

    font = ImageFont.load_default(words.size * SCALE)
    pen.text(
        _scaled(words.at)[0], ascii_words(words.text), words.colour, font, ANCHORS[words.anchor],
        stroke_width=SCALE, stroke_fill="#ffffff",
    )  # fmt: skip


def ascii_words(text: str) -> str:
    """ "Çelik → Łódź" is "Celik -> Lodz"; a letter that ASCII cannot spell is "?"."""
    letters = unicodedata.normalize("NFKD", text.translate(SPELT))
    return "".join(each if each.isascii() else "?" for each in letters if not unicodedata.combining(each))


def dashes(points: tuple[Spot, ...]) -> Iterator[tuple[Spot, Spot]]:
    """The pieces of a dashed line; the rhythm runs on round its corners."""
    walked = 0.0
    for (x1, y1), (x2, y2) in pairwise(points):
        length = hypot(x2 - x1, y2 - y1)
        done = 0.0
        while done < length:
            phase = (walked + done) % (ON + OFF)
            step = min(length - done, (ON if phase < ON else ON + OFF) - phase + 1e-6)
            if phase < ON:
                ends = (share / length for share in (done, done + step))
                start, stop = ((x1 + (x2 - x1) * share, y1 + (y2 - y1) * share) for share in ends)
                yield start, stop
            done += step
        walked += length


def _scaled(*points: Spot) -> list[Spot]:
    return [(x * SCALE, y * SCALE) for x, y in points]

"""PDF files of the benchmark of readers: prose in two columns of a page, as newspapers print it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from itertools import cycle, islice

LINES, WIDTH = 52, 44
COLUMNS = (50, 310)
"""Left edges in points."""
TOP, LEADING = 770, 14
FIRST_PAGE = 4


def two_columns(texts: Sequence[str], pages: int) -> bytes:
    """A file of so many full pages; the texts are set one after the other, again and again."""
    lines = (line for text in cycle(texts) for line in textwrap.wrap(text, WIDTH))
    return document([page(lines) for _ in range(pages)])


def page(lines: Iterator[str]) -> bytes:
    return b"\n".join(column(left, islice(lines, LINES)) for left in COLUMNS)


def column(left: int, lines: Iterable[str]) -> bytes:
    shown = b" T* ".join(b"(%b) Tj" % escaped(line) for line in lines)
    return b"BT /F 10 Tf %d TL %d %d Td %b ET" % (LEADING, left, TOP, shown)


def escaped(line: str) -> bytes:
    for mark in "\\()":
        line = line.replace(mark, f"\\{mark}")
    return line.encode("cp1252", "replace")


def document(pages: Sequence[bytes]) -> bytes:
    numbers = range(FIRST_PAGE, FIRST_PAGE + 2 * len(pages), 2)
    kids = b" ".join(b"%d 0 R" % number for number in numbers)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%b] /Count %d >>" % (kids, len(pages)),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>",
    ]
    for number, drawn in zip(numbers, pages, strict=True):
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F 3 0 R >> >> >>" % (number + 1)
        )
        objects.append(b"<< /Length %d >> stream\n%b\nendstream" % (len(drawn), drawn))
    return assembled(objects)


def assembled(objects: Sequence[bytes]) -> bytes:
    file, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(file))
        file += b"%d 0 obj %b endobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    return file + (
        b"xref\n0 %d\n0000000000 65535 f \n%btrailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF"
        % (size, table, size, len(file))
    )

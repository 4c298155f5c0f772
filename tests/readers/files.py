"""Files as users bring them, built on the spot."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

import docx

LOCK = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O (%b) /U (%b) >> /ID [(0123456789abcdef) (0123456789abcdef)]"


def pdf(pages: Sequence[Sequence[str]], locked: bool = False) -> bytes:
    """A PDF file with these lines on its pages; a page without lines shows a grey picture of one."""
    return document([drawing(lines) for lines in pages], LOCK % (b"o" * 32, b"u" * 32) if locked else b"")


def document(pages: Sequence[bytes], trailer: bytes = b"") -> bytes:
    """A PDF file of these drawings, a page each."""
    kids = b" ".join(b"%d 0 R" % (4 + 2 * number) for number in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%b] /Count %d >>" % (kids, len(pages)),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, drawn in enumerate(pages):
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F 3 0 R >> >> >>" % (5 + 2 * number)
        )
        objects.append(b"<< /Length %d >> stream\n%b\nendstream" % (len(drawn), drawn))
    return assembled(objects, trailer)


def placed(pages: Sequence[Sequence[tuple[float, float, float, str]]]) -> bytes:
    """A PDF file with words where they are put: left edge, baseline and size in points, text."""
    drawn = [
        b"\n".join(
            b"BT /F %g Tf 1 0 0 1 %g %g Tm (%b) Tj ET" % (size, left, y, text.encode("cp1252"))
            for left, y, size, text in page
        )
        for page in pages
    ]
    return document(drawn)


def drawing(lines: Sequence[str]) -> bytes:
    if not lines:
        return b"0.5 g 72 72 400 600 re f"
    shown = b" T* ".join(b"(%b) Tj" % line.encode("cp1252") for line in lines)
    return b"BT /F 11 Tf 14 TL 72 770 Td %b ET" % shown


def assembled(objects: Sequence[bytes], trailer: bytes) -> bytes:
    file, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(file))
        file += b"%d 0 obj %b endobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return (
        file
        + b"xref\n0 %d\n0000000000 65535 f \n%btrailer << /Size %d /Root 1 0 R %b >>\nstartxref\n%d\n%%%%EOF"
        % (
            len(objects) + 1,
            table,
            len(objects) + 1,
            trailer,
            len(file),
        )
    )


def word(title: str, paragraphs: Sequence[str], table: Sequence[str] = ()) -> bytes:
    document = docx.Document()
    document.add_heading(title, 0)
    for text in paragraphs:
        document.add_paragraph(text)
    if table:
        cells = document.add_table(1, len(table)).rows[0].cells
        for cell, text in zip(cells, table, strict=True):
            cell.text = text
    file = BytesIO()
    document.save(file)
    return file.getvalue()

"""Files as users bring them, built on the spot."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from io import BytesIO
from itertools import pairwise

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


def placed(pages: Sequence[Sequence[tuple[float, float, float, str]]], scale: float = 1) -> bytes:
    """A PDF file with words where they are put: left edge, baseline and size in units of ``scale`` points, text."""
    drawn = [
        b"\n".join(
            b"q %g 0 0 %g 0 0 cm BT /F %g Tf 1 0 0 1 %g %g Tm (%b) Tj ET Q" % (scale, scale, size, left, y, shown(text))
            for left, y, size, text in page
        )
        for page in pages
    ]
    return document(drawn)


def shown(text: str) -> bytes:
    return text.encode("cp1252")


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


SECTOR, ENTRY = 512, 128
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def outlook(streams: Mapping[str, bytes], attached: Sequence[Mapping[str, bytes]] = ()) -> bytes:
    """A message of Outlook: a compound file of these streams, with a storage for each file that is attached.

    Every stream is filled up to the eight sectors below which it would be kept elsewhere, text with nothing and files
    with blanks; the directory has eight as well, so that a single table holds all chains.
    """
    streams, attached = filled(streams), [filled(files) for files in attached]
    storages = {f"__attach_version1.0_#{number:08X}": files for number, files in enumerate(attached)}
    names = [("Root Entry", 5, b""), *((name, 2, data) for name, data in streams.items())]
    top = list(range(1, len(names) + len(storages)))
    names += [(name, 1, b"") for name in storages]
    children = {0: top}
    for storage, files in zip(top[len(streams) :], storages.values(), strict=True):
        children[storage] = list(range(len(names), len(names) + len(files)))
        names += [(name, 2, data) for name, data in files.items()]
    chains, body, table = {}, b"", [FAT, *range(2, 9), END]
    for at, (_, kind, data) in enumerate(names):
        sectors = -(-len(data) // SECTOR)
        chains[at] = len(table) if kind == 2 and sectors else END
        table += [len(table) + step + 1 for step in range(sectors - 1)] + [END] * bool(sectors)
        body += data.ljust(sectors * SECTOR, b"\0")
    siblings = {one: next_one for found in children.values() for one, next_one in pairwise(found)}
    directory = b"".join(
        name.encode("utf-16-le").ljust(64, b"\0")
        + struct.pack("<HBBIII", 2 * len(name) + 2, kind, 1, FREE, siblings.get(at, FREE), first(children.get(at)))
        + bytes(36)
        + struct.pack("<IQ", chains[at], len(data))
        for at, (name, kind, data) in enumerate(names)
    )
    signature = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    numbers = struct.pack("<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 0, END, 0, END, 0)
    fat = struct.pack(f"<{len(table)}I", *table).ljust(SECTOR, b"\xff")
    return (
        signature + numbers + struct.pack("<109I", 0, *[FREE] * 108) + fat + directory.ljust(8 * SECTOR, b"\0") + body
    )


def filled(streams: Mapping[str, bytes]) -> dict[str, bytes]:
    return {name: data.ljust(8 * SECTOR, b"\0" if name.endswith("F") else b" ") for name, data in streams.items()}


def first(numbers: Sequence[int] | None) -> int:
    return numbers[0] if numbers else FREE

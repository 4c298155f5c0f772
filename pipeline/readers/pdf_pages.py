"""Pages of a PDF file -> their lines, in the order of reading, with the largest line of the first page as title."""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import c_double
from dataclasses import dataclass
from math import hypot, pi

import pypdfium2
from pypdfium2 import raw

from pipeline.errors import ArticleError
from pipeline.readers.pdf_layout import TextLine, Word, lines_in_reading_order

HYPHEN_MARKS = {2: "-", 0xFFFE: "-"}
UPRIGHT = 0.2
"""Radians from which a character stands aslant: a watermark, or a note along the margin."""
WORD_GAP = 0.18
BACK = 0.5
TITLE_SIZE = 1.15
LONGEST_TITLE = 200
GENERIC_TITLES = (
    "untitled",
    "microsoft word",
    "powerpoint",
    "document",
    ".doc",
    ".indd",
    ".pdf",
    ".qxd",
    "http",
    "about:",
)


@dataclass(frozen=True, slots=True)
class Pages:
    """The text of each page, a line for each of print and an empty one for a gap; the title that is shown."""

    pages: list[str]
    title: str | None
    pictures: int
    """Pages that have no text layer."""


def read_pages(data: bytes, page_limit: int, text_limit: int) -> Pages:
    """Raises ArticleError for a file that is damaged, locked or too long; stops at ``text_limit`` characters."""
    try:
        document = pypdfium2.PdfDocument(data)
        if len(document) > page_limit:
            raise ArticleError.too_many_pages(len(document), page_limit)
        found = list(page_lines(document, text_limit))
        title = document.get_metadata_dict().get("Title", "")
    except pypdfium2.PdfiumError as error:
        locked = error.err_code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY)
        raise (ArticleError.locked if locked else ArticleError.damaged)("PDF") from error
    return Pages(
        ["\n".join(with_gaps(page)) for page in found],
        shown_title(found[0] if found else []) or own_title(title),
        sum(not page for page in found),
    )


def page_lines(document: pypdfium2.PdfDocument, text_limit: int) -> Iterator[list[TextLine]]:
    length = 0
    for page in document:
        found = lines_in_reading_order(list(words_of(page)))
        length += sum(len(line.text) for line in found)
        yield found
        if length > text_limit:
            return


def with_gaps(page: list[TextLine]) -> Iterator[str]:
    for line in page:
        if line.gap:
            yield ""
        yield line.text


def shown_title(page: list[TextLine]) -> str | None:
    """The lines in the largest letters, if they are larger than the text and stand together."""
    if len(page) < 2:
        return None
    usual = sorted(line.size for line in page)[len(page) // 2]
    largest = max(line.size for line in page)
    if largest < TITLE_SIZE * usual:
        return None
    found = " ".join(line.text for line in page if line.size > 0.95 * largest)
    return found if len(found) <= LONGEST_TITLE and any(map(str.isalpha, found)) else None


def own_title(given: str) -> str | None:
    """The title in the file's metadata, if a person wrote it."""
    title = " ".join(given.split())
    is_generic = any(word in title.lower() for word in GENERIC_TITLES)
    is_headline = " " in title and len(title) <= LONGEST_TITLE
    return title if is_headline and not is_generic else None


def scale_of(text: raw.FPDF_TEXTPAGE, index: int) -> float:
    """How many points high a unit of the font's size is drawn: browsers draw 12 units in 9 points."""
    matrix = raw.FS_MATRIX()
    return hypot(matrix.b, matrix.d) if raw.FPDFText_GetMatrix(text, index, matrix) else 1.0


@dataclass(slots=True)
class Character:
    """A character, its left and right edge, its baseline and the size of its letters, in points."""

    text: str
    left: float
    right: float
    y: float
    size: float


def words_of(page: pypdfium2.PdfPage) -> Iterator[Word]:
    """Words in the order in which they were drawn; one that is drawn twice to look bold is one."""
    text: list[Character] = []
    last: Word | None = None
    for character in [*characters(page), None]:
        if character is not None and text and continues_word(text[-1], character):
            text.append(character)
            continue
        if text:
            word = Word("".join(each.text for each in text), text[0].left, text[-1].right, text[0].y, text[0].size)
            if last is None or not is_overprint(last, word):
                yield word
            last = word
        text = [character] if character is not None and character.text.strip() else []


def continues_word(last: Character, character: Character) -> bool:
    gap = character.left - last.right
    return (
        bool(character.text.strip())
        and abs(character.y - last.y) < 0.5 * last.size
        and -BACK * last.size < gap < WORD_GAP * last.size
    )


def is_overprint(one: Word, other: Word) -> bool:
    return one.text == other.text and abs(one.left - other.left) < 1 and abs(one.y - other.y) < 1


def characters(page: pypdfium2.PdfPage) -> Iterator[Character]:
    """The upright characters; a gap in the text that the engine supplies is a space."""
    opened = page.get_textpage()
    text = opened.raw
    x, y = c_double(), c_double()
    box = raw.FS_RECTF()
    width, height = page.get_size()
    for index in range(opened.count_chars()):
        code = raw.FPDFText_GetUnicode(text, index)
        if raw.FPDFText_IsGenerated(text, index) == 1 and code not in HYPHEN_MARKS:
            yield Character(" ", 0, 0, 0, 0)
            continue
        angle = raw.FPDFText_GetCharAngle(text, index)
        if UPRIGHT < angle < 2 * pi - UPRIGHT:
            continue
        raw.FPDFText_GetLooseCharBox(text, index, box)
        raw.FPDFText_GetCharOrigin(text, index, x, y)
        if not (-1 <= x.value <= width + 1 and -1 <= y.value <= height + 1):
            continue
        size = max(1.0, raw.FPDFText_GetFontSize(text, index) * scale_of(text, index))
        shown = HYPHEN_MARKS.get(code) or (chr(code) if code else " ")
        yield Character(shown, x.value, max(box.right, x.value), y.value, size)

"""The paragraphs of a Word document's XML, in the order of reading."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import qn

from pipeline.readers.rows import rows_as_lines


def w(*names: str) -> frozenset[str]:
    return frozenset(qn(f"w:{name}") for name in names)


PARAGRAPH, TABLE, ROW, CELL, TEXT_BOX = (qn(f"w:{name}") for name in ("p", "tbl", "tr", "tc", "txbxContent"))
RUN, PROPERTIES, VANISH, STYLE, VALUE = (qn(f"w:{name}") for name in ("r", "rPr", "vanish", "rStyle", "val"))
LEFT_OUT = w(
    "del", "moveFrom", "pPr", "rPr", "tblPr", "trPr", "tcPr", "sectPr", "instrText", "delText", "rt", "sdtPr"
) | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
BREAKS, SPACES = w("br", "cr"), w("tab", "ptab")
HYPHEN, WORDS, NOTE_REFERENCES = qn("w:noBreakHyphen"), qn("w:t"), w("footnoteReference", "endnoteReference")
OFF = ("0", "false", "off", "none")
TITLES = ("title", "heading 1")


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles that hide their text, and those of titles, by id."""

    hidden: frozenset[str]
    titles: frozenset[str]

    @classmethod
    def of(cls, styles: Any) -> Styles:
        hidden, titles = set(), set()
        for style in styles.iter(qn("w:style")):
            name = style.find(qn("w:name"))
            key = style.get(qn("w:styleId"))
            if is_on(style.find(f"{PROPERTIES}/{VANISH}")):
                hidden.add(key)
            if name is not None and str(name.get(VALUE)).lower() in TITLES:
                titles.add(key)
        return cls(frozenset(hidden), frozenset(titles))


@dataclass(frozen=True, slots=True)
class Notes:
    """Footnotes and endnotes: their XML by kind and number."""

    found: dict[tuple[str, str], Any]

    @staticmethod
    def parse_part(kind: str, xml: bytes) -> dict[tuple[str, str], Any]:
        """Notes of one part; separators, which have a type, are none."""
        notes = [note for note in parse_xml(xml) if note.get(qn("w:type")) in (None, "normal")]
        return {(kind, str(note.get(qn("w:id")))): note for note in notes}

    def of(self, reference: Any) -> Any:
        kind = "footnotes" if reference.tag.endswith("}footnoteReference") else "endnotes"
        return self.found.get((kind, str(reference.get(qn("w:id")))))


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The words of a paragraph, and whether it has the style of a title."""

    text: str
    is_title: bool = False


def is_on(switch: Any) -> bool:
    """Whether a switch such as ``<w:vanish/>`` is there and not turned off."""
    return switch is not None and switch.get(VALUE, "1").lower() not in OFF


def shown_paragraphs(body: Any, styles: Styles, notes: Notes) -> Iterator[Paragraph]:
    """Paragraphs that are shown; one whose end is deleted or hidden goes on in the next.

    What is anchored in a paragraph (text boxes, notes) stands below it.
    """
    begun = ""
    for block in blocks(body):
        if block.tag == TABLE:
            yield from (Paragraph(line) for line in rows_as_lines(table_rows(block, styles, notes)))
            continue
        begun += own_text(block, styles)
        if not has_end(block):
            continue
        if text := begun.strip():
            yield Paragraph(text, paragraph_style(block) in styles.titles)
        begun = ""
        for anchored in anchors(block):
            inner = anchored if anchored.tag == TEXT_BOX else notes.of(anchored)
            if inner is not None:
                yield from shown_paragraphs(inner, styles, notes)
    if text := begun.strip():
        yield Paragraph(text)


def blocks(node: Any) -> Iterator[Any]:
    """Paragraphs and tables of a part in their order, through content controls and insertions, without deletions."""
    for child in node:
        if child.tag in (PARAGRAPH, TABLE):
            yield child
        elif child.tag not in LEFT_OUT and isinstance(child.tag, str):
            yield from blocks(child)


def has_end(paragraph: Any) -> bool:
    """Whether the paragraph's mark stands: neither deleted, moved away nor hidden."""
    mark = paragraph.find(f"{qn('w:pPr')}/{PROPERTIES}")
    if mark is None:
        return True
    gone = mark.find(qn("w:del")) is not None or mark.find(qn("w:moveFrom")) is not None
    return not gone and not is_on(mark.find(VANISH))


def paragraph_style(paragraph: Any) -> str | None:
    style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return None if style is None else style.get(VALUE)


def own_text(paragraph: Any, styles: Styles) -> str:
    """The words of a paragraph without those of text boxes in it."""
    return "" if paragraph_style(paragraph) in styles.hidden else "".join(run_texts(paragraph, styles))


def run_texts(node: Any, styles: Styles) -> Iterator[str]:
    for child in node:
        if child.tag in LEFT_OUT or child.tag == TEXT_BOX or not isinstance(child.tag, str):
            continue
        if child.tag == WORDS:
            yield child.text or ""
        elif child.tag in BREAKS:
            yield "\n"
        elif child.tag in SPACES:
            yield " "
        elif child.tag == HYPHEN:
            yield "-"
        elif child.tag != RUN or not is_hidden(child, styles):
            yield from run_texts(child, styles)


def is_hidden(run: Any, styles: Styles) -> bool:
    switch = run.find(f"{PROPERTIES}/{VANISH}")
    if switch is not None:
        return is_on(switch)
    style = run.find(f"{PROPERTIES}/{STYLE}")
    return style is not None and style.get(VALUE) in styles.hidden


def anchors(paragraph: Any) -> Iterator[Any]:
    """Text boxes and references to notes in a paragraph, but not those inside them."""
    for child in paragraph:
        if child.tag == TEXT_BOX or child.tag in NOTE_REFERENCES:
            yield child
        elif child.tag not in LEFT_OUT and isinstance(child.tag, str):
            yield from anchors(child)


def table_rows(table: Any, styles: Styles, notes: Notes) -> Iterator[list[list[str]]]:
    """The cells of each row, each a list of paragraphs; a cell that is merged with the one above says the same."""
    above: list[list[str]] = []
    for row in rows_in(table):
        cells = list(descendants(row, CELL))
        words = [[paragraph.text for paragraph in shown_paragraphs(cell, styles, notes)] for cell in cells]
        for place, cell in enumerate(cells):
            if place < len(above) and not words[place] and is_merged_above(cell):
                words[place] = above[place]
        above = words
        yield words


def is_merged_above(cell: Any) -> bool:
    """Whether a cell is merged with the one above."""
    merged = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
    return merged is not None and merged.get(VALUE) != "restart"


def rows_in(table: Any) -> Iterator[Any]:
    """Rows that are not deleted."""
    return (row for row in descendants(table, ROW) if row.find(f"{qn('w:trPr')}/{qn('w:del')}") is None)


def descendants(node: Any, tag: str) -> Iterator[Any]:
    """Elements of one kind in another, through content controls, but not those of a nested table."""
    for child in node:
        if child.tag == tag:
            yield child
        elif child.tag not in LEFT_OUT and child.tag not in (CELL, TABLE) and isinstance(child.tag, str):
            yield from descendants(child, tag)

"""The report as a Word document; the names in its pictures are spelt in ASCII. Pure."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from pipeline.exports.excerpt import Excerpt
from pipeline.exports.report.content import TOGETHER, Card, Report, report
from pipeline.exports.report.drawing import Drawing
from pipeline.exports.report.png import png
from pipeline.exports.xml_text import allowed

if TYPE_CHECKING:
    from docx.document import Document

PAGE_CM, MARGIN_CM = (21.0, 29.7), 2.0
WIDTH_CM, HEIGHT_CM = 17.0, 22.5
"""The most that a picture takes, with its heading and caption on the same page."""
CLOSE_PT = 3


def as_docx(excerpt: Excerpt) -> bytes:
    import docx

    made, document = report(excerpt), docx.Document()
    document.core_properties.title = allowed(made.title)[:255]
    document.core_properties.author = "Dateline"
    document.core_properties.created = document.core_properties.modified = excerpt.made.replace(tzinfo=None)
    _lay_out(document)
    _write(document, made)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _lay_out(document: Document) -> None:
    """A4, with lines close together."""
    from docx.shared import Cm, Pt

    (page,) = document.sections
    page.page_width, page.page_height = map(Cm, PAGE_CM)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Cm(MARGIN_CM)
    for name in ("Normal", "Quote"):
        document.styles[name].paragraph_format.space_after = Pt(CLOSE_PT)


def _write(document: Document, made: Report) -> None:
    document.add_heading(allowed(made.title), 0)
    for name, value in made.about:
        document.add_paragraph(allowed(f"{name}: {value}"))
    for note in made.notes:
        document.add_paragraph(allowed(note)).runs[0].italic = True
    _section(document, "Story", made.story)
    if made.together:
        _section(document, TOGETHER, made.together)
    _picture(document, "Timeline", made.timeline)
    _picture(document, "Map", made.map)
    document.add_heading("Evidence", 1)
    for card in made.cards:
        _card(document, card)
    _section(document, "Corrected by analysts", made.corrected)
    _section(document, "Articles", [f"{words} {url or ''}".rstrip() for words, url in made.articles])


def _section(document: Document, heading: str, lines: tuple[str, ...] | list[str]) -> None:
    document.add_heading(heading, 1)
    for line in lines or ("None.",):
        document.add_paragraph(allowed(line))


def _picture(document: Document, heading: str, drawing: Drawing | None) -> None:
    from docx.shared import Cm

    document.add_heading(heading, 1)
    if drawing is None:
        document.add_paragraph("Nothing to draw.")
        return
    width = min(WIDTH_CM, HEIGHT_CM * drawing.width / drawing.height)
    document.add_picture(BytesIO(png(drawing)), width=Cm(width))
    document.paragraphs[-1].paragraph_format.keep_with_next = True
    document.add_paragraph(f"{drawing.title}. Numbers are those of the story above.")


def _card(document: Document, card: Card) -> None:
    document.add_heading(allowed(f"{card.number}. {card.title}"), 2)
    document.add_paragraph(allowed(card.meta))
    for sentence in card.sentences:
        document.add_paragraph(allowed(sentence.text), style="Quote")
        document.add_paragraph(allowed(f"{sentence.said} {sentence.link or ''}".rstrip()))
    if card.more:
        document.add_paragraph(card.more)

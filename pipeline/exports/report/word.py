"""The report as a Word document; its pictures carry numbers, which its text explains. Pure."""

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

WIDTH_CM = 16


def as_docx(excerpt: Excerpt) -> bytes:
    import docx

    made, document = report(excerpt, words=False), docx.Document()
    document.core_properties.title = allowed(made.title)[:255]
    document.core_properties.author = "Dateline"
    document.core_properties.created = document.core_properties.modified = excerpt.made.replace(tzinfo=None)
    _write(document, made)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


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
    document.add_picture(BytesIO(png(drawing)), width=Cm(WIDTH_CM))
    document.add_paragraph(f"{drawing.title}. Numbers are those of the story above.")


def _card(document: Document, card: Card) -> None:
    document.add_heading(allowed(f"{card.number}. {card.title}"), 2)
    document.add_paragraph(allowed(card.meta))
    for sentence in card.sentences:
        document.add_paragraph(allowed(sentence.text), style="Quote")
        document.add_paragraph(allowed(f"{sentence.said} {sentence.link or ''}".rstrip()))
    if card.more:
        document.add_paragraph(card.more)

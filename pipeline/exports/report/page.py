"""The report as one HTML file: no script, nothing from outside, all text of strangers escaped. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from pipeline.exports.excerpt import Excerpt
from pipeline.exports.report.content import TOGETHER, Card, Report, Sentence, report
from pipeline.exports.report.svg import svg
from pipeline.exports.xml_text import allowed

POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
STYLE = """
:root { color-scheme: light; }
body { background: #fff; color: #1c2733; font: 16px/1.5 'Source Sans 3', 'Segoe UI', Helvetica, Arial, sans-serif;
  margin: 0 auto; max-width: 60rem; padding: 1.5rem; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; } h2 { border-top: 1px solid #d8dde3; font-size: 1.2rem; padding-top: 1rem; }
h3 { font-size: 1.05rem; margin: 0; }
dl { display: grid; gap: 0 1rem; grid-template-columns: max-content 1fr; } dd { margin: 0; }
svg { height: auto; max-width: 100%; }
article { border-left: 4px solid var(--mark); break-inside: avoid; margin: 1rem 0; padding-left: .8rem; }
blockquote { margin: .4rem 0 0; white-space: pre-line; }
.meta, .said, .note { color: #4b5a69; font-size: .9rem; margin: 0; }
ol.story { list-style: none; padding: 0; }
"""


def as_html(excerpt: Excerpt) -> bytes:
    return document(report(excerpt)).encode("utf-8")


def document(made: Report) -> str:
    title = _text(made.title)
    return (
        "<!doctype html>\n<html lang='en'><head><meta charset='utf-8'>"
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        "<meta name='viewport' content='width=device-width, initial-scale=1'>"
        "<meta name='referrer' content='no-referrer'>"
        f"<title>{title}</title><style>{STYLE}</style></head><body><main><h1>{title}</h1>"
        f"{_about(made)}{_paragraphs(made.notes)}{_story(made)}{_stories(made)}{_pictures(made)}"
        f"{_section('Evidence', ''.join(map(_card, made.cards)))}"
        f"{_section('Corrected by analysts', _list_items(made.corrected))}"
        f"{_section('Articles', _articles(made))}</main></body></html>\n"
    )


def _text(text: str) -> str:
    return escape(allowed(text))


def _section(heading: str, body: str) -> str:
    return f"<section><h2>{heading}</h2>{body or '<p>None.</p>'}</section>"


def _about(made: Report) -> str:
    return "<dl>" + "".join(f"<dt>{name}</dt><dd>{_text(value)}</dd>" for name, value in made.about) + "</dl>"


def _paragraphs(lines: Iterable[str]) -> str:
    return "".join(f"<p class='note'>{_text(line)}</p>" for line in lines)


def _story(made: Report) -> str:
    items = "".join(f"<li>{_text(line)}</li>" for line in made.story)
    return _section("Story", f"<ol class='story'>{items}</ol>" if items else "")


def _stories(made: Report) -> str:
    return _section(TOGETHER, _list_items(made.together)) if made.together else ""


def _pictures(made: Report) -> str:
    return "".join(
        _section(heading, svg(drawing) if drawing else "<p>Nothing to draw.</p>")
        for heading, drawing in (("Timeline", made.timeline), ("Map", made.map))
    )


def _card(card: Card) -> str:
    sentences = "".join(map(_sentence, card.sentences))
    more = f"<p class='said'>{_text(card.more)}</p>" if card.more else ""
    return (
        f"<article style='--mark:{card.colour}'><h3>{card.number}. {_text(card.title)}</h3>"
        f"<p class='meta'>{_text(card.meta)}</p>{sentences}{more}</article>"
    )


def _sentence(sentence: Sentence) -> str:
    return (
        f"<blockquote>{_text(sentence.text)}</blockquote>"
        f"<p class='said'>{_text(sentence.said)}{_link(sentence.link)}</p>"
    )


def _link(url: str | None) -> str:
    return f" · <a href='{_text(url)}' rel='noopener noreferrer nofollow'>source</a>" if url else ""


def _list_items(lines: Iterable[str]) -> str:
    items = "".join(f"<li>{_text(line)}</li>" for line in lines)
    return f"<ul>{items}</ul>" if items else ""


def _articles(made: Report) -> str:
    items = "".join(f"<li>{_text(words)}{_link(url)}</li>" for words, url in made.articles)
    return f"<ul>{items}</ul>" if items else ""

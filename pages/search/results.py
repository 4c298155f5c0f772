"""Sentences that were found, as HTML with what was looked for marked. Pure; all text is escaped."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from html import escape

from pages.language.highlight import Mark, context, mark_text
from pages.widgets.cards import CONTEXT
from pipeline.domain import Analysis, Article, Event, Movement
from pipeline.index.search import Hit
from pipeline.search_terms import WORD, Term, Terms, fold_case, words_of
from pipeline.wording.dates import long_day

LONGEST = 1_200
"""Characters of a stretch that are shown: the lines of a text that was not read may be long."""


def result_card(hit: Hit, analysis: Analysis, terms: Terms, named: Collection[str]) -> str:
    """A sentence with a little around it, and its article; ``named``: keys of whom the words can mean."""
    text, end = analysis.article.text, min(hit.end, hit.start + LONGEST)
    first, last = context(text, hit.start, end, around=CONTEXT)
    marks = [
        Mark(first, hit.start, "dl-context"),
        Mark(end, last, "dl-context"),
        *word_marks(text, hit.start, end, terms),
        *name_marks(analysis, hit.start, end, {*named, *terms.keys}),
    ]
    before, after = "… " if first > 0 else "", " …" if last < len(text) else ""
    return (
        f"<article class='dl-card dl-found'><p class='dl-kind'>{escape(origin(analysis.article))}</p>"
        f"<blockquote>{before}{mark_text(text, marks, start=first, end=last)}{after}</blockquote></article>"
    )


def origin(article: Article) -> str:
    day = long_day(article.published) if article.published else None
    return " · ".join(part for part in (article.title or "an untitled article", article.outlet, day) if part)


def word_marks(text: str, start: int, end: int, terms: Terms) -> Iterator[Mark]:
    """Where the words of each term stand."""
    found = [
        (start + word.start(), start + word.end(), fold_case(word.group())) for word in WORD.finditer(text[start:end])
    ]
    for term in terms.terms:
        for at in range(len(found) - len(term.words) + 1):
            here = found[at : at + len(term.words)]
            if says(term, [word for *_, word in here]):
                yield Mark(here[0][0], here[-1][1], "dl-trigger")


def says(term: Term, words: list[str]) -> bool:
    *firsts, last = term.words
    return words[:-1] == firsts and (words[-1].startswith(last) if term.begins else words[-1] == last)


def matches_terms(text: str, terms: Terms) -> bool:
    """Whether a text holds all that is looked for, by its words alone."""
    words = words_of(text)

    def has(term: Term) -> bool:
        long = len(term.words)
        return any(says(term, words[at : at + long]) for at in range(len(words) - long + 1))

    return bool(terms.terms) and not terms.keys and all(map(has, terms.terms))


def name_marks(analysis: Analysis, start: int, end: int, keys: Collection[str]) -> Iterator[Mark]:
    """Where one of these is named, by whatever name."""
    for entity in analysis.entities:
        if entity.key in keys:
            for mention in entity.mentions:
                if start <= mention.start < end and mention.form != "pronoun":
                    yield Mark(mention.start, mention.end, "dl-trigger", f"{entity.name}, {entity.kind}")


def told_there(analysis: Analysis, hit: Hit) -> list[Event | Movement]:
    """The events and movements that the sentence tells of."""
    every: tuple[Event | Movement, ...] = (*analysis.movements, *analysis.events)
    return [
        told
        for told in every
        if any(hit.start < at.evidence.end and at.evidence.start < hit.end for at in told.reports)
    ]

"""What a report says, in order, for whatever it is written as. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from pipeline.corrections import GRADES, OF_OUTLET, Change, Entry, Field
from pipeline.exports.excerpt import Excerpt, ExportedRow
from pipeline.exports.records import date_in_words, title
from pipeline.exports.report.drawing import Drawing
from pipeline.exports.report.pictures import MOST_ARROWS, MOST_BARS, places_map, timeline
from pipeline.grades import graded_outlet
from pipeline.index import EventRow, ReportRow
from pipeline.store import ArticleRow
from pipeline.wording import titles
from pipeline.wording.certainty import how_sure
from pipeline.wording.dates import long_day, when
from pipeline.wording.palette import colour

MOST_CARDS, MOST_SENTENCES = 500, 20
TOGETHER = "Told in several articles"
CREDIT = "Base map: Natural Earth, de facto borders. Places: GeoNames, CC BY 4.0."
CAUTION = (
    "Extracted by a program, which errs. What is planned, believed, claimed or denied is no fact; open each sentence "
    "before you rely on it."
)

GRADED = (
    "Grades are the Admiralty code’s, given by analysts: an outlet from A (reliable) to E, what it reports from 1 "
    "(confirmed) to 5 (improbable), apart; F and 6 where nobody judged."
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, who says it, and what that makes of the event."""

    text: str
    said: str
    link: str | None


@dataclass(frozen=True, slots=True)
class Card:
    """An event or movement with its evidence; ``meta`` says when, where, status and how sure."""

    number: int
    title: str
    meta: str
    colour: str
    sentences: tuple[Sentence, ...]
    more: str


@dataclass(frozen=True, slots=True)
class Report:
    """All parts of a report in their order."""

    title: str
    about: tuple[tuple[str, str], ...]
    story: tuple[str, ...]
    together: tuple[str, ...]
    timeline: Drawing | None
    map: Drawing | None
    notes: tuple[str, ...]
    cards: tuple[Card, ...]
    corrected: tuple[str, ...]
    articles: tuple[tuple[str, str | None], ...]


def report(excerpt: Excerpt) -> Report:
    """By date, the undated last; the pictures name what they show, beside its number in the report."""
    ordered = sorted(excerpt.told, key=_chronological)
    numbered = list(enumerate(ordered[:MOST_CARDS], 1))
    return Report(
        f"Dateline: {excerpt.scope.title}",
        tuple(_about(excerpt)),
        tuple(_story(number, told) for number, told in numbered),
        tuple(_story_lines(numbered)),
        timeline(numbered),
        places_map(numbered),
        tuple(_notes(excerpt)),
        tuple(_card(excerpt, number, told) for number, told in numbered),
        tuple(map(_corrected, excerpt.corrections)),
        tuple(_article(excerpt, each) for each in excerpt.articles),
    )


def _chronological(told: ExportedRow) -> tuple[date, date, str]:
    row = told.row
    return row.first or row.last or date.max, row.last or date.max, row.id


def _about(excerpt: Excerpt) -> Iterator[tuple[str, str]]:
    yield "Filters", "; ".join(excerpt.scope.filters()) or "none"
    yield "Holds", f"{titles.count(len(excerpt.events), 'event')}, {titles.count(len(excerpt.movements), 'movement')}"
    yield "From", titles.count(len(excerpt.articles), "article")
    yield "Made", f"{long_day(excerpt.made.date())}, {excerpt.made:%H:%M} UTC"
    versions = sorted({article.pipeline_version for article in excerpt.articles})
    yield "Read by", f"Dateline’s pipeline {', '.join(versions) or 'unknown'}"


def _notes(excerpt: Excerpt) -> Iterator[str]:
    yield CAUTION
    if excerpt.cut():
        yield excerpt.cut()
    told = len(excerpt.told)
    if told > MOST_CARDS:
        yield f"Only the first {MOST_CARDS:,} of {told:,} by date stand in this report; the tables hold all."
    if told > MOST_BARS or len(excerpt.movements) > MOST_ARROWS:
        yield f"The timeline draws at most {MOST_BARS}, the map {MOST_ARROWS} movements."
    if not excerpt.scope.wanted.doubtful and excerpt.counts.totals.doubtful:
        yield f"{excerpt.counts.totals.doubtful:,} less certain ones are left out."
    yield GRADED
    yield CREDIT


def _story(number: int, told: ExportedRow) -> str:
    return f"{number}. {date_in_words(told.row)}: {title(told.row)} ({titles.STATUSES[told.row.status].lower()})"


def _story_lines(numbered: Sequence[tuple[int, ExportedRow]]) -> Iterator[str]:
    """A line for each story of several articles: which numbers tell it, what all give together, where they disagree."""
    accounts: dict[str, list[tuple[int, ExportedRow]]] = {}
    for number, told in numbered:
        if told.story:
            accounts.setdefault(told.story.id, []).append((number, told))
    for listed in accounts.values():
        _, told = listed[0]
        if story := told.story:
            numbers = ", ".join(str(number) for number, _ in listed)
            day = when(story.first, story.last, None)
            voices = (
                f"{titles.count(story.articles, 'article')}, {titles.count(story.voices, 'independent voice')} "
                f"(here {numbers})"
            )
            disputed = " and ".join(titles.DISPUTED.get(field, field) for field in story.disputed)
            parts = [day, story.place or "", titles.STATUSES[story.status], voices]
            disagree = f". They disagree on {disputed}" if disputed else ""
            yield f"{title(told.row)}: {' · '.join(filter(None, parts))}{disagree}"


def _card(excerpt: Excerpt, number: int, told: ExportedRow) -> Card:
    row = told.row
    where = row.place.name if isinstance(row, EventRow) and row.place else ""
    certainty = titles.FACTUALITY[row.factuality] if isinstance(row, EventRow) else ""
    meta = [date_in_words(row), where, titles.STATUSES[row.status], certainty, how_sure(row) or "not estimated"]
    more = len(told.reports) - MOST_SENTENCES
    meta.append(f"grade {excerpt.grade(told)}")
    return Card(
        number,
        title(row),
        " · ".join(filter(None, meta)),
        colour(row.type),
        tuple(_sentence(told, each) for each in told.reports[:MOST_SENTENCES]),
        f"and {titles.count(more, 'more sentence')}" if more > 0 else "",
    )


def _sentence(told: ExportedRow, report: ReportRow) -> Sentence:
    named = ", ".join(dict.fromkeys(titles.source(each) for each in report.sources))
    day = when(report.first, report.last, report.edtf) if report.first or report.last else ""
    article = told.article
    published = long_day(article.published) if article.published else "no date known"
    where = f"{article.outlet or 'outlet unknown'}, “{article.title or 'without title'}”, {published}"
    said = [f"According to {named or 'the article itself'}", titles.STATUSES[report.status].lower(), day, where]
    return Sentence(report.evidence.text, " · ".join(filter(None, said)), safe_link(article.url))


def _article(excerpt: Excerpt, article: ArticleRow) -> tuple[str, str | None]:
    """With the hash of its text, so that anyone can tell whether it is the same."""
    day = long_day(article.published) if article.published else "no date known"
    outlet = f"{article.outlet or 'outlet unknown'} (grade {excerpt.grades.reliability(article.outlet)})"
    named, text = f"{article.title or 'Without title'} · {outlet} · {day}", excerpt.analyses[article.id].article.text
    return f"{named} · SHA-256 {sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()}", safe_link(article.url)


def _corrected(entry: Entry) -> str:
    made = entry.correction
    why = f" ({made.reason})" if made.reason else ""
    of = graded_outlet(entry) or f"“{made.target.trigger.text}”"
    return f"{made.made:%Y-%m-%d}, {made.author}: {of}: {changed(made.change)}{why}"


SAID: dict[Field, str] = {
    "added": "added by hand",
    "one_story": "said to be one event with what another article tells",
    "another_story": "said to be another event than other articles tell",
}
"""What is said of a correction whose value is no single word."""
OF_NAMES: dict[Field, str] = {
    "same": "is one with",
    "apart": "is somebody else than the others called",
    "kind": "is a name of the kind",
    "located": "is the place",
}


def changed(change: Change) -> str:
    """ "status: planned"; "marked as wrong, and hidden"."""
    if change.field == "verdict":
        return "marked as wrong, and hidden" if change.word == "wrong" else "marked as right"
    if change.field in SAID:
        return SAID[change.field]
    if change.field in GRADES:
        return f"{'outlet' if change.field == OF_OUTLET else 'report'} graded {change.word}"
    parties = ", ".join(party.name for party in change.parties)
    place = change.place.name if change.place else ""
    day = when(change.when.first, change.when.last, change.when.edtf) if change.when else ""
    new_value = next(filter(None, (parties, (change.word or "").lower(), place, day)), "not told")
    return f"{OF_NAMES.get(change.field, f'{change.field}:')} {new_value}"


def safe_link(url: str | None) -> str | None:
    """An address that a browser may open; any other is left out."""
    return url if url and url.startswith(("https://", "http://")) else None

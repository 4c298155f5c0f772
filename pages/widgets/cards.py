"""Evidence as HTML: an event, a movement, a name or a source, and its sentences. Pure; all text is escaped."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from html import escape

from pages.language import glossary, history
from pages.language.highlight import Mark, context, mark_text
from pipeline.domain import Status
from pipeline.index import (
    DyadRow,
    EntityRow,
    EventRow,
    Happening,
    MentionRow,
    MovementRow,
    QuotedRow,
    ReportRow,
    StatementRow,
)
from pipeline.wording import palette, titles
from pipeline.wording.certainty import how_sure

MOST_MENTIONS = 40
MOST_STATEMENTS, MOST_WORDS = 40, 6
MOST_OPEN = 2
TAGS = {
    "strongest": "the most certain report of the status that the whole has",
    "latest dated": "the last of the reports of which the text says when they were made",
}
CONTEXT = 70
NO_REASONS = "<p>By what it was read is not recorded.</p>"
FORMS = {"name": "named", "nominal": "described", "pronoun": "pronoun"}


@dataclass(frozen=True, slots=True)
class Head:
    """What a card of an event or movement begins with; ``kind`` and ``meta`` are HTML, the title is text."""

    colour: str
    kind: str
    title: str
    meta: str


def event_card(event: EventRow, reports: Iterable[ReportRow], text_of: Callable[[str], str]) -> str:
    """An event and its reports as HTML; ``text_of`` gives the text of an article."""
    where = f" · {escape(event.place.name)}" if event.place else ""
    head = Head(
        palette.colour(event.type),
        f"<span title='{escape(glossary.types()[event.type])}'>{titles.type_with_code(event.type, event.mode)}</span>",
        titles.who_to_whom(event) or "no one is named",
        f"{escape(titles.event_date(event))}{where} · {titles.STATUSES[event.status]}, "
        f"{titles.FACTUALITY[event.factuality]}",
    )
    return _happening_card(head, event, reports, text_of)


def movement_card(movement: MovementRow, reports: Iterable[ReportRow], text_of: Callable[[str], str]) -> str:
    """A movement and its reports as HTML."""
    head = Head(
        palette.colour(movement.type),
        f"<span title='{escape(glossary.meaning('Movement'))}'>Movement</span>",
        titles.movement_title(movement),
        f"{escape(titles.movement_date(movement))} · {titles.STATUSES[movement.status]}",
    )
    return _happening_card(head, movement, reports, text_of)


def entity_card(entity: EntityRow, mentions: Iterable[MentionRow], text_of: Callable[[str], str]) -> str:
    """A name, what else it is called, and its mentions in their sentences."""
    found = list(mentions)
    also = [alias for alias in entity.aliases if alias != entity.name]
    called = f"<p class='dl-meta'>Also: {escape(', '.join(also))}</p>" if also else ""
    counts = f"{entity.names} named, {entity.nominals} described, {entity.pronouns} by pronoun"
    items = "".join(
        f"<li><p class='dl-said'>{FORMS[mention.form]}</p>"
        + _quote(
            text_of(mention.article), [Mark(mention.start, mention.end, "dl-trigger")], (mention.start, mention.end)
        )
        + "</li>"
        for mention in found[:MOST_MENTIONS]
    )
    more = len(found) - MOST_MENTIONS
    rest = f"<p class='dl-meta'>and {titles.count(more, 'more mention')}</p>" if more > 0 else ""
    return (
        f"<article class='dl-card' style='--mark:{palette.NEUTRAL}'>"
        f"<p class='dl-kind'>{escape(entity.kind.capitalize())}</p>"
        f"<h2>{escape(titles.told_apart(entity.name, entity.told_in))}</h2>{called}"
        f"<p class='dl-meta'>{titles.count(entity.mentions, 'mention')} in "
        f"{titles.count(entity.articles, 'article')}: {counts}</p><ol>{items}</ol>{rest}</article>"
    )


def source_card(source: QuotedRow, statements: Iterable[StatementRow], text_of: Callable[[str], str]) -> str:
    """A source, and its statements with cue and content marked."""
    found = list(statements)
    cues, about = titles.statement_counts(source.cues[:MOST_WORDS]), titles.statement_counts(source.about[:MOST_WORDS])
    items = "".join(_statement(said, text_of(said.article)) for said in found[:MOST_STATEMENTS])
    more = source.statements - min(len(found), MOST_STATEMENTS)
    rest = f"<p class='dl-meta'>and {titles.count(more, 'more statement')}</p>" if more > 0 else ""
    return (
        f"<article class='dl-card' style='--mark:{palette.NEUTRAL}'><p class='dl-kind'>Source</p>"
        f"<h2>{escape(source.name)}</h2>"
        f"<p class='dl-meta'>{titles.count(source.statements, 'statement')} in "
        f"{titles.count(source.articles, 'article')}, with the words {escape(cues)}</p>"
        + (f"<p class='dl-meta'>About {escape(about)}</p>" if about else "")
        + f"<ol>{items}</ol>{rest}</article>"
    )


def dyad_card(rows: Sequence[DyadRow], events: Iterable[EventRow]) -> str:
    """What one party does to another, type by type, and the events with the first sentence that tells of each."""
    total, settled = sum(row.events for row in rows), sum(row.settled for row in rows)
    types = ", ".join(f"{titles.TYPES[row.type]} {row.events}" for row in rows)
    listed = list(events)
    more = total - len(listed)
    rest = f"<p class='dl-meta'>and {titles.count(more, 'more event')}</p>" if more > 0 else ""
    return (
        f"<article class='dl-card' style='--mark:{palette.colour(rows[0].type)}'><p class='dl-kind'>Who to whom</p>"
        f"<h2>{escape(titles.pair(rows[0]))}</h2>"
        f"<p class='dl-meta'>{titles.count(total, 'event')}: {types}; {settled:,} occurred or under way</p>"
        f"<ol>{''.join(_happening(event) for event in listed)}</ol>{rest}</article>"
    )


def _happening(event: EventRow) -> str:
    """An event in two lines: what, how certain, when; and the sentence of its first report."""
    articles = f" in {event.articles:,} articles" if event.articles > 1 else ""
    more = f" · {titles.count(event.reports, 'report')}{articles}" if event.reports > 1 else ""
    return (
        f"<li><p class='dl-said'><span class='dl-status dl-{palette.form_of_status(event.status)}'>"
        f"{titles.STATUSES[event.status]}</span>"
        f"<span class='dl-voice'>{titles.type_with_code(event.type, event.mode)}</span>"
        f"<span class='dl-sure'>{escape(titles.event_date(event))}{more}</span></p>"
        f"<blockquote>{escape(event.evidence.strip())}</blockquote>"
        f"<p class='dl-source'>{escape(_article(event))}</p></li>"
    )


def _statement(said: StatementRow, text: str) -> str:
    """The manner, a quotation with cue and content marked, and the article."""
    start, end = said.content
    marks = [Mark(start, end, "dl-evidence"), Mark(said.cue.start, said.cue.end, "dl-trigger")]
    around = min(start, said.cue.start), max(end, said.cue.end)
    day = f", {escape(titles.span(said.said))}" if said.said else ""
    copies = f" · word for word in {titles.count(said.printed - 1, 'more article')}" if said.printed > 1 else ""
    return (
        f"<li><p class='dl-said'>{titles.MANNERS[said.manner]} ({escape(said.cue.text)}){day}</p>"
        f"{_quote(text, marks, around)}<p class='dl-source'>{escape(_article(said))}{copies}</p></li>"
    )


def _happening_card(head: Head, told: Happening, reports: Iterable[ReportRow], text_of: Callable[[str], str]) -> str:
    """An event or movement is told by one article, which is named once."""
    listed = list(reports)
    of = f" in “{escape(_article(listed[0]))}”" if listed else ""
    return (
        f"<article class='dl-card' style='--mark:{head.colour}'><p class='dl-kind'>{head.kind}</p>"
        f"<h2>{escape(head.title)}</h2><p class='dl-meta'>{head.meta}</p>{_why(told)}"
        f"<p class='dl-count'>{titles.count(len(listed), 'report')}{of}</p>"
        f"<ol>{status_history(listed, told.status, text_of)}</ol></article>"
    )


def _why(told: Happening) -> str:
    """On demand: how sure it is, and the entries and cues that gave type, parties, status and date."""
    sure = how_sure(told)
    if not (told.why or sure):
        return ""
    reasons = "".join(f"<li><code>{escape(reason)}</code></li>" for reason in told.why)
    items = f"<p>Dictionary entries and cues it was read by:</p><ul>{reasons}</ul>" if reasons else NO_REASONS
    return f"<details class='dl-why'><summary>Why{f' · {sure}' if sure else ''}</summary>{items}</details>"


def status_history(reports: Iterable[ReportRow], status: Status, text_of: Callable[[str], str]) -> str:
    """A line for each voice, which opens its sentences; those of the strongest stand open."""
    found = history.lines(reports)
    if not found:
        return ""
    strongest, latest = history.strongest(found, status), history.latest_line(found)
    items = []
    for line in found:
        tags = [word for word, tagged in (("strongest", strongest), ("latest dated", latest)) if tagged is line]
        told = line.sentences()
        quotes = "".join(_sentence(same, text_of(same[0].article)) for same in told)
        opened = " open" if line is strongest or len(found) <= MOST_OPEN else ""
        summary = _summary(line, tags if len(found) > 1 else [])
        items.append(f"<li><details{opened}><summary class='dl-said'>{summary}</summary>{quotes}</details></li>")
    return "".join(items)


def _summary(line: history.HistoryLine, tags: Iterable[str]) -> str:
    """ "Planned, said The Post on 4 September 2023 · certain, for September 2023 · strongest"."""
    sentences = len(line.sentences())
    several = f" · {titles.count(sentences, 'sentence')}" if sentences > 1 else ""
    day = f"; when: {escape(line.dated)}" if line.dated else ""
    return (
        f"<span class='dl-status dl-{palette.form_of_status(line.status)}'>{titles.STATUSES[line.status]}</span>"
        f"<span class='dl-voice'>{escape(line.voice)}</span>"
        f"<span class='dl-sure'>{titles.FACTUALITY[line.factuality]}{day}{several}</span>"
        + "".join(f"<span class='dl-tag' title='{TAGS[tag]}'>{tag}</span>" for tag in tags)
    )


def _article(report: ReportRow | StatementRow | EventRow) -> str:
    return " · ".join(part for part in (report.title, report.outlet) if part) or "an untitled article"


def _sentence(reports: Sequence[ReportRow], text: str) -> str:
    """A quotation with every trigger in it marked."""
    first = reports[0]
    evidence = Mark(first.evidence.start, first.evidence.end, "dl-evidence")
    triggers = [Mark(report.trigger.start, report.trigger.end, "dl-trigger") for report in reports]
    return _quote(text, [evidence, *triggers], (evidence.start, evidence.end))


def _quote(text: str, marks: Iterable[Mark], around: tuple[int, int]) -> str:
    """The stretch of the text that is the evidence, with a little faded context."""
    start, end = context(text, *around, around=CONTEXT)
    faded = [Mark(start, around[0], "dl-context"), Mark(around[1], end, "dl-context")]
    before, after = "… " if start > 0 else "", " …" if end < len(text) else ""
    return f"<blockquote>{before}{mark_text(text, [*marks, *faded], start=start, end=end)}{after}</blockquote>"

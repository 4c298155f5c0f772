"""The evidence of a selection: who says so, in which words, where in the article."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from html import escape

import streamlit as st

from pages.shared import data, palette, state, wording
from pages.shared.dates import NO_DATE, when
from pages.shared.highlight import Mark, context, marked
from pages.shared.view import Selection
from pipeline.domain import PloverType
from pipeline.errors import StoreError
from pipeline.store import EntityRow, EventRow, MentionRow, MovementRow, ReportRow

MOST_MENTIONS = 40
CONTEXT = 70
FORMS = {"name": "named", "nominal": "described", "pronoun": "pronoun"}


def panel(
    events: Iterable[EventRow],
    movements: Iterable[MovementRow],
    entities: Iterable[EntityRow] = (),
    lead: Selection | None = None,
) -> None:
    """Show the evidence of what is selected, or of ``lead``; offer everything on the page by name."""
    titles = _titles(events, movements, entities)
    chosen = state.selected() or lead
    _picker(titles, chosen)
    if chosen is None:
        st.caption("Click a bar, an arrow or a name, or choose one above, to read the sentences it came from.")
    elif card := _card(chosen, events, movements, entities):
        st.html(card)
    else:
        st.info("What the link selects is not in this view. Clear the filters, or choose something above.")


def event_card(event: EventRow, reports: Iterable[ReportRow], text_of: Callable[[str], str]) -> str:
    """An event and its reports as HTML; ``text_of`` gives the text of an article."""
    where = f" · {escape(event.place.name)}" if event.place else ""
    return _event_like(
        palette.colour(event.type),
        wording.coded(event.type, event.mode),
        wording.who_to_whom(event) or "no one is named",
        f"{escape(wording.event_date(event))}{where} · {wording.STATUSES[event.status]}, "
        f"{wording.FACTUALITY[event.factuality]}",
        reports,
        text_of,
    )


def movement_card(
    movement: MovementRow, type_: PloverType | None, reports: Iterable[ReportRow], text_of: Callable[[str], str]
) -> str:
    """A movement and its reports as HTML."""
    return _event_like(
        palette.colour(type_),
        "Movement",
        wording.movement_title(movement),
        f"{escape(wording.movement_date(movement))} · {wording.STATUSES[movement.status]}",
        reports,
        text_of,
    )


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
    rest = f"<p class='dl-meta'>and {wording.count(more, 'more mention')}</p>" if more > 0 else ""
    return (
        f"<article class='dl-card' style='--mark:{palette.NEUTRAL}'><p class='dl-kind'>{escape(entity.kind)}</p>"
        f"<h4>{escape(entity.name)}</h4>{called}"
        f"<p class='dl-meta'>{wording.count(entity.mentions, 'mention')} in "
        f"{wording.count(entity.articles, 'article')}: {counts}</p><ol>{items}</ol>{rest}</article>"
    )


def _event_like(
    colour: str, kind: str, title: str, meta: str, reports: Iterable[ReportRow], text_of: Callable[[str], str]
) -> str:
    """``meta`` is HTML, the rest is text. One article is named once, several at each report."""
    listed = list(reports)
    articles = dict.fromkeys(_article(report) for report in listed)
    of = f" in “{escape(next(iter(articles)))}”" if len(articles) == 1 else ""
    items = "".join(_report(report, text_of(report.article), name_article=not of) for report in listed)
    return (
        f"<article class='dl-card' style='--mark:{colour}'><p class='dl-kind'>{escape(kind)}</p>"
        f"<h4>{escape(title)}</h4><p class='dl-meta'>{meta}</p><p class='dl-meta'>{_according(listed)}</p>"
        f"<p class='dl-count'>{wording.count(len(listed), 'report')}{of}</p><ol>{items}</ol></article>"
    )


def _according(reports: Iterable[ReportRow]) -> str:
    sources = dict.fromkeys(wording.according_to(report) for report in reports)
    return f"According to {escape('; '.join(sources))}" if sources else ""


def _article(report: ReportRow) -> str:
    return " · ".join(part for part in (report.title, report.outlet) if part) or "an untitled article"


def _report(report: ReportRow, text: str, *, name_article: bool) -> str:
    """A line that says who, a quotation with the trigger marked, and the article."""
    marks = [
        Mark(report.evidence.start, report.evidence.end, "dl-evidence"),
        Mark(report.trigger.start, report.trigger.end, "dl-trigger"),
    ]
    cues = ", ".join(dict.fromkeys(source.cue for source in report.sources))
    said = f" ({escape(cues)})" if cues else ""
    dated = when(report.first, report.last, report.edtf)
    day = "" if dated == NO_DATE else f" · {escape(dated)}"
    article = f"<p class='dl-source'>{escape(_article(report))}</p>" if name_article else ""
    return (
        f"<li><p class='dl-said'><span><b>{escape(wording.according_to(report))}</b>{said}</span>"
        f"<span class='dl-status dl-{palette.form(report.status)}'>{wording.STATUSES[report.status]}</span>"
        f"<span>{wording.FACTUALITY[report.factuality]}{day}</span></p>"
        f"{_quote(text, marks, (report.evidence.start, report.evidence.end))}{article}</li>"
    )


def _quote(text: str, marks: Iterable[Mark], around: tuple[int, int]) -> str:
    """The stretch of the text that is the evidence, with a little faded context."""
    start, end = context(text, *around, around=CONTEXT)
    faded = [Mark(start, around[0], "dl-context"), Mark(around[1], end, "dl-context")]
    before, after = "… " if start > 0 else "", " …" if end < len(text) else ""
    return f"<blockquote>{before}{marked(text, [*marks, *faded], start=start, end=end)}{after}</blockquote>"


def _titles(
    events: Iterable[EventRow], movements: Iterable[MovementRow], entities: Iterable[EntityRow]
) -> dict[Selection, str]:
    return {
        **{Selection("movement", row.id): f"Movement: {wording.movement_title(row)}" for row in movements},
        **{
            Selection("event", row.id): f"{wording.event_title(row)} · {wording.event_date(row)}"
            for row in sorted(events, key=_chronological)
        },
        **{Selection("entity", row.key): f"{row.name} · {row.kind}" for row in entities},
    }


def _chronological(row: EventRow) -> tuple[bool, str]:
    """By date, the undated last."""
    day = row.first or row.last
    return day is None, str(day)


def _picker(titles: Mapping[Selection, str], chosen: Selection | None) -> None:
    """Choose by name: the way in for keyboards and small screens."""
    key = "evidence-of"
    st.session_state[key] = chosen if chosen in titles else None
    st.selectbox(
        "Evidence of",
        list(titles),
        format_func=lambda selection: titles.get(selection, selection.id),
        key=key,
        placeholder="Choose an event, a movement or a name",
        on_change=lambda: state.select(st.session_state[key]),
    )


def _card(
    chosen: Selection, events: Iterable[EventRow], movements: Iterable[MovementRow], entities: Iterable[EntityRow]
) -> str | None:
    if chosen.kind == "event":
        event = next((row for row in events if row.id == chosen.id), None)
        return event_card(event, data.reports(event.id), text_of) if event else None
    if chosen.kind == "movement":
        movement = next((row for row in movements if row.id == chosen.id), None)
        types = {row.id: row.type for row in events}
        return (
            movement_card(movement, types.get(movement.event or ""), data.movement_reports(movement.id), text_of)
            if movement
            else None
        )
    entity = next((row for row in entities if row.key == chosen.id), None)
    return entity_card(entity, data.mentions(entity.key, state.wanted()), text_of) if entity else None


def text_of(article: str) -> str:
    """The text of an article; empty if it was removed meanwhile."""
    try:
        return data.analysis(article).article.text
    except StoreError:
        return ""

"""The sentences that tell of an event or movement: the index knows its article, whose analysis has all the rest."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from pipeline.domain import Analysis, DateSpan, Event, Movement, Timex
from pipeline.index.ask import Ask
from pipeline.index.sources import Speakers
from pipeline.index.speech_rows import ReportRow, SourceRow

Told = Literal["events", "movements"]


def article_of(ask: Ask, table: Told, told: str) -> str | None:
    found = ask.column(
        f"SELECT id FROM articles WHERE number IN (SELECT article FROM {table} WHERE id = $told)", told=told
    )
    return found[0] if found else None


def rows(analysis: Analysis, told: str) -> list[ReportRow]:
    """The reports of an event or movement of this article; none if it is no longer there."""
    known: Sequence[Event | Movement] = (*analysis.events, *analysis.movements)
    article = analysis.article
    speech = Speech(analysis)
    return [
        ReportRow(
            article=article.id,
            title=article.title,
            outlet=article.outlet,
            evidence=report.evidence,
            trigger=report.trigger,
            sources=tuple(speech.source(said) for said in report.attributions),
            status=report.status,
            factuality=report.factuality,
            first=report.first,
            last=report.last,
            edtf=report.edtf,
            reported=report.reported,
        )
        for each in known
        if each.id == told
        for report in each.reports
    ]


class Speech:
    """The statements of an analysis by their ids."""

    def __init__(self, analysis: Analysis) -> None:
        self.speakers = Speakers({entity.id: entity for entity in analysis.entities})
        self.attributions = {said.id: said for said in analysis.attributions}
        self.timexes = {timex.start: timex for timex in analysis.timexes}

    def source(self, statement: str) -> SourceRow:
        said = self.attributions[statement]
        entity = self.speakers.entity(said.source)
        when = None if said.timex is None else self.timexes[said.timex]
        return SourceRow(entity.key if entity else None, self.speakers.spoken_name(said), said.cue.text, span(when))


def span(when: Timex | None) -> DateSpan | None:
    found = DateSpan(when.first, when.last, when.edtf) if when else None
    return None if found == DateSpan(None, None, None) else found

"""The status history of an event or movement: who said what of it, in which order, in plain words. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.domain import DateSpan, Factuality, Status
from pipeline.index import ReportRow, SourceRow
from pipeline.merging.events import CERTAINTY
from pipeline.wording import titles
from pipeline.wording.dates import NO_DATE, when

SAID = frozenset({
    "according to", "add", "added", "adding", "announced", "noted", "noting", "quoted", "reported", "reports", "said",
    "saying", "says", "stated", "tell", "telling", "told", "wrote",
})  # fmt: skip
CITING = frozenset({"citing", "cited", "quoting"})
VOICES = {
    "acknowledged": "acknowledged by",
    "acknowledges": "acknowledged by",
    "admitted": "admitted by",
    "admits": "admitted by",
    "believe": "believed by",
    "believed": "believed by",
    "believes": "believed by",
    "confirmed": "confirmed by",
    "confirming": "confirmed by",
    "confirms": "confirmed by",
    "denied": "denied by",
    "denies": "denied by",
    "denying": "denied by",
    "expect": "expected by",
    "expects": "expected by",
}
"""Cues, and how a line says them; any other cue stands as the article has it."""
BESIDE = frozenset({"also", "had", "has", "have", "later", "was", "were"})
"""Words of a cue that change nothing of what it says."""


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """What one voice says of an event, in all its reports: "planned", "said The Post on 4 September 2023"."""

    status: Status
    factuality: Factuality
    voice: str
    dated: str | None
    said: DateSpan | None
    reports: tuple[ReportRow, ...]

    def sentences(self) -> list[tuple[ReportRow, ...]]:
        """Its reports by the sentence that they stand in."""
        found: dict[tuple[str, int], list[ReportRow]] = {}
        for report in self.reports:
            found.setdefault((report.article, report.evidence.start), []).append(report)
        return [tuple(same) for same in found.values()]


def lines(reports: Iterable[ReportRow]) -> list[HistoryLine]:
    """The history: in the order in which it was said, as far as the text dates that; then in that of the text.

    Reports that say the same in one voice are one line.
    """
    grouped: dict[tuple[object, ...], list[ReportRow]] = {}
    for report in reports:
        grouped.setdefault((report.status, report.factuality, voice(report), event_date(report)), []).append(report)
    return sorted((_history_line(same) for same in grouped.values()), key=_order)


def strongest(history: Sequence[HistoryLine], status: Status) -> HistoryLine:
    """The most certain of the lines that say what the whole is taken for."""
    return min(history, key=lambda line: (line.status != status, CERTAINTY.index(line.factuality)))


def latest_line(history: Sequence[HistoryLine]) -> HistoryLine | None:
    """The last of the lines of which the text says when they were said; None where nothing can be compared."""
    known = [line for line in history if line.said and line.said.first]
    return known[-1] if len(known) > 1 else None


def voice(report: ReportRow) -> str:
    """ "said The Post on 4 September 2023, citing two aides"; "says the article itself"."""
    if not report.sources:
        return f"says {titles.according_to(report)}"
    first, *others = dict.fromkeys(_spoken(source) for source in report.sources)
    return "".join((first, *(_beside(first, other) for other in others)))


def event_date(report: ReportRow) -> str | None:
    """The date that a report gives the event."""
    words = when(report.first, report.last, report.edtf)
    return None if words == NO_DATE else words


def _history_line(same: Sequence[ReportRow]) -> HistoryLine:
    first = same[0]
    said = next((source.said for source in first.sources if source.said), None)
    return HistoryLine(first.status, first.factuality, voice(first), event_date(first), said, tuple(same))


def _order(line: HistoryLine) -> tuple[date, int]:
    """What is not dated stands last."""
    day = line.said.first if line.said else None
    return day or date.max, line.reports[0].evidence.start


def _spoken(source: SourceRow) -> str:
    name = titles.source(source)
    cue = " ".join(word for word in source.cue.lower().split() if word not in BESIDE)
    if cue in CITING:
        return f"citing {name}"
    verb = VOICES.get(cue, "said")
    words = "" if cue in SAID or cue in VOICES else f" (“{source.cue}”)"
    return f"{verb} {name}{_on(source.said)}{words}"


def _beside(first: str, other: str) -> str:
    """ "said The Post", "said two aides" -> " and two aides"."""
    same = first.split()[0] == other.split()[0] == "said"
    return f" and {other.removeprefix('said ')}" if same else f", {other}"


def _on(said: DateSpan | None) -> str:
    if said is None:
        return ""
    words = when(said.first, said.last, said.edtf)
    if words == NO_DATE:
        return ""
    return f" on {words}" if said.first == said.last is not None else f" ({words})"

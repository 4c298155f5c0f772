"""How far analysts trust outlets and reports: the grades A-F and 1-6 of the Admiralty code, given apart. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from pipeline.corrections import GRADES, OF_OUTLET, Entry
from pipeline.domain import Extent

RELIABILITY: dict[str, str] = {
    "A": "reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
}
"""Of an outlet, whatever it reports."""
CREDIBILITY: dict[str, str] = {
    "1": "confirmed by others",
    "2": "probably true",
    "3": "possibly true",
    "4": "doubtful",
    "5": "improbable",
    "6": "truth cannot be judged",
}
"""Of what one article tells of an event or movement, whoever reports it."""
NOT_JUDGED = "F", "6"


@dataclass(frozen=True, slots=True)
class Grade:
    """Of an outlet and of what it reports, "B2"."""

    outlet: str = NOT_JUDGED[0]
    report: str = NOT_JUDGED[1]

    def __str__(self) -> str:
        return f"{self.outlet}{self.report}"

    def words(self) -> str:
        return f"outlet: {RELIABILITY[self.outlet]}; what it reports: {CREDIBILITY[self.report]}"


@dataclass(frozen=True, slots=True)
class Grades:
    """By the name of an outlet, and by article and trigger, as they were last given."""

    outlets: Mapping[str, str] = field(default_factory=dict)
    reports: Mapping[tuple[str, Extent], str] = field(default_factory=dict)

    def reliability(self, outlet: str | None) -> str:
        return self.outlets.get(outlet or "", NOT_JUDGED[0])

    def credibility(self, article: str, triggers: Iterable[Extent]) -> str:
        given = (self.reports.get((article, trigger)) for trigger in triggers)
        return next(filter(None, given), NOT_JUDGED[1])

    def of(self, outlet: str | None, article: str, triggers: Iterable[Extent]) -> Grade:
        """Of what one article of an outlet tells in the words of these triggers."""
        return Grade(self.reliability(outlet), self.credibility(article, triggers))


def graded_outlet(entry: Entry) -> str | None:
    """The name of the outlet that a correction grades."""
    change = entry.correction.change
    return change.parties[0].name if change.field == OF_OUTLET else None


def grades(log: Iterable[Entry]) -> Grades:
    """Those of a log that are not undone; the later wins."""
    given = [entry for entry in log if entry.correction.change.field in GRADES and not entry.undone]
    outlets: dict[str, str] = {}
    reports: dict[tuple[str, Extent], str] = {}
    for entry in sorted(given, key=lambda entry: entry.number):
        made, change = entry.correction, entry.correction.change
        if outlet := graded_outlet(entry):
            outlets[outlet] = change.word or NOT_JUDGED[0]
        else:
            reports[made.article, made.target.trigger] = change.word or NOT_JUDGED[1]
    return Grades(outlets, reports)

"""Who tells a story: articles, independent voices, original sources, and how its status went on; pure functions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from pipeline.domain import Status
from pipeline.linking.accounts import Account
from pipeline.linking.dossiers import Provenance
from pipeline.linking.stories import Story

Provenances = Mapping[str, Provenance]
COURSE: tuple[Status, ...] = ("hypothetical", "planned", "ongoing", "occurred", "cancelled", "denied")
"""What becomes of a plan, of what is reported on one day."""


@dataclass(frozen=True, slots=True)
class Voices:
    """``independent`` are sets of articles that speak with one voice; ``first`` and ``latest`` days of reports."""

    independent: tuple[tuple[str, ...], ...]
    outlets: tuple[str, ...]
    sources: tuple[str, ...]
    first: date | None
    latest: date | None


def voices(story: Story, known: Provenances, original: Callable[[str], int]) -> Voices:
    """The voices of a story; ``original`` gives the number of the set of copies that an article is in."""
    days = [day for account in story.accounts for day in reported_days(account)]
    outlets = {known[article].outlet for article in story.articles}
    return Voices(
        independent=tuple(independent(story.articles, known, original)),
        outlets=tuple(sorted(outlet for outlet in outlets if outlet)),
        sources=tuple(sorted({source for account in story.accounts for source in cited(account, known)})),
        first=min(days, default=None),
        latest=max(days, default=None),
    )


def independent(articles: Iterable[str], known: Provenances, original: Callable[[str], int]) -> list[tuple[str, ...]]:
    """Articles by voice: copies of one text, versions of one page, and what is from one outlet or agency are one."""
    sets: list[tuple[set[object], set[str]]] = []
    for article in articles:
        marks: set[object] = {original(article), *marks_of(known[article])}
        same = [each for each in sets if each[0] & marks]
        sets = [each for each in sets if each not in same]
        sets.append((marks.union(*(each[0] for each in same)), {article}.union(*(each[1] for each in same))))
    return sorted(tuple(sorted(together)) for _, together in sets)


def marks_of(provenance: Provenance) -> Iterable[str]:
    """What articles of one voice have in common beside their text."""
    if provenance.url:
        yield f"page {provenance.url}"
    if provenance.outlet:
        yield f"outlet {provenance.outlet.casefold()}"
    if provenance.agency:
        yield f"agency {provenance.agency}"


def cited(account: Account, known: Provenances) -> set[str]:
    """Whom the reports of an account are attributed to."""
    sources = known[account.article].sources
    return {sources[said] for report in account.told.reports for said in report.attributions if said in sources}


def reported_days(account: Account) -> list[date]:
    return [report.reported for report in account.told.reports if report.reported]


def course(story: Story) -> list[tuple[date | None, Status]]:
    """How the status went on: each change with the first day that reports it, in order of the days; undated first.

    Of one day a plan comes before what became of it, and a denial last.
    """
    told = {(report.reported, report.status) for account in story.accounts for report in account.told.reports}
    found: list[tuple[date | None, Status]] = []
    for day, status in sorted(told, key=lambda each: (each[0] or date.min, COURSE.index(each[1]))):
        if not found or found[-1][1] != status:
            found.append((day, status))
    return found

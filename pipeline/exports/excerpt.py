"""What is exported: the events and movements that a filter shows, their sentences, and the articles they stand in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from types import MappingProxyType
from typing import Literal, Protocol, TypeVar

from pipeline.corrections import Entry
from pipeline.domain import Analysis, Status
from pipeline.errors import StoreError
from pipeline.grades import Grade, Grades, graded_outlet, grades
from pipeline.index import Counts, EventFilter, EventRow, Happening, MovementRow, QuotedRow, ReportRow
from pipeline.index.questions import reports
from pipeline.store import ArticleRow, Store
from pipeline.wording.dates import when

Kind = Literal["event", "movement"]
Row = TypeVar("Row", EventRow, MovementRow)

MOST = 10_000
"""Events, and as many movements, of one export."""
KINDS: tuple[Kind, ...] = ("event", "movement")
TURNS = 5
NO_GRADES = Grades()
NO_STORIES: Mapping[str, StoryRow] = MappingProxyType({})


class FilterAnswers(Protocol):
    """What answers for a filter."""

    def events(self, wanted: EventFilter, *, limit: int) -> list[EventRow]: ...

    def movements(self, wanted: EventFilter, *, limit: int) -> list[MovementRow]: ...

    def counts(self, wanted: EventFilter) -> Counts: ...

    def quoted(self, wanted: EventFilter) -> list[QuotedRow]: ...


@dataclass(frozen=True, slots=True)
class Scope:
    """What of a view is exported. ``words`` say its filters but the period; ``address`` is the dashboard's, or empty.

    ``moves`` narrows movements further, as the map does.
    """

    title: str = "Dateline"
    wanted: EventFilter = field(default_factory=EventFilter)
    words: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = KINDS
    address: str = ""
    moves: Callable[[MovementRow], bool] | None = None

    def filters(self) -> tuple[str, ...]:
        """All filters in words, the period first."""
        wanted = self.wanted
        if not (wanted.first or wanted.last):
            return self.words
        undated = "undated ones too" if wanted.undated else "dated ones only"
        return f"{when(wanted.first, wanted.last)}, {undated}", *self.words


@dataclass(frozen=True, slots=True)
class StoryRow:
    """What several articles tell together: status and days as all of them give it; ``voices`` are independent ones.

    ``disputed`` is what they contradict each other on.
    """

    id: str
    status: Status
    first: date | None
    last: date | None
    place: str | None
    articles: int
    voices: int
    disputed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ExportedRow:
    """An event or movement, the sentences that tell of it, strongest first, their article, and its story if any."""

    row: Happening
    article: ArticleRow
    reports: tuple[ReportRow, ...]
    story: StoryRow | None = None

    @property
    def kind(self) -> Kind:
        return "event" if isinstance(self.row, EventRow) else "movement"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """All that an export holds; ``matching`` is how many events and movements the filter shows, ``made`` is UTC."""

    scope: Scope
    made: datetime
    told: tuple[ExportedRow, ...]
    matching: int
    counts: Counts
    quoted: tuple[QuotedRow, ...]
    analyses: Mapping[str, Analysis]
    corrections: tuple[Entry, ...]
    grades: Grades = NO_GRADES

    @property
    def events(self) -> list[EventRow]:
        return [each.row for each in self.told if isinstance(each.row, EventRow)]

    @property
    def movements(self) -> list[MovementRow]:
        return [each.row for each in self.told if isinstance(each.row, MovementRow)]

    @property
    def articles(self) -> list[ArticleRow]:
        """Those that tell of something here, each once."""
        return list({each.article.id: each.article for each in self.told}.values())

    def grade(self, told: ExportedRow) -> Grade:
        """How far analysts trust its outlet and what its article tells of it."""
        return self.grades.of(told.article.outlet, told.article.id, (report.trigger for report in told.reports))

    def link(self, told: ExportedRow) -> str:
        """The address of its card."""
        return f"{self.scope.address}?select={told.kind}%3A{told.row.id}"

    def cut(self) -> str:
        """What is missing of what the filter shows; nothing where it is whole."""
        missing = self.matching - len(self.told)
        return f"Cut: {missing:,} of {self.matching:,} events and movements are left out." if missing > 0 else ""


def read(
    asked: FilterAnswers,
    truth: Store,
    scope: Scope,
    made: datetime,
    most: int = MOST,
    *,
    stories: Mapping[str, StoryRow] = NO_STORIES,
) -> Excerpt:
    """All of one state of the store; rows of articles that somebody removed meanwhile are left out after some turns.

    ``stories`` are by the ids of their events and movements.
    """
    for _ in range(TURNS):
        version = truth.version()
        found = _read(asked, truth, scope, made, most, stories)
        if truth.version() == version:
            break
    return found


def _read(
    asked: FilterAnswers, truth: Store, scope: Scope, made: datetime, most: int, stories: Mapping[str, StoryRow]
) -> Excerpt:
    counts = asked.counts(scope.wanted)
    rows = list[Happening]()
    matching = 0
    if "event" in scope.kinds:
        rows += asked.events(scope.wanted, limit=most)
        matching += counts.totals.events
    if "movement" in scope.kinds:
        moved = asked.movements(scope.wanted, limit=most)
        kept = [row for row in moved if scope.moves is None or scope.moves(row)]
        rows += kept
        matching += len(kept) + counts.totals.movements - len(moved)
    articles = {row.id: row for row in truth.articles()}
    analyses = _analyses(truth, dict.fromkeys(row.article for row in rows))
    told = [
        ExportedRow(row, articles[row.article], tuple(reports.rows(analyses[row.article], row.id)), stories.get(row.id))
        for row in rows
        if row.article in analyses and row.article in articles
    ]
    quoted = tuple(asked.quoted(scope.wanted))
    log = truth.corrections()
    holding = _corrections(log, told)
    return Excerpt(scope, made, tuple(told), matching, counts, quoted, analyses, holding, grades(log))


def _analyses(truth: Store, articles: Iterable[str]) -> dict[str, Analysis]:
    found = {}
    for article in articles:
        try:
            found[article] = truth.analysis(article)
        except StoreError:
            continue
    return found


def _corrections(log: Sequence[Entry], told: Sequence[ExportedRow]) -> tuple[Entry, ...]:
    """Those that hold of what is exported: of its events and movements, of what is hidden beside them, of the names and
    places of its articles, and the grades of its outlets.
    """
    ids = {each.row.id for each in told}
    articles = {each.article.id for each in told}
    outlets = {each.article.outlet for each in told}
    graded = [entry for entry in log if (graded_outlet(entry) or "") in outlets]
    inside = [entry for entry in log if entry.correction.article in articles]
    hidden = [entry for entry in inside if entry.correction.change.word == "wrong"]
    named = [entry for entry in inside if entry.correction.target.kind in ("entity", "place")]
    shown = [entry for entry in log if entry.correction.target.id in ids and graded_outlet(entry) is None]
    found = {entry.number: entry for entry in (*hidden, *named, *shown, *graded) if not entry.undone}
    return tuple(sorted(found.values(), key=_number))


def _number(entry: Entry) -> int:
    return entry.number


def restrict(excerpt: Excerpt, analysis: Analysis) -> Analysis:
    """An analysis with those of its events and movements that are exported, and all else."""
    ids = {each.row.id for each in excerpt.told}
    return replace(
        analysis,
        events=tuple(event for event in analysis.events if event.id in ids),
        movements=tuple(movement for movement in analysis.movements if movement.id in ids),
    )

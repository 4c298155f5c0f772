"""What the index answers on who says what: frozen rows, ready to be drawn."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pipeline.domain import DateSpan, Extent, Factuality, Manner, Status


@dataclass(frozen=True, slots=True)
class SourceRow:
    """Who a report is attributed to, the cue that says so, and when; ``name`` is ``None`` for "it was said"."""

    key: str | None
    name: str | None
    cue: str
    said: DateSpan | None = None


@dataclass(frozen=True, slots=True)
class Times:
    """A word or name, and in how many statements it occurs."""

    name: str
    times: int


@dataclass(frozen=True, slots=True)
class QuotedRow:
    """A source over all articles. ``statements`` = direct + indirect + mixed; cues and participants: the most frequent,
    as many as were asked for. What several articles print word for word is one statement of one article.

    ``key`` is that of an entity, or "name:" and the words of the text; ``about`` are the participants of the events
    of which the statements tell.
    """

    key: str
    name: str
    statements: int
    direct: int
    indirect: int
    mixed: int
    articles: int
    cues: tuple[Times, ...]
    about: tuple[Times, ...]


@dataclass(frozen=True, slots=True)
class StatementRow:
    """What a source says: offsets of cue and content in the text of the article; ``printed``: articles that have it
    word for word.
    """

    id: str
    article: str
    title: str | None
    outlet: str | None
    manner: Manner
    cue: Extent
    content: tuple[int, int]
    said: DateSpan | None = None
    printed: int = 1


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A sentence that tells of an event or movement. No ``sources`` means that the outlet itself says so."""

    article: str
    title: str | None
    outlet: str | None
    evidence: Extent
    trigger: Extent
    sources: tuple[SourceRow, ...]
    status: Status
    factuality: Factuality
    first: date | None
    last: date | None
    edtf: str | None
    reported: date | None = None

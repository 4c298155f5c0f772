"""The words of Dateline as data: what a text says, and what is concluded from it.

Offsets count characters of the article's text as it was given. Everything here is frozen and built of standard
types, so that it travels between processes, into JSON and back.

Two layers. A ``Reading`` is what parsing the text gives, and depends on nothing but the text. An ``Analysis`` is what
follows from a reading once the publication date is known, guessed or unknown; it is derived without parsing again.
"""

from __future__ import annotations

from pipeline.domain.analysis import Analysis, Reading
from pipeline.domain.articles import ID_LENGTH, Article, Basis, article_id
from pipeline.domain.attributions import Attribution, Manner, Source
from pipeline.domain.entities import Entity, EntityKind, Mention, MentionForm, SplitAntecedent
from pipeline.domain.events import IMPERSONAL_TYPES, Dating, Event, EventMention, EventType, PloverMode
from pipeline.domain.extents import Extent
from pipeline.domain.factuality import Factuality, Predicate, Status
from pipeline.domain.movements import Movement, MovementMention, Mover, Vehicle
from pipeline.domain.places import Place, PlaceCandidate, PlaceRole
from pipeline.domain.reports import Argument, Participant, Report
from pipeline.domain.times import Bound, DateSpan, Tense, TimeExpression, Timex, TimexType

__all__ = [
    "ID_LENGTH",
    "IMPERSONAL_TYPES",
    "Analysis",
    "Argument",
    "Article",
    "Attribution",
    "Basis",
    "Bound",
    "DateSpan",
    "Dating",
    "Entity",
    "EntityKind",
    "Event",
    "EventMention",
    "EventType",
    "Extent",
    "Factuality",
    "Manner",
    "Mention",
    "MentionForm",
    "Movement",
    "MovementMention",
    "Mover",
    "Participant",
    "Place",
    "PlaceCandidate",
    "PlaceRole",
    "PloverMode",
    "Predicate",
    "Reading",
    "Report",
    "Source",
    "SplitAntecedent",
    "Status",
    "Tense",
    "TimeExpression",
    "Timex",
    "TimexType",
    "Vehicle",
    "article_id",
]

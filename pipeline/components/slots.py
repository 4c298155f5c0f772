"""Where components leave their findings on a Doc, in a form that survives ``nlp.pipe(n_process=2)``.

A dataclass in a Doc extension does not survive the trip between processes; lists of plain values do. Each slot is
read and written as domain objects and kept as plain values.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import msgspec
from spacy.tokens import Doc

from pipeline import domain

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Slot(Generic[T]):
    """A named list of domain objects on a Doc: ``doc._.dateline_<name>`` holds it as plain values."""

    name: str
    shape: type[T]

    def __post_init__(self) -> None:
        Doc.set_extension(self._extension, default=None, force=True)

    @property
    def _extension(self) -> str:
        return f"dateline_{self.name}"

    def write(self, doc: Doc, found: list[T] | tuple[T, ...]) -> None:
        doc._.set(self._extension, msgspec.to_builtins(found))

    def read(self, doc: Doc) -> tuple[T, ...]:
        plain: Any = doc._.get(self._extension) or ()
        return tuple(msgspec.convert(each, self.shape) for each in plain)


EXPRESSIONS = Slot("expressions", domain.TimeExpression)
PLACES = Slot("places", domain.Place)
ENTITIES = Slot("entities", domain.Entity)
SPLIT_ANTECEDENTS = Slot("split_antecedents", domain.SplitAntecedent)
ATTRIBUTIONS = Slot("attributions", domain.Attribution)
PREDICATES = Slot("predicates", domain.Predicate)
EVENTS = Slot("events", domain.EventMention)
MOVEMENTS = Slot("movements", domain.MovementMention)

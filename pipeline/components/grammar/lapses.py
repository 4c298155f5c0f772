"""How far an event lies from another: "two days after the vote", "a week before they met", "hours after landing"."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from pipeline.components.grammar import labels, when
from pipeline.domain import TimeExpression

NEIGHBOURS = {"XXXX-XX-XX": "P1D", "XXXX-WXX": "P1W", "XXXX-XX": "P1M", "XXXX": "P1Y"}
"""Lengths of what stands next to an unknown unit: "the day after", "the week before"."""

VAGUE = ("+PX", "-PX")


@dataclass(frozen=True, slots=True)
class Lapse:
    """An event as a length of time away from another. ``length`` is a signed TIMEX3 duration: "-P2D" is before it."""

    length: str
    word: TimeExpression
    other: Token

    def date(self, times: Mapping[int, TimeExpression]) -> TimeExpression | None:
        """The date of the other, of its clause or the words of its noun; none where the length is vague ("weeks")."""
        if self.length.startswith(VAGUE):
            return None
        if self.other.pos_ in labels.VERBAL:
            return when.time_of(self.other, times)
        named = (times[word.i] for word in self.other.subtree if word.i in times)
        return next((time for time in named if time.type in labels.TIMES and time != self.word), None)


def lapse_of(own: Collection[Token], clause: Collection[Token], expressions: Iterable[TimeExpression]) -> Lapse | None:
    """The length between an event and the clause or noun behind its "after", or above that of its own.

    ``own`` are the words of the event, ``clause`` those whose time it shares, its own among them.
    """
    for each, relation in _measured(next(iter(own)), expressions):
        main, other = _sides(relation, each)
        length = f"{'+' if relation.lower_ in when.when_words().later else '-'}{_length(each)}"
        if other in own:
            return Lapse(length.translate(REVERSED), each, main)
        if main in clause and other is not None:
            return Lapse(length, each, other)
    return None


REVERSED = str.maketrans("+-", "-+")


def _measured(word: Token, expressions: Iterable[TimeExpression]) -> Iterator[tuple[TimeExpression, Token]]:
    """Each length of time in the sentence with the "after" or "before" that it measures."""
    for each in expressions:
        is_length = each.type == "DURATION" and " " not in each.value
        end = each.end + 1 if is_length else each.end - 1
        relation = next((token for token in word.sent if token.idx <= end < token.idx + len(token)), None)
        if (is_length or each.value in NEIGHBOURS) and relation is not None and _relates(relation):
            yield each, relation


def _relates(word: Token) -> bool:
    return word.dep_ in ("mark", "prep") and word.lower_ in when.when_words().later | when.when_words().sooner


def _length(measure: TimeExpression) -> str:
    return NEIGHBOURS.get(measure.value, measure.value)


def _sides(relation: Token, measure: TimeExpression) -> tuple[Token, Token | None]:
    """What is dated so, and what it counts from: the words above and below an "after"."""
    if relation.dep_ == "mark":
        return _above(measure, relation.head.head), relation.head
    other = next((child for child in relation.children if child.dep_ in labels.PREPOSITION_OBJECTS), None)
    return _above(measure, relation.head), other


def _above(measure: TimeExpression, word: Token) -> Token:
    """A word, or the first above it that is no part of the measure."""
    while measure.start <= word.idx < measure.end and word.head != word:
        word = word.head
    return word

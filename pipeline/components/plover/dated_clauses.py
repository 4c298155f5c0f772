"""The main clauses of a narrative that name their day, whether or not they tell an event.

"The council met on Tuesday night. Members blamed the mayor." The day of the first clause is that of the second.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from pipeline.components.grammar import cues, motion_words, narration, positions, syntax, when
from pipeline.components.plover.simultaneity import is_event
from pipeline.domain import TimeExpression

Times = Mapping[int, TimeExpression]
JOURNEYS = frozenset({"arriving", "going", "leaving", "starting", "visiting"})


@dataclass(frozen=True, slots=True)
class DatedClause:
    """``start``, ``timex`` and ``sentence`` are offsets; ``is_occasion``: its day is that of a meeting or hearing."""

    start: int
    timex: int
    sentence: int
    is_occasion: bool


def dated_clauses(doc: Doc, expressions: Iterable[TimeExpression]) -> list[DatedClause]:
    """In the order of the text: days of clauses in the simple past, but of no words, and of no coming and going."""
    days = [each for each in expressions if when.names_day(each) and each.bound is None]
    times = positions.by_token(doc, days)
    starts = {each.sentence for each in days}
    return [
        clause for sentence in doc.sents if sentence.start_char in starts for clause in _clauses_of(sentence, times)
    ]


def day_of_opening(doc: Doc, expressions: Iterable[TimeExpression], end: int) -> int | None:
    """Start of the day of the first main clause before ``end`` that names one, whatever it tells."""
    times = positions.by_token(doc, [each for each in expressions if each.start < end and when.names_day(each)])
    opening = (token for token in doc if times and token.idx < end and narration.carries_on(token))
    days = (day for verb in opening if (day := when.time_of(verb, times)) is not None and day.bound is None)
    return next((day.start for day in days), None)


def _clauses_of(sentence: Span, times: Times) -> Iterator[DatedClause]:
    for verb in filter(narration.carries_on, sentence):
        occasion = _day_of_occasion(verb, times)
        day = occasion or (when.time_of(verb, times) if _carries_its_day_on(verb) else None)
        if day is not None:
            yield DatedClause(verb.idx, day.start, sentence.start_char, occasion is not None)


def _carries_its_day_on(verb: Token) -> bool:
    """Whether what is told next may be of the day of a clause: it is neither words nor a journey, nor a birth."""
    apart = cues.is_speech(verb) or verb.lemma_ in when.when_words().beginnings
    return not apart and JOURNEYS.isdisjoint(motion_words.kinds(verb))


def _day_of_occasion(verb: Token, times: Times) -> TimeExpression | None:
    """ "Hundreds came to speak at Tuesday's hearing"."""
    clauses = [verb, *(child for child in verb.children if child.dep_ in ("xcomp", "advcl") and child.tag_ == "VB")]
    attended = (noun for clause in clauses for noun in syntax.under(clause, when.when_words().attended))
    occasions = filter(is_event, attended)
    return next((times[child.i] for noun in occasions for child in noun.lefts if child.i in times), None)

"""Which time expression tells when the event of a verb or noun takes place.

A time belongs to the nearest verb or event noun above it. An event without one of its own has that of the verb whose
infinitive it is, of the verb it is the subject of ("the visit took place on Monday"), or of the clause that it is a
circumstance of ("riots began on Monday as she landed"). A time behind "before" or "since" is a bound, not the time.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from functools import cache

import msgspec
from spacy.tokens import Token

from pipeline import lexicons
from pipeline.components.grammar import labels, syntax
from pipeline.components.grammar import motion_words as words
from pipeline.components.grammar.factuality import effects
from pipeline.components.grammar.traits import has_trait
from pipeline.domain import TimeExpression

Times = Mapping[int, TimeExpression]

UNDATED = frozenset({"FUTURE_REF", "PAST_REF", "PRESENT_REF"})
"""Values of words that tell of no day: "recently", "now", "soon"."""
DAY = re.compile(r"-\d\d-\d\d|-WXX-\d|\bnow [+-]\d+D")
DESCRIBING = frozenset({"amod", "compound", "nmod", "nummod", "poss"})
WEEK = re.compile(r"-W\d\d|\bnow [+-]?\d+W")
EVENTFUL = frozenset({"visits", "arrivals", "departures", "transfers", "occasions"})
"""A participle behind its noun, as the tagger may take it."""


class WhenLexicon(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``lexicons/when.toml``."""

    afterwards: frozenset[str]
    ahead: frozenset[str]
    behind: frozenset[str]
    bounds: frozenset[str]
    beginnings: frozenset[str]
    earlier: frozenset[str]
    hours: frozenset[str]
    repeated: frozenset[str]
    meanwhile: frozenset[str]
    simultaneous: frozenset[str]
    amid: frozenset[str]
    attended: frozenset[str]
    later: frozenset[str]
    sooner: frozenset[str]
    shortly: frozenset[str]


@cache
def when_words() -> WhenLexicon:
    loaded: WhenLexicon = lexicons.load("when", WhenLexicon)
    return loaded


def time_of(event: Token, times: Times, carriers: Collection[Token] = ()) -> TimeExpression | None:
    """The date or time of day of an event; ``times`` are by token, ``carriers`` share the event's clause."""
    own = {event.i, *_planners(event), *_happening(event), *(carrier.i for carrier in carriers)}
    found = _nearest(event, own, times) or _nearest(event, set(_clause_around(event)), times)
    return found or _time_of_relativized(event, times) or _fronted(event, times)


def looks_ahead(time: TimeExpression | None) -> bool:
    """Whether a time expression by its own words is to come: "the coming days", "next week", not "the next day"."""
    if time is None or time.text.lower().startswith("the next "):
        return False
    return bool(when_words().ahead & set(time.text.lower().split()))


def looks_back(time: TimeExpression) -> bool:
    """Whether a time expression by its own words is over: "last week", "two days ago", not "the last week"."""
    words = time.text.lower().split()
    return words[0] != "the" and bool(when_words().behind & set(words))


def names_day(time: TimeExpression) -> bool:
    """Whether a time expression is of one day: "Monday", "3 May", "yesterday"; no month, no year."""
    return bool(DAY.search(time.value))


def names_week(time: TimeExpression) -> bool:
    """ "this week", "last week"."""
    return bool(WEEK.search(time.value))


def is_bound(preposition: Token) -> bool:
    """Whether a preposition gives a bound of time, and no time: "since Monday"."""
    return preposition.lower_ in when_words().bounds


def is_afterwards(clause: Token) -> bool:
    """Whether a clause is later than the one it is joined to: "was arrested in May and later | released"."""
    if clause.dep_ != "conj":
        return False
    return any(child.lower_ in when_words().afterwards and child.dep_ == "advmod" for child in clause.lefts)


def plans_of(noun: Token) -> Iterator[Token]:
    """ "a visit to Peru | planned for Thursday": clauses that say when what a noun tells of is to take place."""
    ends = (end for child in noun.rights if child.dep_ == "prep" for end in syntax.objects_of_preposition(child))
    clauses = (clause for word in (noun, *ends) for clause in word.rights if clause.dep_ == "acl")
    yield from (clause for clause in clauses if clause.tag_ in labels.PAST and effects.on_clause(clause) == "plans")


def is_happening(verb: Token) -> bool:
    """Whether the time of a verb is that of the event that is its subject: "the visit took place on Monday"."""
    return has_trait(verb, "happening")


def _planners(event: Token) -> Iterator[int]:
    """Verbs whose infinitive the event is: "is expected on Friday to arrive"."""
    while event.dep_ == "xcomp":
        event = event.head
        yield event.i


def _happening(event: Token) -> Iterator[int]:
    """Verbs that say when their subject is: "the visit took place on Monday", "her trip, which ended on Tuesday"."""
    above = event.head
    if event.dep_ in labels.SUBJECTS and is_happening(above):
        yield above.i
    if event.pos_ == "NOUN":
        yield from (c.i for c in event.children if c.dep_ == "relcl" and is_happening(c))
        yield from (clause.i for clause in plans_of(event))


def _clause_around(event: Token) -> Iterator[int]:
    """The verb whose time is the event's too: of a circumstance, a cleft, a participle, and fresh news."""
    above = event.head
    marks = {child.lower_ for child in event.children if child.dep_ in labels.MARKERS}
    if event.dep_ == "pobj" and above.lower_ in when_words().meanwhile:
        yield above.head.i
    elif event.dep_ == "advcl" and marks & when_words().meanwhile:
        yield above.i
    elif event.dep_ == "acl" and event.tag_ == "VBG" and above.dep_ in labels.SUBJECTS:
        yield above.head.i
    elif event.dep_ in ("acl", "advcl", "ccomp", "relcl") and _is_cleft(event):
        yield from (word.i for word in (above, above.head) if word.pos_ in labels.VERBAL)
    elif event.dep_ == "ccomp" and "arriving" in words.kinds(event) and any(c.lower_ == "had" for c in event.children):
        yield above.i


def _is_cleft(event: Token) -> bool:
    """ "It was on Monday that she arrived"."""
    verb = syntax.governing_verb(event.head) if event.head != event else None
    return verb is not None and verb.lemma_ == "be" and any(child.lower_ == "it" for child in verb.lefts)


def _time_of_relativized(event: Token, times: Times) -> TimeExpression | None:
    """ "in July 2006, when she visited Lima": the time that the clause of the event describes."""
    clause = event.head if event.dep_ == "conj" else event
    described = times.get(clause.head.i) if clause.dep_ in labels.ASIDES else None
    is_time = any(child.lower_ == "when" for child in clause.children)
    return described if is_time and described is not None and described.type in labels.TIMES else None


def _fronted(event: Token, times: Times) -> TimeExpression | None:
    """ "On Monday she met farmers and | flew home": a time in front of the first verb is that of all."""
    if event.dep_ != "conj" or event.head.pos_ not in labels.VERBAL:
        return None
    if any(child.dep_ in labels.SUBJECTS for child in event.lefts):
        return None
    if is_afterwards(event):
        return None
    time = time_of(event.head, times)
    return time if time is not None and time.start < event.head.idx else None


def _nearest(event: Token, carriers: set[int], times: Times) -> TimeExpression | None:
    found = [
        (abs(token.i - event.i), time)
        for token in event.sent
        if (time := times.get(token.i)) is not None
        and time.type in labels.TIMES
        and time.value not in UNDATED
        and _anchor(_head(token, time, times), event) in carriers
    ]
    return min(found, key=lambda each: each[0])[1] if found else None


def _head(token: Token, time: TimeExpression, times: Times) -> Token:
    while token.head != token and times.get(token.head.i) == time:
        token = token.head
    return token


def _anchor(time: Token, event: Token) -> int | None:
    """The nearest verb or event noun above a time; none behind a bound, nor of a noun that it describes."""
    if time.dep_ in DESCRIBING and time.head.pos_ in labels.NOMINAL and time.head != event:
        return time.head.i
    word = time
    while word.head != word:
        word = word.head
        if word == event or (word.pos_ in labels.VERBAL and word.dep_ not in labels.AUXILIARIES):
            return word.i
        if EVENTFUL & set(words.kinds(word)):
            return word.i
        if is_bound(word):
            return None
    return word.i


def is_of_day(noun: Token) -> bool:
    """When what a noun tells of takes place: "services will be at 2 p.m. Saturday", "a ruling is due on May 27"."""
    copula = noun.head
    if noun.dep_ != "nsubj" or noun.pos_ != "NOUN" or noun.ent_type_ in labels.TIMES or copula.lemma_ != "be":
        return False
    told = {child.dep_: child for child in copula.rights}
    if "acomp" in told and told["acomp"].lower_ == "due":
        return _has_date(told["acomp"])
    if not told.keys().isdisjoint(("acomp", "advmod", "neg", "prt")) or (
        "attr" in told and told["attr"].ent_type_ not in labels.TIMES
    ):
        return False
    return _has_date(copula)


def _has_date(word: Token) -> bool:
    beside = [child for child in word.rights if child.dep_ in ("attr", "npadvmod", "prep")]
    return any(
        time.ent_type_ in labels.TIMES for child in beside for time in (child, *syntax.objects_of_preposition(child))
    )

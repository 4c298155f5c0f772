"""Which time expression tells when a verb or noun takes place."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.components.grammar import motion_words as words
from pipeline.components.grammar import syntax
from pipeline.components.motion.document_index import DocumentIndex
from pipeline.domain import TimeExpression

AHEAD = frozenset({"coming", "forthcoming", "next", "tomorrow", "upcoming"})
UNDATED = frozenset({"PAST_REF", "PRESENT_REF"})
MEANWHILE = frozenset({"during", "on"})
BOUNDS = frozenset({"after", "before", "since", "till", "until"})
EVENTFUL = frozenset({"visits", "arrivals", "departures", "transfers", "occasions"})


def when(trigger: Token, bearer: Token | None, index: DocumentIndex) -> TimeExpression | None:
    """The nearest time expression of a date that hangs on a motion word, or on the verb that carries it."""
    carriers = {trigger.i, *_planners(trigger), *_occasions(trigger)} | ({bearer.i} if bearer is not None else set())
    found = _nearest(trigger, carriers, index) or _nearest(trigger, set(_around(trigger)), index)
    return found or _described(trigger, index)


def _described(trigger: Token, index: DocumentIndex) -> TimeExpression | None:
    """ "in July 2006, when she visited Lima": the time that the clause of the trigger describes."""
    clause = trigger.head if trigger.dep_ == "conj" else trigger
    described = index.expressions.get(clause.head.i) if clause.dep_ in ("relcl", "advcl") else None
    is_time = any(child.lower_ == "when" for child in clause.children)
    return described if is_time and described is not None and described.type in ("DATE", "TIME") else None


def _nearest(trigger: Token, carriers: set[int], index: DocumentIndex) -> TimeExpression | None:
    found = [
        (abs(token.i - trigger.i), expression)
        for token in trigger.sent
        if (expression := index.expressions.get(token.i)) is not None
        and expression.type in ("DATE", "TIME")
        and expression.value not in UNDATED
        and _hangs_on(_head(token, expression, index), trigger, carriers)
    ]
    return min(found, key=lambda each: each[0])[1] if found else None


def _hangs_on(time: Token, trigger: Token, carriers: set[int]) -> bool:
    """Whether a time tells when, and not since or until when, one of the carriers takes place."""
    return not is_bound(time.head) and _anchor(time, trigger).i in carriers


def is_bound(preposition: Token) -> bool:
    """Whether a preposition gives a bound of time, and no time: "since Monday"."""
    return preposition.lower_ in BOUNDS


def looks_ahead(expression: TimeExpression | None) -> bool:
    """Whether a time expression by its own words is to come: "the coming days", "next week", not "the next day"."""
    if expression is None or expression.text.lower().startswith("the next "):
        return False
    return bool(AHEAD & set(expression.text.lower().split()))


def _planners(trigger: Token) -> list[int]:
    """Verbs whose infinitive the trigger is: "is expected on Friday to arrive"."""
    found: list[int] = []
    word = trigger
    while word.dep_ == "xcomp":
        word = word.head
        found.append(word.i)
    return found


def _around(trigger: Token) -> list[int]:
    """The verb whose time is the trigger's too: of what is done during a visit, and of an arrival told as news."""
    if trigger.dep_ == "pobj" and trigger.head.lower_ in MEANWHILE:
        return [trigger.head.head.i]
    is_news = "arriving" in words.kinds(trigger) and any(child.lower_ == "had" for child in trigger.children)
    return [trigger.head.i] if is_news and trigger.dep_ == "ccomp" else []


def _occasions(trigger: Token) -> list[int]:
    """Occasions that the trigger goes to, with a time of their own: "will attend next month's summit"."""
    nouns = [*syntax.patients(trigger), *syntax.under(trigger, {"at", "for", "in", "to"})]
    return [noun.i for noun in nouns if "occasions" in words.kinds(noun)]


def _head(token: Token, expression: TimeExpression, index: DocumentIndex) -> Token:
    while token.head != token and index.expressions.get(token.head.i) == expression:
        token = token.head
    return token


def _anchor(word: Token, trigger: Token) -> Token:
    """The nearest verb or event noun above a time expression."""
    while word.head != word:
        word = word.head
        if word == trigger or (word.pos_ in ("VERB", "AUX") and word.dep_ not in ("aux", "auxpass")):
            return word
        if EVENTFUL & set(words.kinds(word)):
            return word
    return word

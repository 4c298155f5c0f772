"""The day of events that the text dates elsewhere: in the lead that a statement reacts to, in the sentence before."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from pipeline.components.grammar import cues, labels, narration, positions, referents, syntax, when
from pipeline.components.grammar.when import UNDATED, names_day
from pipeline.components.plover.announcements import announced_on, commits, is_announced, reacts, said_on
from pipeline.components.plover.dated_clauses import dated_clauses, day_of_opening
from pipeline.components.plover.reasons import NO_DATE
from pipeline.components.plover.simultaneity import clauses_around
from pipeline.components.texts import text_of
from pipeline.domain import Dating, EventMention, EventType, Status, TimeExpression
from pipeline.lexicons.function_words import THIRD_PERSON

LEAD = 4
LASTING = 6
"""Sentences after the day's news in which the perfect still tells what has come of it."""
REACH = 2
"""Sentences that a narrative goes on for without naming its day again."""
DONE: frozenset[Status] = frozenset({"occurred", "ongoing"})
WORDS: frozenset[EventType] = frozenset({"ACCUSE", "REJECT", "REQUEST", "STATEMENT", "SUPPORT", "THREATEN"})
REASONS: dict[Dating, str] = {
    "by": "date: by {!r}, when it was said",
    "follows": "date: {!r}, as told before",
    "reacts": "date: not before {!r}, as the news is",
    "since": "date: not before {!r}, when it was said",
}
BEHIND: frozenset[EventType] = frozenset({"BUSINESS", "JUSTICE", "LAW", "REJECT", "STATEMENT"})
"""Whose report goes back to what led to it: a verdict to the crime, a quarter to the sales."""


def with_narrative_days(
    doc: Doc, mentions: Sequence[EventMention], expressions: Sequence[TimeExpression]
) -> Iterator[EventMention]:
    """The mentions in their order, undated ones with the day that the text has reached where they stand.

    What is done is of the day of the sentences before; words of the day's news are of that day or later: they react.
    So are what has come of the news and what goes on ("has fled", "is investigating"). What is said on a day to have
    happened has happened by that day.
    """
    narrative = Narrative(doc, expressions, mentions)
    in_text = sorted(mentions, key=lambda each: (each.evidence.start, each.trigger.start))
    dated = {id(each): narrative.with_day(each) for each in in_text}
    return (dated[id(each)] for each in mentions)


@dataclass(frozen=True, slots=True)
class Deed:
    """What a main clause dates, other than words: its type if it is an event, its date, its sentence."""

    type: EventType | None
    timex: int
    sentence: int


class Narrative:
    """Takes the mentions of a text in order and keeps the day that its story has reached."""

    def __init__(self, doc: Doc, expressions: Sequence[TimeExpression], mentions: Sequence[EventMention]) -> None:
        self.doc = doc
        self.text = text_of(doc)
        self.expressions = {each.start: each for each in expressions}
        self.times = positions.by_token(doc, expressions)
        self.dated_sentences = {each.sentence for each in expressions if _is_date(each)}
        self.sentences = {sentence.start_char: at for at, sentence in enumerate(doc.sents)}
        self.ahead = deque(dated_clauses(doc, expressions))
        """The dated clauses that the story has not reached yet."""
        self.news = self._lead(mentions)
        """The day that words react to: of the lead, then the last that a main clause gave an event."""
        self.news_told = 0
        """The sentence that told it."""
        self.background: EventMention | None = None
        """The last event that a main clause dates to no day: words of its paragraph are no news."""
        self.deed: Deed | None = None
        self.doers: list[tuple[Token, int]] = []
        """Who did what main clauses give a day, and that day, in the order of the text."""
        self.reached = 0
        """The last sentence that was of the day of ``deed``."""

    def with_day(self, mention: EventMention) -> EventMention:
        self._go_on_to(mention)
        word = self._word(mention)
        if mention.status not in DONE:
            return mention
        if mention.timex is not None:
            self._move_to(mention, mention.timex, word)
            return mention
        day = next(self._days_for(mention, word), None)
        if day is None and narration.is_main(word) and narration.is_in_perfect(word):
            self.deed = None
        return self._at(mention, *day) if day is not None else mention

    def _days_for(self, mention: EventMention, word: Token) -> Iterator[tuple[int, Dating]]:
        """Days that an undated mention may take, each with how it was found, the surest first."""
        is_deed = mention.type not in WORDS
        if is_deed and (said := said_on(word, self.times)) is not None:
            yield said.start, "by"
        if mention.lapse is not None:
            return
        if (announced := announced_on(word, self.times)) is not None:
            yield announced.start, "since"
        follows = (
            self.deed is not None and (is_deed or _has_given_subject(word)) and self._follows(mention, word, self.deed)
        )
        if is_deed and follows and self.deed is not None:
            yield self.deed.timex, "follows"
        if self.news is not None and self._is_of_news(mention) and self._comes_after_news(mention, word):
            yield self.news, "reacts"
        if follows and self.deed is not None:
            yield self.deed.timex, "follows"
        if (day := self._day_of_doer(mention, word)) is not None:
            yield day, "follows"

    def _day_of_doer(self, mention: EventMention, word: Token) -> int | None:
        """The day of the last dated deed of somebody who "also" did this: "The council | also hired a clerk"."""
        is_more = any(child.lower_ == "also" for child in word.lefts) and narration.carries_on(word)
        if not is_more or mention.evidence.start in self.dated_sentences:
            return None
        heads = [self._token(party.head) for party in mention.actors]
        same = (day for doer, day in reversed(self.doers) if any(referents.are_one_noun(head, doer) for head in heads))
        return next(same, None)

    def _go_on_to(self, mention: EventMention) -> None:
        """Take the days of the clauses before a mention."""
        while self.ahead and self.ahead[0].start < mention.trigger.start:
            clause = self.ahead.popleft()
            self.deed = Deed(None, clause.timex, self.sentences[clause.sentence])
            self.reached = self.deed.sentence
            if clause.is_occasion:
                self._take_news(clause.timex, self.deed.sentence)

    def _take_news(self, timex: int, sentence: int) -> None:
        self.news, self.news_told, self.background = timex, sentence, None

    def _comes_after_news(self, mention: EventMention, word: Token) -> bool:
        """Whether it is a reaction, an outcome, a headline or what goes on meanwhile."""
        if narration.is_told_as_earlier(word) or narration.is_behind(word):
            return False
        if mention.evidence.start == 0 and narration.is_in_headline(word):
            return True
        if mention.type in WORDS:
            goes_on = mention.status == "ongoing" and narration.is_in_progress(word)
            return goes_on or reacts(cues.uttering(word) or word)
        clause = _main_clause(word)
        if narration.is_in_progress(clause) or is_announced(clause) or commits(clause) or reacts(word):
            return True
        near = clause.dep_ == "ccomp" or self.sentences[mention.evidence.start] <= self.news_told + LASTING
        return near and narration.is_outcome(clause) and not _is_since(clause)

    def _is_of_news(self, mention: EventMention) -> bool:
        """Whether words are on the day's news, and not on what a month or year dates in the sentences before."""
        if self.background is None:
            return True
        start, at = self.background.evidence.start, mention.evidence.start
        return "\n" in self.text[start:at].lstrip() or self.sentences[at] > self.sentences[start] + REACH

    def _lead(self, mentions: Sequence[EventMention]) -> int | None:
        end = positions.end_of_opening(self.doc, LEAD)
        opening = (each for each in mentions if each.trigger.start < end and each.status in DONE)
        told = next((each.timex for each in opening if self._is_day(each.timex)), None)
        return day_of_opening(self.doc, self.expressions.values(), end) if told is None else told

    def _is_day(self, timex: int | None) -> bool:
        return timex is not None and names_day(self.expressions[timex])

    def _move_to(self, mention: EventMention, timex: int, word: Token) -> None:
        """Take the date of a mention for where the story is, but for a birth, a bound and a subordinate clause."""
        if narration.is_main(word) and narration.is_in_perfect(word):
            self.deed = None
        if not self._is_day(timex) and (narration.carries_on(word) or narration.is_time_clause(word)):
            self.background = mention
        begins = word.lemma_ in when.when_words().beginnings
        if begins or not narration.is_main(word) or self.expressions[timex].bound is not None:
            return
        if self._is_day(timex):
            self._take_news(timex, self.sentences[mention.evidence.start])
            self.doers += [(self._token(party.head), timex) for party in mention.actors]
        if mention.type not in WORDS:
            self.deed = Deed(mention.type, timex, self.sentences[mention.evidence.start])
            self.reached = self.deed.sentence

    def _follows(self, mention: EventMention, word: Token, deed: Deed) -> bool:
        """Whether an undated deed is of the day of the last dated one: of its sentence, or of one of the next."""
        if deed.type == "BUSINESS" or not narration.carries_on(_main_clause(word)):
            return False
        at = self.sentences[mention.evidence.start]
        if at == deed.sentence or (at == deed.sentence + 1 and _adds(word)):
            return True
        goes_back = deed.type in BEHIND or mention.type in BEHIND
        if goes_back or mention.evidence.start in self.dated_sentences:
            return False
        if at > self.reached + REACH or not self._is_day(deed.timex):
            return False
        self.reached = at
        return True

    def _at(self, mention: EventMention, timex: int, dating: Dating) -> EventMention:
        """The mention with the day of the narrative, which its reasons name as such."""
        told = REASONS[dating].format(self.expressions[timex].text)
        why = (*(reason for reason in mention.why if reason != NO_DATE), told)
        return replace(mention, timex=timex, dating=dating, lapse=None, why=why)

    def _word(self, mention: EventMention) -> Token:
        span = self.doc.char_span(mention.trigger.start, mention.trigger.end, alignment_mode="expand")
        return self.doc[0] if span is None else span.root

    def _token(self, offset: int) -> Token:
        span = self.doc.char_span(offset, offset + 1, alignment_mode="expand")
        return self.doc[0] if span is None else span.root


def _has_given_subject(word: Token) -> bool:
    """ "She flew to Lima on Monday. | She accused …": words of who has been told of."""
    clause = word.head if word.dep_ == "conj" else word
    return any(map(_refers_back, clause.lefts))


def _main_clause(word: Token) -> Token:
    """The verb whose clause tells when a verb is: "broke out, with crowds | fighting"."""
    around = list(clauses_around(word)) if word.pos_ == "VERB" else []
    return around[-1] if around else word


def _is_date(expression: TimeExpression) -> bool:
    return expression.type in labels.TIMES and expression.value not in UNDATED


def _is_since(clause: Token) -> bool:
    """ "Since his ouster he has faced trial": of a stretch of time that began with something else."""
    return bool(syntax.under(clause, {"since"}))


def _adds(word: Token) -> bool:
    """ "The council voted on Monday to … They | also hired": one who does something more does it on one occasion."""
    return any(child.lower_ == "also" for child in word.lefts) and any(map(_refers_back, word.lefts))


def _refers_back(child: Token) -> bool:
    return child.dep_ in labels.SUBJECTS and child.lower_ in THIRD_PERSON

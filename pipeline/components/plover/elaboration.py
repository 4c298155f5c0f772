"""The day of events that the text dates elsewhere: in the lead that a statement reacts to, in the sentence before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from pipeline.components.grammar import cues, narration, syntax
from pipeline.components.grammar.when import DATED, UNDATED, names_day
from pipeline.components.plover.lexicon import event_lexicon
from pipeline.components.plover.reasons import NO_DATE
from pipeline.domain import Dating, EventMention, EventType, Status, TimeExpression

LEAD = 4
PRONOUNS = frozenset({"he", "it", "she", "they"})
REACH = 2
"""Sentences that a narrative goes on for without naming its day again."""
DONE: frozenset[Status] = frozenset({"occurred", "ongoing"})
WORDS: frozenset[EventType] = frozenset({"ACCUSE", "REJECT", "REQUEST", "STATEMENT", "SUPPORT", "THREATEN"})
BEHIND: frozenset[EventType] = frozenset({"BUSINESS", "JUSTICE", "LAW", "REJECT", "STATEMENT"})
"""Whose report goes back to what led to it: a verdict to the crime, a quarter to the sales."""


def elaborated(
    doc: Doc, mentions: Sequence[EventMention], expressions: Sequence[TimeExpression]
) -> Iterator[EventMention]:
    """The mentions in their order, undated ones with the day that the text has reached where they stand.

    What is done is of the day of the sentences before; words of the day's news are of that day or later: they react.
    """
    narrative = Narrative(doc, expressions, mentions)
    in_text = sorted(mentions, key=lambda each: (each.evidence.start, each.trigger.start))
    dated = {id(each): narrative.dated(each) for each in in_text}
    return (dated[id(each)] for each in mentions)


class Narrative:
    """Takes the mentions of a text in order and keeps the day that its story has reached."""

    def __init__(self, doc: Doc, expressions: Sequence[TimeExpression], mentions: Sequence[EventMention]) -> None:
        self.doc = doc
        self.expressions = {each.start: each for each in expressions}
        self.dated_sentences = {each.sentence for each in expressions if _is_date(each)}
        self.sentences = {sentence.start_char: at for at, sentence in enumerate(doc.sents)}
        self.news = self._lead(mentions)
        """The day that words react to: of the lead, then the last that a main clause gave an event."""
        self.background: EventMention | None = None
        """The last event that a main clause dates to no day: words of its paragraph are no news."""
        self.deed: tuple[EventMention, int] | None = None
        """The last event, other than words, that is dated by a main clause, and its date."""
        self.reached = 0
        """The last sentence that was of the day of ``deed``."""

    def dated(self, mention: EventMention) -> EventMention:
        word = self._word(mention)
        if mention.status not in DONE:
            return mention
        if mention.timex is not None:
            self._move_to(mention, mention.timex, word)
        elif mention.type in WORDS and self.news is not None and self._is_of_news(mention) and _reacts(word):
            return self._at(mention, self.news, "reacts")
        elif mention.type not in WORDS and self.deed is not None and self._follows(mention, word, *self.deed):
            return self._at(mention, self.deed[1], "follows")
        return mention

    def _is_of_news(self, mention: EventMention) -> bool:
        """Whether words are on the day's news, and not on what a month or year dates in the sentences before."""
        if self.background is None:
            return True
        start, at = self.background.evidence.start, mention.evidence.start
        return "\n" in self.doc.text[start:at].lstrip() or self.sentences[at] > self.sentences[start] + REACH

    def _lead(self, mentions: Sequence[EventMention]) -> int | None:
        end = syntax.end_of_opening(self.doc, LEAD)
        opening = (each for each in mentions if each.trigger.start < end and each.status in DONE)
        return next((each.timex for each in opening if self._is_day(each.timex)), None)

    def _is_day(self, timex: int | None) -> bool:
        return timex is not None and names_day(self.expressions[timex])

    def _move_to(self, mention: EventMention, timex: int, word: Token) -> None:
        if not narration.is_main(word) or self.expressions[timex].bound is not None:
            return
        if self._is_day(timex):
            self.news, self.background = timex, None
        elif narration.carries_on(word):
            self.background = mention
        if mention.type not in WORDS:
            self.deed, self.reached = (mention, timex), self.sentences[mention.evidence.start]

    def _follows(self, mention: EventMention, word: Token, deed: EventMention, day: int) -> bool:
        """Whether an undated deed is of the day of the last dated one: of its sentence, or of one of the next."""
        if deed.type == "BUSINESS" or not narration.carries_on(word):
            return False
        at = self.sentences[mention.evidence.start]
        if at == self.sentences[deed.evidence.start]:
            return True
        if at == self.sentences[deed.evidence.start] + 1 and _adds(word):
            return True
        if deed.type in BEHIND or mention.type in BEHIND:
            return False
        if at > self.reached + REACH or mention.evidence.start in self.dated_sentences or not self._is_day(day):
            return False
        self.reached = at
        return True

    def _at(self, mention: EventMention, timex: int, dating: Dating) -> EventMention:
        """The mention with the day of the narrative, which its reasons name as such."""
        words = self.expressions[timex].text
        told = (
            f"date: not before {words!r}, as the news is" if dating == "reacts" else f"date: {words!r}, as told before"
        )
        why = (*(reason for reason in mention.why if reason != NO_DATE), told)
        return replace(mention, timex=timex, dating=dating, why=why)

    def _word(self, mention: EventMention) -> Token:
        span = self.doc.char_span(mention.trigger.start, mention.trigger.end, alignment_mode="expand")
        return self.doc[0] if span is None else span.root


def _is_date(expression: TimeExpression) -> bool:
    return expression.type in DATED and expression.value not in UNDATED


def _reacts(word: Token) -> bool:
    """Words told in the simple past or the present of a headline, and not as what was said earlier."""
    in_time = word.tag_ in ("VBZ", "VBP") or narration.is_in_simple_past(word)
    if not in_time or narration.is_told_as_earlier(word):
        return False
    return cues.addresses(word) or syntax.lemma(word) in event_lexicon().judgements.naming


def _adds(word: Token) -> bool:
    """ "The council voted on Monday to … They | also hired": one who does something more does it on one occasion."""
    return any(child.lower_ == "also" for child in word.lefts) and any(map(_refers_back, word.lefts))


def _refers_back(child: Token) -> bool:
    return child.dep_ in ("nsubj", "nsubjpass") and child.lower_ in PRONOUNS

"""Headline and lead: whom and which day a headline leaves to the lead to name, and the lead to the text below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from pipeline.components.grammar import narration, positions, referents, syntax
from pipeline.components.grammar.when import names_day, names_week
from pipeline.components.plover import wording
from pipeline.components.plover.reasons import NO_DATE
from pipeline.domain import Argument, EventMention, EventType, Status, TimeExpression

FIRST_TOLD = 2
LEAD = 4
"""Sentences of headline, dateline and lead."""
RETOLD = 8
"""Sentences from the top within which an article tells its news once more in full."""
OUTLOOKS: frozenset[EventType] = frozenset({"AGREE", "THREATEN"})
"""What the future of cooperation and of conflict is told as."""
DONE: frozenset[Status] = frozenset({"occurred", "ongoing"})


def with_days_below(
    doc: Doc, mentions: Sequence[EventMention], times: dict[int, TimeExpression]
) -> Iterator[EventMention]:
    """The mentions, those of the first sentences with the day that is told of them below.

    "Judge jails Frye" is of the day of "Judge Osei jailed Frye on Monday": of one type, and of one party or one word.
    """
    first, end = (positions.end_of_opening(doc, sentences) for sentences in (FIRST_TOLD, RETOLD))
    dated = [each for each in mentions if each.trigger.start < end and _has_day(each, times)]
    for mention in mentions:
        is_same = _is_told_first_of if mention.trigger.start < first else _is_told_again_of
        undated = mention.timex is None and mention.lapse is None and mention.status in DONE
        told = next((each for each in dated if is_same(doc, mention, each)), None) if undated else None
        yield mention if told is None else _dated_as(mention, told, times)


def with_parties_of_lead(doc: Doc, mentions: Sequence[EventMention]) -> Iterator[EventMention]:
    """The mentions, those of the headline with the parties of the lead in the place of common nouns.

    "Union endorses Okoro. A union of nurses endorsed Ada Okoro on Monday": one deed, told by one word, and no name of
    the headline is another than the lead's.
    """
    first, end = (positions.end_of_opening(doc, sentences) for sentences in (1, LEAD))
    lead = [each for each in mentions if first <= each.trigger.start < end and each.type != "STATEMENT"]
    for mention in mentions:
        is_headline = mention.trigger.start < first and _is_in_present(_trigger(doc, mention))
        told = next((each for each in lead if _may_be_of(doc, mention, each)), None) if is_headline else None
        yield mention if told is None else _with_parties_of(doc, mention, told)


def with_plan_of_lead(doc: Doc, mentions: Sequence[EventMention]) -> Iterator[EventMention]:
    """The mentions, those of a headline in the present planned where the lead only says that they are to come.

    "Premier visits Oslo. The premier will visit Oslo on Friday."
    """
    first, end = (positions.end_of_opening(doc, sentences) for sentences in (1, LEAD))
    lead = [each for each in mentions if first <= each.trigger.start < end and each.type != "STATEMENT"]
    for mention in mentions:
        is_headline = mention.trigger.start < first and mention.status == "occurred"
        is_present = is_headline and _is_in_present(_trigger(doc, mention))
        plan = _plan_of(doc, mention, lead) if is_present else None
        yield mention if plan is None else _as_planned(doc, mention, plan)


def _plan_of(doc: Doc, headline: EventMention, lead: Sequence[EventMention]) -> EventMention | None:
    """What the lead has planned of a headline's deed, if it tells of none that is done."""
    told = [each for each in lead if _may_foretell(headline, each) and _share_word_or_party(doc, headline, each)]
    if any(each.status in DONE for each in told):
        return None
    return next((each for each in told if each.status == "planned"), None)


def _may_foretell(headline: EventMention, lead: EventMention) -> bool:
    return lead.type == headline.type or (lead.type in OUTLOOKS and lead.status == "planned")


def _share_word_or_party(doc: Doc, one: EventMention, other: EventMention) -> bool:
    return _word(doc, one) == _word(doc, other) or any(
        _are_same(_core(_head(doc, a)), _core(_head(doc, b))) for a in one.actors for b in other.actors
    )


def _core(head: Token | None) -> Token | None:
    """ "thousands of nurses": the nurses."""
    return None if head is None else wording.core(head)


def _as_planned(doc: Doc, headline: EventMention, plan: EventMention) -> EventMention:
    """The headline with status and day of the lead's plan, and of one of its type also the parties."""
    headline = _with_parties_of(doc, headline, plan) if headline.type == plan.type else headline
    why = (*(reason for reason in headline.why if reason != NO_DATE), "status: planned, as told below")
    timex = plan.timex if headline.timex is None else headline.timex
    return replace(headline, status="planned", factuality="PS+", timex=timex, why=why)


def _is_in_present(word: Token) -> bool:
    """Whether the clause of a verb or noun tells in the present tense, as headlines do."""
    verb = syntax.governing_verb(word)
    return verb is not None and narration.is_in_headline(verb)


def _may_be_of(doc: Doc, headline: EventMention, lead: EventMention) -> bool:
    if (headline.type, headline.mode) != (lead.type, lead.mode) or not {headline.status, lead.status} <= DONE:
        return False
    sides = ((headline.actors, lead.actors), (headline.recipients, lead.recipients))
    return _word(doc, headline) == _word(doc, lead) and all(_may_agree(doc, *both) for both in sides)


def _may_agree(doc: Doc, one: Sequence[Argument], other: Sequence[Argument]) -> bool:
    """Whether two sides can be the same: one names nobody, or they share somebody."""
    heads, others = _named_heads(doc, one), _named_heads(doc, other)
    return not heads or not others or any(referents.are_coreferent(a, b) for a in heads for b in others)


def _named_heads(doc: Doc, side: Sequence[Argument]) -> list[Token]:
    return [head for party in side if (head := _head(doc, party)) is not None and head.pos_ == "PROPN"]


def _with_parties_of(doc: Doc, headline: EventMention, lead: EventMention) -> EventMention:
    actors = headline.actors if _named_heads(doc, headline.actors) else lead.actors
    recipients = headline.recipients if _named_heads(doc, headline.recipients) else lead.recipients
    return replace(headline, actors=actors, recipients=recipients)


def _has_day(mention: EventMention, times: dict[int, TimeExpression]) -> bool:
    is_own = mention.dating == "told" and mention.lapse is None
    time = times[mention.timex] if is_own and mention.timex is not None else None
    return time is not None and (names_day(time) or names_week(time)) and mention.status in DONE


def _is_told_first_of(doc: Doc, one: EventMention, other: EventMention) -> bool:
    """Headline or lead and what it is of below: of one type, and of one party or one word."""
    if one.type != other.type or one.evidence.start >= other.evidence.start:
        return False
    return _word(doc, one) == _word(doc, other) or _share_party(doc, one, other)


def _is_told_again_of(doc: Doc, one: EventMention, other: EventMention) -> bool:
    """A deed that is told once more: of one word and one party; one speaks more than once."""
    if "STATEMENT" in (one.type, other.type):
        return False
    return _word(doc, one) == _word(doc, other) and _share_party(doc, one, other)


def _word(doc: Doc, mention: EventMention) -> str:
    return syntax.lemma(_trigger(doc, mention))


def _trigger(doc: Doc, mention: EventMention) -> Token:
    span = doc.char_span(mention.trigger.start, mention.trigger.end, alignment_mode="expand")
    return doc[0] if span is None else span.root


def _share_party(doc: Doc, one: EventMention, other: EventMention) -> bool:
    parties = [_head(doc, party) for party in (*other.actors, *other.recipients)]
    return any(_are_same(_head(doc, a), b) for a in (*one.actors, *one.recipients) for b in parties)


def _head(doc: Doc, party: Argument) -> Token | None:
    span = doc.char_span(party.head, party.head + 1, alignment_mode="expand")
    return None if span is None else span.root


def _are_same(one: Token | None, other: Token | None) -> bool:
    return one is not None and other is not None and referents.are_one_noun(one, other)


def _dated_as(mention: EventMention, told: EventMention, times: dict[int, TimeExpression]) -> EventMention:
    """The mention with the day of what tells it once more, which its reasons name as such."""
    day = "" if told.timex is None else times[told.timex].text
    why = (*(reason for reason in mention.why if reason != NO_DATE), f"date: {day!r}, as told below")
    return replace(mention, timex=told.timex, dating="follows", why=why)

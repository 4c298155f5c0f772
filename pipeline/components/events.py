"""Events: who did what to whom, in PLOVER's types, one mention for each sentence and trigger that tells of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from pipeline.components import slots
from pipeline.components.grammar import labels, noun_phrases, positions, referents
from pipeline.components.grammar.side_text import SideTextIndex, side_texts
from pipeline.components.grammar.traits import has_trait
from pipeline.components.plover import (
    assertion,
    complements,
    deeds,
    event_status,
    governing,
    harms,
    judgements,
    nonevents,
    noun_complements,
    nouns,
    setting,
    sites,
    verbs,
)
from pipeline.components.plover.elaboration import with_narrative_days
from pipeline.components.plover.event_frame import CLAIMING, EventFrame
from pipeline.components.plover.lexicon import NEWS
from pipeline.components.plover.reasons import reasons
from pipeline.components.plover.retelling import with_days_below, with_parties_of_lead, with_plan_of_lead
from pipeline.components.plover.retyping import as_meant
from pipeline.components.plover.statements import statements
from pipeline.components.texts import text_of
from pipeline.domain import (
    Argument,
    Attribution,
    Entity,
    EventMention,
    EventType,
    Extent,
    Place,
    Status,
    TimeExpression,
)
from pipeline.merging.attribution_index import ContentIndex

NAME = "dateline_events"
OPEN_CLASSES = frozenset({"AUX", "NOUN", "VERB"})
LEAD = 2
ENDS: dict[EventType, EventType] = {"LIFE": "ASSAULT", "RETREAT": "LIFE"}
UNREAL: frozenset[Status] = frozenset({"denied", "hypothetical"})
DETERMINERS = frozenset({"a", "an", "the", "these", "those"})
NO_CLAUSE = frozenset({"aux", "auxpass", "amod", "compound"})


@Language.component(NAME)
def events(doc: Doc) -> Doc:
    found = find_events(
        doc,
        slots.EXPRESSIONS.read(doc),
        slots.PLACES.read(doc),
        slots.ATTRIBUTIONS.read(doc),
        slots.ENTITIES.read(doc),
    )
    slots.EVENTS.write(doc, found)
    return doc


def find_events(
    doc: Doc,
    expressions: tuple[TimeExpression, ...] = (),
    places: tuple[Place, ...] = (),
    attributions: tuple[Attribution, ...] = (),
    entities: tuple[Entity, ...] = (),
) -> list[EventMention]:
    """All events of a parsed text, in order of sentences; within one, what it is about comes first."""
    played = nonevents.is_play(doc)
    told = [each for sentence in doc.sents for each in event_frames(sentence, played)]
    told += statements(doc, attributions, entities, told)
    beside = SideTextIndex(side_texts(text_of(doc)) if told else ())
    told = [each for each in told if not beside.covers(each.trigger.idx)]
    opening, contents = positions.end_of_opening(doc, LEAD), ContentIndex(attributions)
    settings = setting.Settings.of(doc, expressions, places)
    found = (mention(each, settings) for each in sorted(told, key=lambda each: each.trigger.sent.start))
    kept = [
        each
        for each in found
        if each.status not in UNREAL or each.trigger.start < opening or is_between(each, contents)
    ]
    told_once = list(with_parties_of_lead(doc, list(with_plan_of_lead(doc, kept))))
    return list(with_narrative_days(doc, list(with_days_below(doc, told_once, settings.by_start)), expressions))


def is_between(told: EventMention, contents: ContentIndex) -> bool:
    """What may be counts deep in a text only where it says who would do it to whom, by name; what is not, only where
    somebody says so besides: "Chad has not sent troops to Togo, a minister said" answers those who say it has.
    """
    named = all(any(map(_is_named, parties)) for parties in (told.actors, told.recipients))
    counts = told.status == "hypothetical" or _has_source(told.trigger, contents)
    return counts and named and told.type not in NEWS


def _has_source(trigger: Extent, contents: ContentIndex) -> bool:
    """Whether somebody says it, who is told."""
    return any(said.source is not None and trigger.end <= said.content.end for said in contents.over(trigger.start))


def _is_named(party: Argument) -> bool:
    words = party.text.split()
    return any(word[:1].isupper() for word in words if word.lower() not in DETERMINERS)


def event_frames(sentence: Span, played: bool = False) -> Iterator[EventFrame]:
    """What the words of a sentence tell, from the top of its tree down; a word speaks once.

    Where a game is ``played``, "beat" and "shot" are no attacks.
    """
    played = played or nonevents.is_play_or_trade(sentence)
    spoken: set[int] = set()
    types: dict[Token, EventType] = {}
    for word in top_down(sentence):
        if word.i in spoken:
            continue
        told = read_word(word, played)
        if told is None or _is_end_of(told, types):
            continue
        happens = nonevents.is_told_enough(told)
        if happens:
            types[word] = told.type
        if happens or told.type in CLAIMING:
            spoken |= told.speaks_for()
        if happens and assertion.is_asserted(told) and not _only_plays(told, played):
            yield told


def _is_end_of(told: EventFrame, types: Mapping[Token, EventType]) -> bool:
    """ "was shot and killed", "was treated and released": the death is the attack's, the release from the hospital."""
    begun = ENDS.get(told.type)
    return begun is not None and told.trigger.dep_ == "conj" and types.get(told.trigger.head) == begun


def read_word(word: Token, played: bool) -> EventFrame | None:
    """What a word tells as it is meant; where that is no event of politics, what it tells of ordinary news."""
    told = match_word(word)
    meant = None if told is None else _as_one_deed(as_meant(told))
    if meant is None or word.pos_ != "VERB" or (nonevents.is_told_enough(meant) and not _only_plays(meant, played)):
        return meant
    news = verbs.as_news(word)
    return as_meant(news) if news is not None and nonevents.is_told_enough(news) else meant


def _as_one_deed(told: EventFrame) -> EventFrame:
    """An event with all that its verb's nouns and clauses tell of it."""
    whole = deeds.whole(told)
    if whole.type not in deeds.INCLUDED or whole.trigger.pos_ != "VERB":
        return whole
    return deeds.with_clauses(whole, filter(None, map(match_word, deeds.clauses_of(whole))))


def _only_plays(told: EventFrame, played: bool) -> bool:
    """Whether a move of a game is told in words of politics and war: "attacked", "shot", but not "was arrested"."""
    if played and nonevents.is_likened(told):
        return True
    return played and told.type not in NEWS and not has_trait(told.trigger, "earnest")


def top_down(sentence: Span) -> list[Token]:
    """Verbs and nouns by their depth in the tree, main clauses before subordinate ones, then in order of the text."""
    depths: dict[int, int] = {}
    telling = (token for token in sentence if token.pos_ in OPEN_CLASSES)
    return sorted(telling, key=lambda token: (depth(token, depths), token.i))


def depth(token: Token, known: dict[int, int]) -> int:
    """How many words a word stands under; ``known`` keeps it by position, so that long chains are climbed once."""
    path: list[int] = []
    while token.i not in known and token.head.i != token.i:
        path.append(token.i)
        token = token.head
    top = known.setdefault(token.i, 0)
    known.update((i, top + steps) for steps, i in enumerate(reversed(path), 1))
    return top + len(path)


def match_word(word: Token) -> EventFrame | None:
    if word.pos_ in labels.VERBAL and word.dep_ not in NO_CLAUSE:
        return judgements.match_verb(word) or complements.match_verb(governing.predicate(word))
    return noun_complements.match_noun(word) or nouns.match_noun(word) if word.pos_ == "NOUN" else None


def mention(told: EventFrame, settings: setting.Settings) -> EventMention:
    sentence = told.trigger.sent
    dated = setting.date_of(told, settings)
    time = None if dated.timex is None else settings.by_start.get(dated.timex)
    status, factuality = event_status.standing(told, time)
    if status == "planned" and time is not None and event_status.is_of_decision(told, time):
        dated, time = setting.DatedBy(None), None
    return EventMention(
        type=told.type,
        mode=told.mode,
        trigger=extent(told.trigger.doc[told.trigger.i : told.trigger.i + 1]),
        evidence=extent(sentence),
        actors=arguments(told.actors),
        recipients=arguments(harms.reached(told)),
        timex=dated.timex,
        place=sites.place_of(told, settings.places_in(sentence)),
        status=status,
        factuality=factuality,
        why=reasons(told, status, time),
        happening=told.happening,
        dating=dated.dating,
        lapse=dated.lapse,
    )


def extent(span: Span) -> Extent:
    return Extent(span.start_char, span.end_char, span.text)


def arguments(heads: Iterable[Token]) -> tuple[Argument, ...]:
    """The participants, each of the two whom a plural takes up for themselves: "both leaders"."""
    return tuple(argument(one) for head in heads for one in referents.members(head) or [head])


def argument(head: Token) -> Argument:
    """A participant; a common noun that only says whose something is stands for the whole: "rebel positions"."""
    if head.dep_ == "compound" and head.pos_ == "NOUN" and not head.ent_type_:
        head = head.head
    span = noun_phrases.wording(head)
    return Argument(span.start_char, span.end_char, span.text, head.idx)

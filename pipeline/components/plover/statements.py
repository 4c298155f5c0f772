"""Statements that are news themselves: one who counts says something, and the saying tells of no other event."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from pipeline.components.grammar import cues, labels, narration, positions, referents, syntax
from pipeline.components.grammar.traits import has_trait
from pipeline.components.plover.actor_kinds import is_authority, is_powerful
from pipeline.components.plover.event_frame import CLAIMING, EventFrame
from pipeline.components.plover.lexicon import event_lexicon
from pipeline.components.plover.participants import is_actor
from pipeline.domain import Attribution, Entity, EventType, Source
from pipeline.lexicons.function_words import DUTY_AUXILIARIES
from pipeline.lexicons.predicates import predicates

Deed = tuple[EventType, str]
LEAD = 2
SAYING = frozenset({*CLAIMING, "SUPPORT"})
DEEDS = frozenset({"commit", "refuse", "threaten"})
"""Words of others, and those of a court, which are its deed."""
SHARED = frozenset({"to", "with"})
OCCASION = frozenset({"at", "during", "in", "to"})
COLLECTIVE = frozenset({"country", "organization"})


@dataclass(frozen=True, slots=True)
class _ArticleEvents:
    """What an article tells besides its statements, in order, and whom it says them of."""

    doc: Doc
    counts: frozenset[str]
    entities: Mapping[str, Entity]
    events: Sequence[EventFrame]
    first: Mapping[Deed, int]
    opening: int

    @classmethod
    def of(cls, doc: Doc, entities: Sequence[Entity], told: Sequence[EventFrame]) -> _ArticleEvents:
        events = sorted(told, key=lambda each: each.trigger.i)
        first = {_deed(each): each.trigger.i for each in reversed(events)}
        named = {entity.id: entity for entity in entities}
        return cls(doc, prominent(doc, entities), named, events, first, positions.end_of_opening(doc, LEAD))

    def inside(self, said: Attribution) -> Sequence[EventFrame]:
        """The events within what is said."""
        first = bisect_left(self.events, said.content.start, key=_offset)
        return self.events[first : bisect_left(self.events, said.content.end, key=_offset)]

    def is_covered(self, said: Attribution, cue: Token, speaker: Token) -> bool:
        """Whether what is said tells of the speaker's deed already, or repeats one."""
        inside = self.inside(said)
        claims = (actor for each in inside if each.type in SAYING for actor in each.actors)
        return any(referents.are_coreferent(actor, speaker) for actor in claims) or self._repeats(said, inside, cue)

    def _repeats(self, said: Attribution, inside: Iterable[EventFrame], cue: Token) -> bool:
        """ "Chad expelled an envoy. It expelled him over spying, the ministry said": a deed told again is its news."""
        if said.manner != "indirect" or cue.idx < said.content.end:
            return False
        return any(self.first[_deed(each)] < cue.sent.start for each in inside)

    def is_news(self, cue: Token) -> bool:
        return _is_speech(cue) and (_is_told_now(cue) or cue.idx < self.opening)

    def introduction_of(self, source: Source, speaker: Token) -> Token:
        """The words by which a speaker was introduced, if a pronoun stands for them here."""
        entity = self.entities.get(source.entity or "") if speaker.pos_ == "PRON" else None
        return (_first_mention(self.doc, entity) if entity else None) or speaker

    def has_weight(self, source: Source, who: Token, cue: Token) -> bool:
        """Whether somebody counts, or says so where it does."""
        counts = source.entity in self.counts or is_powerful(who) or is_authority(who) or _is_occasion(cue)
        return counts and not _is_outlet(who) and not _is_nobody(who)


def statements(
    doc: Doc, attributions: Iterable[Attribution], entities: Sequence[Entity], told: Sequence[EventFrame]
) -> Iterator[EventFrame]:
    """One for each finite verb of speech whose speaker counts, unless the saying or what is said tells of a deed."""
    article = _ArticleEvents.of(doc, entities, told)
    seen = {i for each in told for i in each.speaks_for()}
    for said in attributions:
        cue = _root(doc, said.cue.start, said.cue.end)
        if cue is not None and cue.i not in seen and (found := _statement(said, cue, article)):
            seen.add(cue.i)
            yield found


def _statement(said: Attribution, cue: Token, article: _ArticleEvents) -> EventFrame | None:
    root = None if said.source is None else _root(article.doc, said.source.start, said.source.end)
    if said.source is None or root is None:
        return None
    speaker = syntax.antecedent(root)
    if article.is_covered(said, cue, speaker) or not article.is_news(cue):
        return None
    if not article.has_weight(said.source, article.introduction_of(said.source, speaker), cue):
        return None
    partners, entry = tuple(_partners(cue)), "statement of one who counts"
    return EventFrame("STATEMENT", cue, (speaker,), partners, timex=said.timex, happening="speech", entry=entry)


def _offset(told: EventFrame) -> int:
    return told.trigger.idx


def _deed(told: EventFrame) -> Deed:
    return told.type, syntax.lemma(told.trigger)


def prominent(doc: Doc, entities: Sequence[Entity]) -> frozenset[str]:
    """Entities whose words are news: states and bodies, holders of an office, and whom headline or lead names."""
    opening = positions.end_of_opening(doc, LEAD)
    return frozenset(entity.id for entity in entities if _counts(doc, entity, opening))


def _counts(doc: Doc, entity: Entity, opening: int) -> bool:
    if entity.kind in COLLECTIVE:
        return True
    if entity.kind != "person":
        return False
    if any(mention.form == "name" and mention.start < opening for mention in entity.mentions):
        return True
    roots = (_root(doc, mention.start, mention.end) for mention in entity.mentions if mention.form != "pronoun")
    return any(_has_office(root) for root in roots if root is not None)


def _has_office(name: Token) -> bool:
    """ "Mayor Reyes", "Reyes, the mayor of Bath", "the mayor": by title, apposition or what else one is called."""
    beside = [child for child in name.rights if child.dep_ == "appos"]
    if name.dep_ == "appos":
        beside.append(name.head)
    public = (word for word in (name, *beside) if word.lemma_.lower() not in event_lexicon().classes.private)
    return any(is_powerful(word) or _speaks_for_others(word) for word in public)


def _speaks_for_others(word: Token) -> bool:
    speakers = event_lexicon().classes.speakers
    return syntax.lemma(word) in speakers or any(part.lower_ in speakers for part in word.lefts)


def _root(doc: Doc, start: int, end: int) -> Token | None:
    span: Span | None = doc.char_span(start, end, alignment_mode="expand")
    return None if span is None else span.root


def _first_mention(doc: Doc, entity: Entity) -> Token | None:
    """The words by which one is introduced: a name before a noun; a "he" is whoever that is."""
    told = sorted(entity.mentions, key=lambda mention: (mention.form != "name", mention.start))
    return next((_root(doc, mention.start, mention.end) for mention in told if mention.form != "pronoun"), None)


def _is_speech(cue: Token) -> bool:
    """Words alone: vowing, threatening and demanding are deeds, told or dropped as such."""
    if cue.pos_ != "VERB" or cue.tag_ == "VBG":
        return False
    if has_trait(cue, "unsaid") or not cues.is_speech(cue):
        return False
    ways = predicates().verb(syntax.lemma(cue)).governs
    if "request" in ways and not _reports(cue):
        return False
    return ways.isdisjoint(DEEDS)


def _reports(cue: Token) -> bool:
    """ "warned that a dam could break", "told the BBC he was sad": what is said is a statement, and no order."""
    clauses = (child for child in cue.children if child.dep_ == "ccomp" and child.tag_ != "VB")
    said = "say" in predicates().verb(syntax.lemma(cue)).governs
    return said and any(
        DUTY_AUXILIARIES.isdisjoint(aux.lower_ for aux in syntax.auxiliaries(clause)) for clause in clauses
    )


def _is_told_now(cue: Token) -> bool:
    """In a main clause, and not of what came before: no "which he denies", "had alleged"."""
    return narration.is_main(cue) and all(helper.lower_ != "had" for helper in syntax.auxiliaries(cue))


def _is_nobody(speaker: Token) -> bool:
    """ "officials", "a local leader": an office without a body to speak for; "a villager" has none."""
    lemma = speaker.lemma_.lower()
    if speaker.ent_type_ or lemma not in event_lexicon().classes.offices:
        return lemma in event_lexicon().classes.private
    return not any(_names_body(part) for part in speaker.subtree if part != speaker)


def _names_body(part: Token) -> bool:
    return bool(part.ent_type_) or part.pos_ in labels.NOMINAL


def _is_occasion(cue: Token) -> bool:
    """ "said in a statement", "told reporters", "told the BBC": the saying has an occasion or hearers of its own."""
    occasions, hearers = event_lexicon().classes.occasions, syntax.patients(cue)
    held = any(noun.lemma_.lower() in occasions for noun in (*syntax.under(cue, OCCASION), *hearers))
    return held or any(map(_is_outlet, hearers))


def _partners(cue: Token) -> Iterator[Token]:
    """ "said in an interview with the BBC", "in a letter to the council": with whom the occasion is shared."""
    occasions = event_lexicon().classes.occasions
    held = (noun for noun in syntax.under(cue, OCCASION) if noun.lemma_.lower() in occasions)
    yield from (partner for noun in held for partner in syntax.under(noun, SHARED) if is_actor(partner))


def _is_outlet(speaker: Token) -> bool:
    """Who reports the news is its source, and makes none by reporting: "Reuters reported", "the newspaper said"."""
    outlets = event_lexicon().classes.outlets
    return speaker.lower_ in outlets or syntax.lemma(speaker) in outlets

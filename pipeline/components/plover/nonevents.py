"""What is no event although its words are: idioms, sport, fiction, markets, and what nobody takes part in."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from pipeline.components.grammar import narration, referents, syntax
from pipeline.components.grammar.traits import has_trait
from pipeline.components.plover import nouns, wording
from pipeline.components.plover.actor_kinds import (
    is_national,
    is_powerful,
    is_protester,
)
from pipeline.components.plover.event_frame import EventFrame
from pipeline.components.plover.frames import is_court, violent_word
from pipeline.components.plover.lexicon import NEWS, event_lexicon
from pipeline.components.plover.participants import is_joint, is_target
from pipeline.components.plover.weight import CHECKS, DEEDS, NEEDS_ACTOR, is_bare_noun
from pipeline.domain import EventType
from pipeline.lexicons.predicates import event_words

HABITS = frozenset({"always", "commonly", "frequently", "generally", "normally", "often", "sometimes", "usually"})
OPINIONS: frozenset[EventType] = frozenset({"ACCUSE", "AGREE", "REJECT", "SUPPORT"})
UNASSERTED = frozenset({"about", "against", "from", "into", "near", "of", "on", "than", "to", "without"})
SHARES = frozenset({"few", "many", "most"})
VERBAL = frozenset({"VERB", "AUX"})
DATING = frozenset({"DATE", "TIME"})
SPORT_SHARE = 0.03
FIELD_WORDS = 3
RULED: frozenset[EventType] = frozenset({"ACCUSE", "COERCE", "LAW", "REJECT", "REQUEST", "SANCTION"})
SUING: frozenset[EventType] = frozenset({"ACCUSE", "JUSTICE"})
OUTBREAKS: frozenset[EventType] = frozenset({"ASSAULT", "CONSULT", "PROTEST", "REJECT"})
GATHERINGS: frozenset[EventType] = frozenset({"CONSULT", "PROTEST"})
WHEN_AND_WHERE = frozenset({"DATE", "FAC", "GPE", "LOC", "TIME"})


def is_play(doc: Doc) -> bool:
    """Whether a text is about sport: one word in thirty-three is of it."""
    words = [token for token in doc if token.is_alpha]
    sport = event_lexicon().classes.sport
    return len(words) >= 40 and sum(token.lemma_.lower() in sport for token in words) > SPORT_SHARE * len(words)


def is_play_or_trade(sentence: Span) -> bool:
    """Whether a sentence is full of words of sport, of fiction or of the markets."""
    idioms = event_lexicon().classes
    lemmas = {token.lemma_.lower() for token in sentence}
    return any(len(lemmas & field) >= FIELD_WORDS for field in (idioms.sport, idioms.fiction, idioms.market))


def as_meant(told: EventFrame) -> EventFrame:
    """What a court orders or bars is justice, unless to those in power; what protesters destroy or block is protest.

    A politician's attack on another, without any word of violence, is one of words.
    """
    told = replace(told, recipients=_besides_actors(told))
    if told.type in RULED and any(map(is_court, told.actors)) and not _is_political(told):
        return replace(told, type="JUSTICE", mode=None, plain=True)
    if told.type == "LAW" and any(map(_is_foreign_state, told.recipients)):
        return replace(told, type="SANCTION", plain=True)
    protesting = bool({"protest", "protests"} & {noun.lower_ for noun in syntax.under(told.trigger, {"in"})})
    if protesting and told.type in ("ASSAULT", "COERCE", "REJECT"):
        return replace(told, type="PROTEST")
    thrown = told.type == "ASSAULT" and bool(told.coindexed)
    if (thrown or told.type in ("COERCE", "REJECT")) and any(map(is_protester, told.actors)):
        return replace(told, type="PROTEST")
    by_one = [actor for actor in told.actors if actor.ent_type_ == "PERSON" and not is_joint(actor)]
    if told.type != "ASSAULT" or not by_one or len(told.actors) > 1:
        return told
    own = (told.trigger, *told.coindexed)
    if not any(word.lemma_.lower() in event_lexicon().classes.attacks for word in own):
        return told
    others = (word for word in told.trigger.sent if word not in own)
    return told if any(map(violent_word, others)) else replace(told, type="ACCUSE")


def _is_foreign_state(party: Token) -> bool:
    """ "banned Chadian planes": a law against another people is a sanction."""
    return party.ent_type_ in ("GPE", "NORP")


def _is_political(told: EventFrame) -> bool:
    """Done by a court that is told by its state, "a Kenyan court", or to a state or those in power."""
    ruled = [party for party in told.recipients if not is_court(party)]
    foreign = any(is_national(actor) for actor in told.actors if actor.pos_ != "PROPN")
    return foreign or any(party.ent_type_ in ("GPE", "NORP") or is_powerful(party) for party in ruled)


def _besides_actors(told: EventFrame) -> tuple[Token, ...]:
    """Nobody deals with oneself: "they" under a verb are as a rule its doers again."""
    return tuple(party for party in told.recipients if not any(referents.same(a, party) for a in told.actors))


def happens(told: EventFrame) -> bool:
    """Whether enough is said for an event: who takes part, and in what is only said or agreed, someone of weight."""
    if _breaks_out(told) or _is_gathering(told):
        return not _is_habit(told.trigger)
    if told.type in NEWS or told.plain or _is_relief(told) or _is_raid(told):
        return _is_news(told)
    return all(check(told) for check in (*CHECKS, _is_told))


def _breaks_out(told: EventFrame) -> bool:
    """ "Riots broke out", "talks have collapsed", "he was booed": what goes on is told, whoever takes part."""
    trigger = told.trigger
    if told.type not in OUTBREAKS or trigger.pos_ != "VERB" or told.actors:
        return False
    if syntax.is_passive(trigger):
        return told.type == "PROTEST" and told.plain
    happening = (cover for cover in told.coindexed if nouns.type_of(cover) is not None)
    return any(noun in syntax.subjects(trigger) for noun in happening)


def _is_gathering(told: EventFrame) -> bool:
    """ "Talks were held in Geneva", "a rally is planned for Saturday": of a place or day, whoever comes."""
    if told.type not in GATHERINGS or told.actors:
        return False
    verb = told.trigger if told.trigger.pos_ == "VERB" else told.trigger.head
    is_held = has_trait(verb, "held") or has_trait(verb, "holding")
    gathers = any(child.dep_ == "nsubjpass" and nouns.type_of(child) is not None for child in verb.lefts)
    return (
        is_held
        and gathers
        and any(word.ent_type_ in WHEN_AND_WHERE for child in verb.rights for word in _led_to(child))
    )


def _led_to(child: Token) -> list[Token]:
    return [child, *syntax.objects_of_preposition(child)]


def _is_relief(told: EventFrame) -> bool:
    """ "UNICEF is providing relief": what a named body or a charity gives is aid, whoever gets it."""
    givers = event_lexicon().classes.givers
    named = (a for a in told.actors if (a.pos_ == "PROPN" and a.ent_type_ in ("GPE", "ORG")) or a.lemma_ in givers)
    return told.type == "AID" and bool(told.coindexed) and any(named)


def _is_raid(told: EventFrame) -> bool:
    """ "clashes with police in Bihar", "the raid on the plant": a deed of named place or aim, whoever did it."""
    if told.type not in ("ASSAULT", "COERCE", "PROTEST") or not is_bare_noun(told):
        return False
    led = (noun for child in told.trigger.rights if child.dep_ == "prep" for noun in child.children)
    return any(noun.pos_ in ("NOUN", "PROPN") and (is_target(noun) or noun.ent_type_) for noun in led)


def is_asserted(told: EventFrame) -> bool:
    """Whether the clause says so: no gerund that only names a charge or a thing prevented, no bare subjunctive.

    "accused of leaking", "kept from leaving", "insists that it agree", "closed the road to prevent clashes"; no
    relative clause about people of a kind: "voters who have moved"; and nothing that cannot be: "cannot let him win".
    """
    word = told.trigger
    if word.pos_ not in VERBAL:
        return not _is_topic(word)
    if any(helper.lower_ in ("can", "ca") for helper in syntax.auxiliaries(word)) and syntax.is_negated(word):
        return False
    if word.dep_ == "pcomp" and word.head.lower_ == "for" and word.head.head.pos_ == "NOUN":
        return False
    if word.dep_ == "pcomp":
        return word.head.lower_ not in UNASSERTED or (word.head.dep_ == "prep" and word.head.head.pos_ == "ADJ")
    if _is_plot(word):
        return False
    if word.dep_ == "acl" and word.tag_ == "VBG" and (_is_of_figure(word.head) or _is_claim(told)):
        return False
    if word.tag_ == "VB" and word.dep_ == "ccomp":
        return any(child.dep_ == "aux" for child in word.lefts)
    if word.tag_ == "VB" and word.dep_ == "advcl" and any(child.tag_ == "TO" for child in word.lefts):
        return told.type in ("CONSULT", "PROTEST", "REQUEST")
    return not (word.dep_ == "relcl" and _is_restrictive(word) and _is_kind(word.head))


def _is_plot(word: Token) -> bool:
    """ "The novel tells of a soldier who kills a farmer": what a work of fiction is about."""
    works = event_lexicon().classes.fiction
    telling = (verb for verb in word.ancestors if has_trait(verb, "depicting"))
    return any(work.lemma_.lower() in works for verb in telling for work in syntax.subjects(verb))


def _is_of_figure(noun: Token) -> bool:
    """ "an epidemic of officers | shooting men", "a flood of firms | suing banks": people of a kind, by a figure."""
    figure = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
    return any(matter.name.startswith("hazard") for matter in wording.matters(figure)) and figure != noun


def _is_claim(told: EventFrame) -> bool:
    """ "filed suit | challenging the law": what a lawsuit is about is no second deed."""
    suit = told.trigger.head
    phrases = wording.entries(suit.head, event_words().families) if suit.head.pos_ == "VERB" else ()
    filed = any(e.family and e.family.type in SUING and suit.lemma_.lower() in e.rest for e in phrases)
    return told.type == "REJECT" and (filed or any(matter.alone == "JUSTICE" for matter in wording.matters(suit)))


def _is_topic(noun: Token) -> bool:
    """ "a hearing on military intervention": what is talked over need not have happened."""
    return (
        noun.dep_ == "pobj"
        and noun.head.lower_ in ("on", "about")
        and noun.head.head.lemma_.lower() in event_lexicon().classes.occasions
        and not any(child.dep_ in ("det", "poss") or child.ent_type_ in DATING for child in noun.children)
    )


def _is_restrictive(clause: Token) -> bool:
    """ "voters who have moved", not "Police, who arrested two men"."""
    return not any(child.text == "," and child.i < clause.left_edge.i for child in clause.head.rights)


def _is_kind(noun: Token) -> bool:
    """A bare plural: people of a kind, nobody in particular."""
    return noun.tag_ == "NNS" and not noun.ent_type_ and not any(child.dep_ != "prep" for child in noun.lefts)


def _is_news(told: EventFrame) -> bool:
    """Whether an event of ordinary news is told, and of somebody; a disaster needs nobody."""
    if _is_habit(told.trigger) or (told.trigger.dep_ == "pcomp" and told.trigger.head.lower_ == "without"):
        return False
    if (told.type in NEEDS_ACTOR and not told.actors) or _is_way_of_life(told):
        return False
    return told.type == "DISASTER" or bool(told.actors or told.recipients or told.coindexed) or _takes_place(told)


def _takes_place(told: EventFrame) -> bool:
    """ "The trial is set for Friday": a noun of ordinary news that is said to be held or to come."""
    noun = told.trigger
    held = has_trait(noun.head, "held")
    return noun.pos_ == "NOUN" and noun.dep_ in ("nsubj", "nsubjpass") and held


def _is_way_of_life(told: EventFrame) -> bool:
    """ "People die of many causes", "farmers sell wheat": what people of a kind do in the present is no event.

    In a headline, the present tense tells the news.
    """
    if not told.actors or not all(map(_is_kind, told.actors)):
        return False
    if told.type == "LIFE":
        return told.trigger.tag_ in ("VBP", "VB")
    return told.trigger.tag_ == "VBP" and not _is_in_headline(told.trigger)


def _is_in_headline(word: Token) -> bool:
    return word.sent.start == 0 and narration.is_in_headline(word)


def _is_told(told: EventFrame) -> bool:
    """A noun tells in a sentence, with its doer, and not in a heading; "without asking" tells of nothing."""
    if is_bare_noun(told):
        return bool(told.actors) and any(word.pos_ in VERBAL for word in told.trigger.sent)
    if _is_habit(told.trigger) or _is_opinion_poll(told) or _only_describes(told) or _by_nature(told):
        return False
    return told.trigger.dep_ != "pcomp" or told.trigger.head.lower_ != "without"


def _is_opinion_poll(told: EventFrame) -> bool:
    """ "Most Danes support the ban": what a share of a people thinks is nothing that they do."""
    counted = (part.lower_ for actor in told.actors for part in actor.lefts)
    return told.type in OPINIONS and any(word in SHARES for word in counted)


def _only_describes(told: EventFrame) -> bool:
    """ "the drones delivered to Mali": a participle that says of nobody who did it."""
    trigger = told.trigger
    return trigger.dep_ == "acl" and trigger.tag_ == "VBN" and not told.actors and told.type not in DEEDS


def _by_nature(told: EventFrame) -> bool:
    """ "Snow blocked roads": what does it is neither an actor nor a matter that something is done to."""
    trigger = told.trigger
    if trigger.pos_ != "VERB" or told.actors or told.type == "ASSAULT" or syntax.is_passive(trigger):
        return False
    subjects = [child for child in trigger.lefts if child.dep_ == "nsubj"]
    return any(
        noun.pos_ == "NOUN" and noun not in (*told.coindexed, *told.recipients) and _is_nature(noun)
        for noun in subjects
    )


def _is_nature(noun: Token) -> bool:
    matters = wording.matters(noun)
    return not matters or any(matter.name.startswith("hazard") for matter in matters)


def _is_habit(trigger: Token) -> bool:
    """ "Diplomats often meet there": what is done again and again is no event."""
    if trigger.pos_ != "VERB" or syntax.tense(trigger) != "present" or trigger.tag_ == "VBG":
        return False
    return any(child.lower_ in HABITS for child in trigger.children if child.dep_ == "advmod")

"""What is no event although its words are: idioms, sport, fiction, markets, and what nobody takes part in."""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

from pipeline.components.grammar import labels, narration, syntax, tenses, when
from pipeline.components.grammar.factuality import modality
from pipeline.components.grammar.traits import has_trait
from pipeline.components.plover import assertion, nouns, outbreaks, verbs, wording
from pipeline.components.plover.event_frame import EventFrame
from pipeline.components.plover.lexicon import NEWS, event_lexicon
from pipeline.components.plover.participants import is_target
from pipeline.components.plover.weight import CHECKS, DEEDS, NEEDS_ACTOR, is_bare_noun
from pipeline.domain import EventType
from pipeline.lexicons.function_words import PROPORTIONS

OPINIONS: frozenset[EventType] = frozenset({"ACCUSE", "AGREE", "REJECT", "SUPPORT"})
SPORT_SHARE = 0.03
FIELD_WORDS = 3
DEEDS_OF_PROSE: frozenset[EventType] = frozenset(
    {"AID", "ASSAULT", "BUSINESS", "COERCE", "DISASTER", "JUSTICE", "LIFE", "MOBILIZE", "PERSONNEL"}
)
LEVELS = frozenset({"down", "up"})


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


def is_likened(told: EventFrame) -> bool:
    """ "ended their drought": a hazard by which a game is described."""
    nouns = (word for word in (told.trigger, *told.coindexed) if word.pos_ == "NOUN")
    return told.type == "DISASTER" and any(m.name == "hazard other" for noun in nouns for m in wording.matters(noun))


def is_told_enough(told: EventFrame) -> bool:
    """Whether enough is said for an event: who takes part, and in what is only said or agreed, someone of weight."""
    if outbreaks.is_one(told):
        return not _is_habit(told.trigger)
    if told.type in NEWS or told.plain or _is_relief(told) or _is_raid(told):
        return _is_news(told)
    return all(check(told) for check in (*CHECKS, _is_predicated))


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
    return any(noun.pos_ in labels.NOMINAL and (is_target(noun) or noun.ent_type_) for noun in led)


def _is_news(told: EventFrame) -> bool:
    """Whether an event of ordinary news is told, and of somebody; a disaster needs nobody."""
    if _is_general(told) or _is_left_undone(told.trigger):
        return False
    lacks_actor = told.type in NEEDS_ACTOR and not told.actors
    if told.type == "JUSTICE" and _is_price(told.trigger):
        return False
    if lacks_actor or _is_way_of_life(told) or _is_called_so(told.trigger):
        return False
    if told.type == "BUSINESS" and _is_forecast(told):
        return False
    if told.type == "LAW" and _is_plan_of_deed(told):
        return False
    if (
        told.type == "DISASTER"
        and told.trigger.pos_ == "VERB"
        and any(map(nouns.is_figure, syntax.agents(told.trigger)))
    ):
        return False
    has_party = bool(told.actors or told.recipients or told.coindexed)
    return told.type == "DISASTER" or has_party or _takes_place(told)


def _is_price(verb: Token) -> bool:
    """ "Guests were charged $20"."""
    return syntax.is_passive(verb) and any(child.dep_ == "dobj" and wording.is_money(child) for child in verb.rights)


def _is_called_so(noun: Token) -> bool:
    """ "It was a disaster", "He was silent, just a disaster": what something is called."""
    is_predicate = noun.dep_ in ("attr", "oprd") and noun.head.pos_ == "AUX"
    is_attribute = noun.pos_ == "NOUN" and (is_predicate or noun.dep_ == "npadvmod")
    of_other_kind = is_attribute and any(matter.name == "hazard other" for matter in wording.matters(noun))
    return of_other_kind and any(child.lower_ in ("a", "an") for child in noun.lefts)


def _is_forecast(told: EventFrame) -> bool:
    """ "Prices will rise": what nobody does but a figure is to do is only predicted."""
    if told.actors or tenses.tense(told.trigger) != "future":
        return False
    return any(matter.name == "figure" for noun in told.coindexed for matter in wording.matters(noun))


def _is_plan_of_deed(told: EventFrame) -> bool:
    """ "dropped a plan to buy the bank": what is told is the purchase that was planned, and no scheme."""
    aims = (child for noun in told.coindexed for child in noun.rights if child.dep_ in labels.ADNOMINAL_CLAUSES)
    return any(child.tag_ == "VB" and (verbs.match_verb(child) or verbs.as_news(child)) for child in aims)


def _takes_place(told: EventFrame) -> bool:
    """ "The trial is set for Friday": a noun of ordinary news that is said to be held or to come."""
    noun = told.trigger
    if when.is_of_day(noun):
        return True
    held = has_trait(noun.head, "held")
    return noun.pos_ == "NOUN" and noun.dep_ in labels.SUBJECTS and held


def _is_way_of_life(told: EventFrame) -> bool:
    """ "People die of many causes", "farmers sell wheat": what people of a kind do in the present is no event.

    In a headline, the present tense tells the news.
    """
    if not told.actors or not all(map(assertion.is_kind, told.actors)):
        return False
    if told.type == "LIFE":
        return told.trigger.tag_ in ("VBP", "VB")
    return told.trigger.tag_ == "VBP" and not _is_in_headline(told.trigger)


def _is_in_headline(word: Token) -> bool:
    return word.sent.start == 0 and narration.is_in_headline(word)


def _is_general(told: EventFrame) -> bool:
    """Whether it tells of no one time: "diplomats often meet there", "smoking kills", "their rulings are final"."""
    return _is_habit(told.trigger) or _is_usual(told) or _is_kind_described(told.trigger)


def _is_kind_described(noun: Token) -> bool:
    """ "Attacks are rare", "their rulings are final", "thefts are up from May": a plural described in the present."""
    if (
        noun.tag_ != "NNS"
        or noun.dep_ != "nsubj"
        or any(child.lower_ in ("the", "these", "those") for child in noun.lefts)
    ):
        return False
    copula = noun.head
    if copula.tag_ not in labels.PRESENT:
        return False
    if any(child.dep_ == "advmod" and child.lower_ in LEVELS for child in copula.rights):
        return True
    described = any(child.dep_ == "acomp" for child in copula.rights)
    return described and not any(word.ent_type_ in labels.TIMES for word in copula.subtree)


def _is_usual(told: EventFrame) -> bool:
    """A deed in the simple present of prose, without a day: "the store gives the city paint", "Peru sells copper".

    Headlines and captions tell news so; opinions, talks and demands are reported so.
    """
    verb = told.trigger
    in_prose = verb.sent[-1].is_punct and not _is_in_headline(verb)
    if told.type not in DEEDS_OF_PROSE or not in_prose or not _is_simple_present(verb):
        return False
    return not any(word.ent_type_ in labels.TIMES for word in verb.subtree)


def _is_simple_present(verb: Token) -> bool:
    return verb.pos_ == "VERB" and verb.tag_ in labels.PRESENT and not any(syntax.auxiliaries(verb))


def _is_left_undone(word: Token) -> bool:
    """ "without asking"."""
    return word.dep_ == "pcomp" and word.head.lower_ == "without"


def _is_predicated(told: EventFrame) -> bool:
    """A noun tells in a sentence, with its doer, and not in a heading; "without asking" tells of nothing."""
    if is_bare_noun(told):
        return bool(told.actors) and any(word.pos_ in labels.VERBAL for word in told.trigger.sent)
    if _is_general(told) or _is_opinion_poll(told) or _only_describes(told) or _by_nature(told):
        return False
    return not _is_left_undone(told.trigger)


def _is_opinion_poll(told: EventFrame) -> bool:
    """ "Most Danes support the ban": what a share of a people thinks is nothing that they do."""
    return told.type in OPINIONS and any(map(_is_share, told.actors))


def _is_share(actor: Token) -> bool:
    """ "most Danes", "70% of the young"."""
    of_percent = actor.dep_ == "pobj" and actor.head.lower_ == "of" and actor.head.head.ent_type_ == "PERCENT"
    return of_percent or any(part.lower_ in PROPORTIONS for part in actor.lefts)


def _only_describes(told: EventFrame) -> bool:
    """ "the drones delivered to Mali": a participle that says of nobody who did it."""
    is_participle = told.trigger.dep_ == "acl" and told.trigger.tag_ == "VBN"
    return is_participle and not told.actors and told.type not in DEEDS


def _by_nature(told: EventFrame) -> bool:
    """ "Snow blocked roads": what does it is neither an actor nor a matter that something is done to."""
    trigger = told.trigger
    if told.actors or told.type == "ASSAULT" or not _is_active(trigger):
        return False
    subjects = [child for child in trigger.lefts if child.dep_ == "nsubj"]
    own = (*told.coindexed, *told.recipients)
    return any(noun.pos_ == "NOUN" and noun not in own and _is_nature(noun) for noun in subjects)


def _is_active(trigger: Token) -> bool:
    return trigger.pos_ == "VERB" and not syntax.is_passive(trigger)


def _is_nature(noun: Token) -> bool:
    matters = wording.matters(noun)
    return not matters or any(matter.name.startswith("hazard") for matter in matters)


def _is_habit(trigger: Token) -> bool:
    """ "Diplomats often meet there": what is done again and again is no event."""
    if trigger.pos_ != "VERB" or tenses.tense(trigger) != "present" or trigger.tag_ == "VBG":
        return False
    return any(
        child.lower_ in modality.modality_words().habitual for child in trigger.children if child.dep_ == "advmod"
    )

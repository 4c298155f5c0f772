"""The type of an event by who does it to whom: what courts order is justice, what protesters block is protest."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from pipeline.components.grammar import labels, referents, syntax
from pipeline.components.plover import wording
from pipeline.components.plover.actor_kinds import (
    is_court,
    is_dealer,
    is_local_authority,
    is_national,
    is_powerful,
    is_protester,
)
from pipeline.components.plover.event_frame import EventFrame
from pipeline.components.plover.frames import violent_word
from pipeline.components.plover.lexicon import event_lexicon
from pipeline.components.plover.participants import is_human, is_joint
from pipeline.domain import EventType

BUDGETS = frozenset({"aid", "finance", "funding", "scheme"})
"""What a public body spends."""
RULED: frozenset[EventType] = frozenset({"ACCUSE", "COERCE", "CONCEDE", "LAW", "REJECT", "REQUEST", "SANCTION"})


def as_meant(told: EventFrame) -> EventFrame:
    """What a court orders or bars is justice, unless to those in power; what protesters destroy or block is protest.

    A politician's attack on another, without any word of violence, is one of words.
    """
    told = replace(told, actors=_besides_labels(told), recipients=_besides_actors(told))
    if told.type in RULED and any(map(is_court, told.actors)) and not _is_political(told):
        return replace(told, type="JUSTICE", mode=None, plain=True)
    if told.type == "REQUEST" and _is_order_to_pay(told):
        return replace(told, type="JUSTICE", plain=True)
    if told.type == "SANCTION" and _is_cut_at_home(told):
        return replace(told, type="LAW", recipients=(), plain=True)
    if told.type == "MOBILIZE" and _is_made_by_firms(told):
        return replace(told, type="BUSINESS", plain=True)
    if told.type == "SANCTION" and _is_between_towns(told):
        return replace(told, type="BUSINESS", actors=(), plain=True)
    if told.type == "LAW" and any(map(_is_foreign_state, told.recipients)):
        return replace(told, type="SANCTION", plain=True)
    if _is_in_protest(told) or _is_by_protesters(told):
        return replace(told, type="PROTEST")
    return replace(told, type="ACCUSE") if _is_attack_in_words(told) else told


def _is_order_to_pay(told: EventFrame) -> bool:
    """ "was ordered to pay $3 million": nobody but a court is left unsaid so."""
    clauses = (child for child in told.trigger.rights if child.dep_ == "xcomp" and child.lemma_ == "pay")
    return not told.actors and any(wording.is_money(sum_) for clause in clauses for sum_ in clause.subtree)


def _is_cut_at_home(told: EventFrame) -> bool:
    """ "The school board slashed $7 million", "the state reduced funding for schools": a budget, and no other state.

    What is withheld from others is a sanction: "Norway cut aid to Chad", "the mayor froze the rebels' accounts".
    """
    cut = {matter.name for noun in (*told.coindexed, *told.recipients) for matter in wording.matters(noun)}
    parties = (*told.actors, *told.recipients)
    is_budget = bool(cut & BUDGETS) or any(map(wording.is_money, told.coindexed))
    is_local = bool(told.actors) and all(map(is_local_authority, told.actors))
    return is_budget and is_local and not any(map(is_national, parties))


def _is_made_by_firms(told: EventFrame) -> bool:
    """ "The company will launch the rocket", "engineers built the satellite": no state shows what arms it has."""
    matters = {matter.name for noun in told.coindexed for matter in wording.matters(noun)}
    of_business = bool(matters & {"mission", "spacecraft"})
    return of_business and bool(told.actors) and all(is_dealer(a) and not is_national(a) for a in told.actors)


def _is_between_towns(told: EventFrame) -> bool:
    """ "Trains between Lodz and Krakow were suspended": towns are where a service runs, and not who suspends it."""
    are_towns = all(actor.ent_type_ == "GPE" and not is_national(actor) for actor in told.actors)
    return bool(told.actors) and are_towns and not told.recipients and syntax.is_passive(told.trigger)


def _is_in_protest(told: EventFrame) -> bool:
    """ "blocked the road in protest"."""
    occasions = {noun.lower_ for noun in syntax.under(told.trigger, {"in"})}
    return told.type in ("ASSAULT", "COERCE", "REJECT") and not occasions.isdisjoint({"protest", "protests"})


def _is_by_protesters(told: EventFrame) -> bool:
    """ "demonstrators threw stones", "strikers blocked the port"."""
    is_thrown = told.type == "ASSAULT" and bool(told.coindexed)
    return (is_thrown or told.type in ("COERCE", "REJECT")) and any(map(is_protester, told.actors))


def _is_attack_in_words(told: EventFrame) -> bool:
    """ "the senator hit back at the minister": one person's attack where nothing in the sentence is violent, or where
    it is said to be made in words: "attacked the police for their silence".
    """
    own = (told.trigger, *told.coindexed)
    if told.type != "ASSAULT" or len(told.actors) > 1 or any(map(is_joint, told.actors)):
        return False
    is_named = any(actor.ent_type_ == "PERSON" for actor in told.actors) or (not told.actors and _is_ones_own(own))
    is_worded = _is_worded(told.trigger)
    if not is_named and not (is_worded and any(map(_speaks, told.actors))):
        return False
    if not any(word.lemma_.lower() in event_lexicon().classes.attacks for word in own):
        return False
    return is_worded or not any(violent_word(word) for word in told.trigger.sent if word not in own)


def _is_ones_own(words: tuple[Token, ...]) -> bool:
    """ "repeated his attacks on the panel"."""
    return any(part.lower_ in ("her", "his") for word in words for part in word.lefts if part.tag_ == "PRP$")


def _speaks(actor: Token) -> bool:
    """ "The mayor", not "the army" nor "the leaders"."""
    classes = event_lexicon().classes
    offices = classes.legislators | classes.officials | classes.speakers | classes.rulers
    return actor.tag_ == "NN" and is_human(actor) and actor.lemma_.lower() in offices


def _is_worded(attack: Token) -> bool:
    """ "attacked them as corrupt", "over the cuts", "in a speech"; not "for two hours"."""
    classes = event_lexicon().classes
    if any(child.lower_ in ("as", "over") and child.dep_ == "prep" for child in attack.rights):
        return True
    reasons = (noun for noun in syntax.under(attack, {"for"}) if noun.ent_type_ not in labels.TIMES)
    if any(noun.lemma_ != "time" for noun in reasons):
        return True
    return any(noun.lemma_.lower() in classes.occasions for noun in syntax.under(attack, {"at", "during", "in", "on"}))


def _is_foreign_state(party: Token) -> bool:
    """ "banned Chadian planes": a law against another people is a sanction."""
    return party.ent_type_ in labels.NATIONS


def _is_political(told: EventFrame) -> bool:
    """Done by a court that is told by its state, "a Kenyan court", or to a state or those in power."""
    ruled = [party for party in told.recipients if not is_court(party)]
    foreign = any(is_national(actor) for actor in told.actors if actor.pos_ != "PROPN")
    return foreign or any(party.ent_type_ in labels.NATIONS or is_powerful(party) for party in ruled)


def _besides_labels(told: EventFrame) -> tuple[Token, ...]:
    """ "Coroner: Man died of cold": who stands before the colon of a headline only says so."""
    doc = told.trigger.doc
    ends = (actor.right_edge.i + 1 for actor in told.actors if actor.i < told.trigger.i)
    labels = {end for end in ends if end < told.trigger.i and (doc[end].text == ":" or doc[end - 1].text == ":")}
    others = tuple(actor for actor in told.actors if actor.right_edge.i + 1 not in labels)
    return others or told.actors


def _besides_actors(told: EventFrame) -> tuple[Token, ...]:
    """Nobody deals with oneself: "they" under a verb are as a rule its doers again."""
    others = (party for party in told.recipients if not any(referents.are_coreferent(a, party) for a in told.actors))
    return tuple(party for party in others if told.type != "JUSTICE" or not _says_where(party))


def _says_where(part: Token) -> bool:
    """ "reversed a Mercer County conviction": where somebody was convicted."""
    return part.ent_type_ == "GPE" and part.dep_ in labels.COMPOUNDED

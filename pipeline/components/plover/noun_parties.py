"""Actor and recipient of a noun that tells of an event."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.components.grammar import labels, syntax
from pipeline.components.plover import roles, wording
from pipeline.components.plover.participants import acting, is_actor, is_several, is_weighty
from pipeline.domain import EventType

SENT: frozenset[EventType] = frozenset({"ACCUSE", "AID", "ASSAULT", "REQUEST", "SUPPORT", "THREATEN"})
VISITED = ("to", "of", "in", "at", "with")
MET_IN = frozenset({"after", "at", "during", "following", "in"})
HELD_WITH = ("with", "to", "on", "for")


def parties(noun: Token, mutual: bool = False) -> tuple[list[Token], list[Token]]:
    """Actor and recipient of an event noun: "Kim's visit to Russia", "talks between A and B", "an attack by X on Y".

    What is ``mutual``, as talks are, is held with somebody: what it is about, or where, only counts if it can act.
    """
    between = acting(syntax.under(noun, {"between", "among"}))
    if between:
        return between, []
    doers = acting(syntax.under(noun, {"by"})) or _owners(noun) or _senders(noun) or _engaged(noun)
    if mutual:
        aimed = (found for p in HELD_WITH for found in [list(filter(is_actor, syntax.under(noun, {p})))] if found)
    else:
        towards = VISITED if wording.is_visit(noun) else (*roles.AIMED, "in", "between")
        aimed = (found for p in towards for found in [acting(syntax.under(noun, {p}))] if found)
    target = [noun_ for noun_ in next(aimed, []) if noun_ not in doers]
    struck = [] if target else list(filter(wording.names_scene, noun.lefts))
    if struck:
        return [doer for doer in doers if doer not in struck], struck
    if mutual and not target and noun.dep_ == "pobj" and doers == _engaged(noun):
        target = [party for party in syntax.patients(noun.head.head) if is_weighty(party) and party not in doers]
    return doers, target


def _senders(noun: Token) -> list[Token]:
    """ "aid from Spain", "attacks from either side": who does it, where the noun is no departure."""
    sent = any(matter.alone in SENT for matter in wording.matters(noun))
    return [sender for sender in syntax.under(noun, {"from"}) if is_actor(sender)] if sent else []


def _engaged(noun: Token) -> list[Token]:
    """Who is on or in it: "the president, on a visit to Estonia, opened", "in a phone call with Modi, he said"."""
    if noun.dep_ != "pobj":
        return []
    host = noun.head.head
    engaged = roles.actors(host) if host.pos_ == "VERB" else [host] if is_actor(host) else []
    return engaged if _takes_in(noun.head.lower_, noun, any(map(is_several, engaged))) else []


def _takes_in(preposition: str, noun: Token, joined: bool) -> bool:
    """Whether who is spoken of takes part; one man who speaks at a rally protests against nobody."""
    matters = [matter for matter in wording.matters(noun) if matter.alone is not None]
    if preposition in ("on", "during"):
        return any(matter.mode == "visit" or (matter.alone == "PROTEST" and joined) for matter in matters)
    return preposition in MET_IN and any(matter.alone == "CONSULT" for matter in matters)


def _owners(noun: Token) -> list[Token]:
    before = [child for child in noun.lefts if child.dep_ in labels.PREMODIFIERS]
    for kind in ("poss", "nmod", "compound", "amod"):
        owners = [owner for child in before if child.dep_ == kind for owner in syntax.conjuncts(child)]
        named = [owner for owner in owners if _possesses(owner)]
        if named:
            return named
    return []


def _possesses(owner: Token) -> bool:
    if owner.ent_type_ in labels.ACTORS:
        return True
    return owner.dep_ == "poss" and owner.tag_ != "PRP$" and is_actor(owner)

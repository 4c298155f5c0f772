"""Whom a protest is against."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.components.grammar import syntax
from pipeline.components.plover import harms, noun_parties, roles, wording
from pipeline.components.plover.participants import acting
from pipeline.domain import EventType
from pipeline.lexicons.predicates import event_words

AIMS: frozenset[EventType] = frozenset({"ACCUSE", "REJECT", "REQUEST"})


def targets_of_protest(word: Token) -> list[Token]:
    """Whom a protest is against, rather than where it is: "against", "over", "to demand that", "calling for"."""
    doers = set(roles.doers_of(word)) if word.pos_ == "VERB" else set()
    front = [noun for noun in syntax.under(word, {"in"}) if noun.lower_ == "front"]
    aims = [_blamed(syntax.under(word, {preposition})) for preposition in harms.GROUNDS]
    aims += [acting(syntax.under(noun, {"of"})) for noun in front]
    clauses = [child for child in word.rights if child.dep_ in ("advcl", "xcomp", "acl") and _is_aim(child)]
    aims += [acting(nouns) for clause in clauses for nouns in roles.within_clause(clause)]
    apart = {*doers, *(party for each in (word, *clauses) for party in harms.victims(each))}
    aims = [[party for party in found if party not in apart and party.tag_ != "PRP$"] for found in aims]
    return next(filter(None, aims), [])


def _blamed(grounds: list[Token]) -> list[Token]:
    """Who acts in what a protest is over: in "the killing of a student by police" the police."""
    return acting(
        party for noun in grounds for party in (noun_parties.parties(noun)[0] if harms.is_harm(noun) else [noun])
    )


def _is_aim(clause: Token) -> bool:
    """ "to demand that they go", "calling for"; not "leaving many stranded", nor "before police came"."""
    if clause.tag_ != "VBG":
        return any(child.tag_ == "TO" for child in clause.lefts)
    families = (entry.family for entry in wording.entries(clause, event_words().families))
    return any(family is not None and family.type in AIMS for family in families)

"""What a verb tells by itself, or by what it is done to."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from spacy.tokens import Token

from pipeline.components import syntax
from pipeline.components.plover import nouns, roles, wording
from pipeline.components.plover.lexicon import Family, Phrased, lexicon
from pipeline.components.plover.participants import acting, is_actor, is_armed, is_place, is_several, is_weighty
from pipeline.components.plover.telling import Telling
from pipeline.domain import PloverMode, PloverType

PLACED: frozenset[PloverType] = frozenset(
    {"AID", "ASSAULT", "COERCE", "CONCEDE", "MOBILIZE", "PROTEST", "REQUEST", "RETREAT", "SANCTION", "THREATEN"}
)
PREPOSITIONS = frozenset({*roles.AIMED, "by", "between", "in"})
COUNTS = frozenset({"CARDINAL", "QUANTITY"})


def told_by(verb: Token) -> Telling | None:
    """The event of a verb: what it does to a matter, or what its family says; the longest wording wins."""
    found = _by_matter(verb)
    for entry in wording.entries(verb, lexicon().families):
        family = entry.family
        if family is None or (found is not None and not (_is_phrase(entry) or _names_matter(family))):
            continue
        told = wording.objects(verb, entry.rest)
        if fits(verb, family, told):
            return _of_family(verb, family, entry)
    return found


def _is_phrase(entry: Phrased) -> bool:
    """ "fire at" is just the verb and where it leads; "take into custody" and "back down" are words of their own."""
    return entry.particle is not None or not PREPOSITIONS.issuperset(entry.rest)


def _names_matter(family: Family) -> bool:
    return bool(family.object - {"actor", "target", "none", "any"})


def fits(verb: Token, family: Family, told: list[Token]) -> bool:
    """Whether the clause has what the frame of the family asks for."""
    if family.requires and not family.about and not family.requires & wording.reach(verb):
        return False
    if family.complement and not any(child.dep_ in ("xcomp", "ccomp") for child in verb.children):
        return False
    if family.violent and not _violent(verb, told):
        return False
    if family.armed and not any(map(is_armed, roles.actors(verb))):
        return False
    if family.ambiguous and not _meant(verb):
        return False
    if family.about and not any(
        _is(noun, about) for noun in _told_about(verb, family.requires) for about in family.about
    ):
        return False
    if family.notable and not any(is_weighty(noun) for noun in told):
        return False
    if family.collective and not any(
        is_several(actor) or actor.lemma_.lower() in lexicon().bodies for actor in roles.actors(verb)
    ):
        return False
    if family.military and not roles.actors(verb):
        return False
    return (
        not family.object
        or any(_is(noun, wanted) for wanted in family.object for noun in told)
        or ("none" in family.object and not told)
    )


def _is(noun: Token, wanted: str) -> bool:
    return _is_itself(noun, wanted) or (wording.core(noun) != noun and _is_itself(wording.core(noun), wanted))


def _is_itself(noun: Token, wanted: str) -> bool:
    if wanted == "any":
        return True
    if wanted == "actor":
        return is_actor(noun) or noun.ent_type_ in COUNTS
    if wanted == "state":
        return noun.ent_type_ in ("GPE", "NORP") or noun.lemma_.lower() in (
            "government",
            "independence",
            "republic",
            "state",
        )
    if wanted == "target":
        return is_actor(noun) or is_place(noun) or noun.lemma_.lower() in lexicon().actors.targets
    if wanted == "destination":
        return is_actor(noun) or is_place(noun) or noun.lemma_.lower() in lexicon().actors.destinations
    return any(matter.name == wanted for matter in wording.matters(noun))


def _violent(verb: Token, told: list[Token]) -> bool:
    """Someone does it, or to someone: no accident, no illness, no fight against a disease."""
    idioms = lexicon().idioms
    clauses = [child for child in verb.children if child.dep_ == "advcl"]
    causes = [noun for clause in (verb, *clauses) for noun in syntax.subjects(clause) if noun not in told]
    causes += syntax.under(verb, {"by", "in", "of", "from", "after", "against", "over"})
    if any(cause.lemma_.lower() in idioms.accidents | idioms.causes for cause in causes):
        return False
    return not any(thing.lemma_.lower() in idioms.causes for thing in told)


def _meant(verb: Token) -> bool:
    """ "killed", "hit" and "hurt" are an assault if someone does it, or if other words of the sentence tell of one."""
    if roles.actors(verb):
        return True
    return any(_violent_word(word) for word in verb.sent if word != verb)


def _violent_word(word: Token) -> bool:
    if word.pos_ == "NOUN":
        return any("ASSAULT" in (matter.alone, *matter.types.values()) for matter in wording.matters(word))
    if word.pos_ != "VERB":
        return False
    families = (entry.family for entry in wording.entries(word, lexicon().families))
    return any(family.type == "ASSAULT" and not family.ambiguous for family in families if family is not None)


def _told_about(verb: Token, prepositions: Collection[str]) -> list[Token]:
    """What the prepositions lead to, and the nouns of a clause that is told: "warned that an attack would mean war"."""
    told = [noun for preposition in prepositions for noun in roles.under_or_nested(verb, preposition)]
    clauses = [child for child in verb.rights if child.dep_ == "ccomp"]
    return told + [word for clause in clauses for word in clause.subtree if word.pos_ == "NOUN"]


def _of_family(verb: Token, family: Family, entry: Phrased) -> Telling:
    actors = roles.actors(verb)
    prepositions = (*entry.rest[-1:], *family.recipients)
    if family.reciprocal:
        recipients = roles.directly(verb, prepositions)
    else:
        recipients = roles.recipients(verb, prepositions, _moved(verb, family))
    if not recipients and family.type != "REQUEST":
        recipients = _placed(family.type, family.mode, verb)
    covers = [noun for noun in wording.objects(verb, entry.rest) if wording.matters(noun) or nouns.type_of(noun)]
    return Telling(family.type, verb, tuple(actors), tuple(recipients), family.mode, tuple(covers))


def _placed(kind: PloverType, mode: PloverMode | None, *words: Token) -> list[Token]:
    """The place that stands for those who live there, in types that are done to a place."""
    if kind not in PLACED and mode != "visit":
        return []
    return next((found for word in words if (found := roles.located(word))), [])


def _moved(verb: Token, family: Family) -> list[Token]:
    """What a family does something to without its being the recipient: troops, claims, offices."""
    if family.type != "MOBILIZE":
        return []
    return [part for thing in direct_objects(verb) for part in (thing, wording.core(thing))]


def direct_objects(verb: Token) -> list[Token]:
    """What is given or sent, without whom it is given to."""
    if syntax.is_passive(verb):
        return syntax.patients(verb)
    return [noun for child in verb.children if child.dep_ == "dobj" for noun in syntax.conjuncts(child)]


def _by_matter(verb: Token) -> Telling | None:
    for entry in wording.entries(verb, lexicon().doings):
        for noun in [*wording.objects(verb, entry.rest), *_subject_matter(verb)]:
            found = nouns.under_doing(verb, noun, entry.doing or "")
            if found is not None:
                told = _with_parties(verb, noun, found)
                if entry.doing == "admit":
                    told = replace(told, recipients=(noun,))
                if entry.doing == "receive":
                    told = replace(
                        told, actors=tuple(acting(roles.under_or_nested(verb, "from"))), recipients=told.actors
                    )
                return replace(told, trigger=noun, covers=(verb,)) if entry.doing == "announce" else told
    return None


def _subject_matter(verb: Token) -> list[Token]:
    """ "Talks resumed", "the curfew was lifted": of a verb without objects its subject is what goes on."""
    return [] if syntax.patients(verb) else [noun for noun in syntax.subjects(verb) if not is_actor(noun)]


def _with_parties(verb: Token, noun: Token, found: nouns.NounType) -> Telling:
    doers, targets = roles.parties(noun)
    actors = [actor for actor in roles.actors(verb) if actor != noun and not noun.is_ancestor(actor)]
    inner = [party for party in doers if party not in actors]
    things = [noun, *(direct_objects(verb) if noun in direct_objects(verb) else ())]
    moved = [part for thing in things for part in (thing, wording.core(thing))]
    recipients = roles.recipients(verb, ("to", "with", "on", "against", "from"), moved)
    if not actors:
        actors, inner = inner, []
    nearest = (recipients, targets) if noun in things[1:] or noun in syntax.patients(verb) else (targets, recipients)
    recipients = [party for party in (nearest[0] or nearest[1] or inner) if party not in actors]
    return Telling(
        found.type,
        verb,
        tuple(actors),
        tuple(recipients or _placed(found.type, found.mode, verb, noun)),
        found.mode,
        (noun,),
    )

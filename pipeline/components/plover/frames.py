"""Whether a clause has what the frame of a verb family asks for."""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Token

from pipeline.components.grammar import labels, noun_phrases, syntax
from pipeline.components.plover import contests, roles, wording
from pipeline.components.plover.actor_kinds import is_armed, is_force, is_government, is_official, is_troops
from pipeline.components.plover.lexicon import event_lexicon
from pipeline.components.plover.noun_classes import is_of_class
from pipeline.components.plover.participants import is_actor, is_name, is_several, is_weighty
from pipeline.domain import EventType
from pipeline.lexicons.predicates import event_words
from pipeline.lexicons.predicates.events import Family, Frame

DEEDS: frozenset[EventType] = frozenset({"ASSAULT", "COERCE"})
OPINIONS: frozenset[EventType] = frozenset({"ACCUSE", "SUPPORT"})
LIFELESS = frozenset({"change of figures", "figure", "product", "result"})
"""Classes of nouns that do nothing to anybody; so does, it is taken, a noun of no class that is known as nobody."""
AGENTIVE = ("er", "ers", "ian", "ians", "ist", "ists", "man", "men")
"""How words for people end, those that no lexicon has."""


def fits(verb: Token, family: Frame, told: list[Token]) -> bool:
    """Whether words, doers and objects of the clause are those of the frame; ``told`` are its objects."""
    if family.passive and not syntax.is_undergone(verb):
        return False
    if family.titled and not any(map(_gives_title, verb.rights)):
        return False
    if family.sporting and not contests.is_played(verb):
        return False
    if family.electoral and not contests.is_of_election(verb):
        return False
    if isinstance(family, Family) and not _is_done_by_somebody(verb, family):
        return False
    if not (_has_words(verb, family) and _has_object(verb, family, told) and _has_doers(verb, family)):
        return False
    return _is_violence(verb, family, told) and (not family.ambiguous or _meant(verb))


def _is_done_by_somebody(verb: Token, family: Family) -> bool:
    """Whether an opinion is of others, and a deed none of things: "demand overwhelmed the shops"."""
    if family.type in OPINIONS:
        return not is_reflexive(verb)
    if family.type not in DEEDS or family.undergone or syntax.is_undergone(verb):
        return True
    return not any(map(_is_lifeless, roles.doers_of(verb)))


def _is_lifeless(subject: Token) -> bool:
    """ "Demand", "the decline of coal": no attacker, no weapon and no rule."""
    if subject.pos_ != "NOUN" or is_actor(subject) or is_force(subject) or subject.lower_.endswith(AGENTIVE):
        return False
    if any(map(is_actor, syntax.under(subject, {"of"}))):
        return False
    return all(matter.name in LIFELESS for matter in wording.matters(subject))


def is_reflexive(verb: Token) -> bool:
    """ "defended himself", "is angry with herself": what somebody thinks of oneself is said to nobody."""
    near = [*verb.rights, *(noun for child in verb.rights for noun in syntax.objects_of_preposition(child))]
    return any(noun.pos_ == "PRON" and noun.lower_.endswith(("self", "selves")) for noun in near)


def _is_violence(verb: Token, family: Frame, told: list[Token]) -> bool:
    """Whether violence, if the frame tells of it, is that of people, and against people."""
    on_animals = bool(told) and all(is_of_class(noun, "animal") for noun in told)
    if _is_assault(family) and (on_animals or _by_animal(verb)):
        return False
    return not family.violent or _violent(verb, told)


def _is_assault(family: Frame) -> bool:
    return isinstance(family, Family) and family.type == "ASSAULT"


def _gives_title(child: Token) -> bool:
    """ "named her director", "as director"; not "a student named Lewis", "a gorilla named Bokito"."""
    is_called = child.head.dep_ == "acl" and not is_official(child)
    if child.pos_ == "PROPN" and (child.ent_type_ == "PERSON" or is_called):
        return False
    if child.dep_ == "ccomp" and child.pos_ in labels.VERBAL:
        return False
    return child.dep_ in ("oprd", "attr", "ccomp") or (child.dep_ == "prep" and child.lower_ == "as")


def _completes(child: Token) -> bool:
    """A clause that the verb takes, or an infinitive that the parser takes for a purpose."""
    if child.dep_ in labels.COMPLEMENT_CLAUSES:
        return not _is_question(child)
    return child.dep_ == "advcl" and any(word.tag_ == "TO" for word in child.lefts)


def _is_question(clause: Token) -> bool:
    """ "asked him | if he was ill", "asked her | how far it was", ""Who is it?" she asked them": no request."""
    first = clause.left_edge
    return (
        first.lower_ in ("if", "whether")
        or first.tag_ in syntax.RELATIVE_TAGS
        or "?" in clause.doc[first.i : clause.right_edge.i + 1].text
    )


def _has_words(verb: Token, family: Frame) -> bool:
    if family.complement and not any(map(_completes, verb.children)):
        return False
    if family.about:
        told = _told_about(verb, family.requires)
        return any(is_of_class(noun, about) for noun in told for about in family.about)
    return not family.requires or bool(family.requires & (wording.reach(verb) | _won(verb)))


def _won(verb: Token) -> frozenset[str]:
    """ "won the seat, | beating Silva": the objects of the clause whose outcome a verb tells."""
    above = verb.head.head if verb.dep_ == "acl" and verb.head.dep_ == "dobj" else verb.head
    outcome = verb.dep_ in ("acl", "advcl") and verb.tag_ == "VBG" and verb.i > above.i
    return frozenset(noun.lemma_.lower() for noun in syntax.patients(above)) if outcome else frozenset()


def _has_object(verb: Token, family: Frame, told: list[Token]) -> bool:
    if family.official and not any(map(is_official, _speaking(verb, told))):
        return False
    if family.foreign and not any(map(_is_foreign, told)):
        return False
    if family.notable and not any(is_weighty(noun) and is_actor(noun) for noun in told):
        return False
    says = not family.complement and any(map(_is_told, verb.rights))
    is_bare = not told and not says
    if not family.object or ("none" in family.object and is_bare):
        return True
    return any(is_of_class(noun, wanted) for wanted in family.object for noun in told)


def _is_told(clause: Token) -> bool:
    """ "demonstrated | that it could": what a verb says stands for its object."""
    return clause.dep_ == "ccomp" and any(child.lower_ == "that" and child.dep_ == "mark" for child in clause.lefts)


def _speaking(verb: Token, told: list[Token]) -> list[Token]:
    """Doers, and people whom it is done to: the Queen's Hospital is no queen."""
    return [*roles.actors(verb), *(noun for noun in told if noun.ent_type_ not in ("ORG", "GPE", "FAC"))]


def _is_foreign(noun: Token) -> bool:
    """Whether someone's name is part of who it is: "Somali soldiers", and not a country's own recruits."""
    return is_actor(noun) and any(is_name(part) for part in noun_phrases.wording(noun))


def _has_doers(verb: Token, family: Frame) -> bool:
    if family.subject and not any(
        is_of_class(doer, wanted) for doer in roles.doers_of(verb) for wanted in family.subject
    ):
        return False
    if family.unarmed and any(map(is_force, roles.actors(verb))):
        return False
    if family.collective and family.unarmed and any(map(_keeps_order, roles.actors(verb))):
        return False
    asked = (family.government, family.armed, family.forces, family.collective, family.military)
    kinds = (is_government, is_armed, is_troops, _is_collective, is_actor)
    return all(any(map(kind, roles.actors(verb))) for kind, wanted in zip(kinds, asked, strict=True) if wanted)


def _keeps_order(actor: Token) -> bool:
    """ "The authorities shut down a street"."""
    return actor.pos_ == "NOUN" and actor.lemma_.lower() in event_lexicon().classes.authorities


def _is_collective(actor: Token) -> bool:
    return is_several(actor) or actor.lemma_.lower() in event_lexicon().bodies


def _violent(verb: Token, told: list[Token]) -> bool:
    """Someone does it, or to someone: no accident, no illness, no fight against a disease."""
    idioms = event_lexicon().classes
    clauses = [child for child in verb.children if child.dep_ == "advcl"]
    causes = [noun for clause in (verb, *clauses) for noun in syntax.subjects(clause) if noun not in told]
    causes += syntax.under(verb, {"after", "against", "by", "following", "from", "in", "of", "over"})
    if any(cause.lemma_.lower() in idioms.accidents | idioms.causes or wording.names_hazard(cause) for cause in causes):
        return False
    return not any(thing.lemma_.lower() in idioms.causes for thing in told)


def _by_animal(verb: Token) -> bool:
    animals = event_lexicon().classes.animals
    return any(doer.pos_ == "NOUN" and doer.lemma_.lower() in animals for doer in syntax.agents(verb))


def _meant(verb: Token) -> bool:
    """ "killed", "hit" and "hurt" are an assault if someone does it, or if other words of the sentence tell of one."""
    if roles.actors(verb):
        return True
    return any(violent_word(word) and not _is_accident(word) for word in verb.sent if word != verb)


def _is_accident(word: Token) -> bool:
    """ "a ship | struck a bridge": what vehicles and hazards do is nobody's violence."""
    return word.pos_ == "VERB" and any(
        is_of_class(doer, thing) for doer in syntax.agents(word) for thing in ("craft", "hazard")
    )


def violent_word(word: Token) -> bool:
    """Whether a word tells of violence by itself."""
    if word.pos_ == "NOUN":
        return any("ASSAULT" in (matter.alone, *matter.types.values()) for matter in wording.matters(word))
    if word.pos_ != "VERB":
        return False
    families = (entry.family for entry in wording.entries(word, event_words().families))
    return any(family.type == "ASSAULT" and not family.ambiguous for family in families if family is not None)


def _told_about(verb: Token, prepositions: Collection[str]) -> list[Token]:
    """What the prepositions lead to, and the nouns of a clause that is told: "warned that an attack would mean war"."""
    told = [noun for preposition in prepositions for noun in roles.under_or_nested(verb, preposition)]
    clauses = [child for child in verb.rights if child.dep_ == "ccomp"]
    return told + [word for clause in clauses for word in clause.subtree if word.pos_ == "NOUN"]

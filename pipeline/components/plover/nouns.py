"""What an event noun tells: "Kim's visit to Russia", "the suspension of air links", "talks between A and B"."""

from __future__ import annotations

from typing import NamedTuple

from spacy.tokens import Token

from pipeline.components.grammar import labels, syntax
from pipeline.components.grammar.traits import has_trait
from pipeline.components.plover import noun_parties, roles, wording
from pipeline.components.plover.actor_kinds import is_government
from pipeline.components.plover.event_frame import EventFrame
from pipeline.components.plover.frames import violent_word
from pipeline.components.plover.lexicon import NEWS, event_lexicon
from pipeline.components.plover.participants import acting, is_actor, is_human
from pipeline.domain import EventType, PloverMode
from pipeline.lexicons.predicates import event_words
from pipeline.lexicons.predicates.events import Acting, Matter

AT = frozenset({"against", "at", "on", "toward", "towards", "upon"})
FEWEST_OF_MARKET = 2
LIKENED = frozenset({"like", "under"})
SHOT = frozenset({"exchange", "open", "return", "set", "trade"})
OF_PEOPLE: frozenset[EventType] = frozenset({"PERSONNEL", "RETREAT"})
WRAPPING = frozenset({"hold", "announce", "express", "promise"})


class NounType(NamedTuple):
    """The PLOVER type and mode of an event noun."""

    type: EventType
    mode: PloverMode | None

    def is_mutual(self) -> bool:
        """Whether it is done with somebody, as talks are and visits are not."""
        return self.type in ("CONSULT", "COOPERATE") and self.mode != "visit"


def type_of(noun: Token) -> NounType | None:
    """The type of a noun that is an event by itself: what is done to its matter, or the matter alone."""
    for doing, content in wording.done(noun):
        if found := _of_matters(content, doing):
            return found
    for matter in wording.matters(noun):
        if matter.alone is not None:
            return NounType(matter.alone, matter.mode)
    return None


def under_doing(verb: Token, noun: Token, doing: str) -> NounType | None:
    """What it tells to do something to the noun: "lifted the curfew"; holding an event is the event itself."""
    matter = next((matter for matter in wording.matters(noun) if doing in matter.types), None)
    if matter is not None and matter.unaimed is not None and not _is_aimed(verb, noun):
        return NounType(matter.unaimed, None)
    if matter is not None and matter.by_state and not any(map(is_government, roles.actors(verb))):
        return None
    if doing in ("cancel", "end") and _is_journey_of_one(noun):
        return None
    is_held = doing == "hold" and _is_disaster(noun)
    if has_trait(verb, "naming") and (is_held or _is_described(verb, noun)):
        return None
    if _is_disaster(noun) and is_figure(noun):
        return None
    if found := _of_matters(noun, doing):
        is_own = found.type == "SANCTION" and _is_own_journey(noun)
        is_of_goods = found.type in OF_PEOPLE and _is_of_thing(noun)
        return None if is_own or is_of_goods else found
    alone = type_of(noun) if doing in WRAPPING else None
    return None if doing != "hold" and _is_disaster(noun) else alone


def _is_described(verb: Token, noun: Token) -> bool:
    """ "declared the release significant", "called the test a crime": what a verb says of something does nothing to it.

    Nor is what bears a name held by who gives it: "a group called "Dawn"".
    """
    if noun.dep_ in labels.SUBJECTS and noun.head.head == verb:
        return True
    names = [child for head in (verb, noun) for child in head.rights if child.dep_ in ("acomp", "appos", "oprd")]
    quoted = any(word.tag_ in labels.QUOTES for word in verb.doc[verb.i + 1 : verb.i + 2])
    return quoted or any(name.head == verb or name.left_edge.tag_ in labels.QUOTES for name in names)


def _is_disaster(noun: Token) -> bool:
    found = type_of(noun)
    return found is not None and found.type == "DISASTER"


def _is_aimed(verb: Token, noun: Token) -> bool:
    """Whether what is fired is fired at someone: "at Israel", "into Israel", not "into the sea"."""
    goals = (goal for word in (verb, noun) for goal in syntax.under(word, AT))
    if any(goal.ent_type_ not in labels.TIMES for goal in goals):
        return True
    return any(is_actor(goal) for word in (verb, noun) for goal in syntax.under(word, {"into"}))


def _is_of_thing(noun: Token) -> bool:
    """ "the promotion of soap", "the release of funds": nobody's office, and nobody who goes free; forces are."""
    parts = syntax.under(noun, {"of"})
    are_arms = any(matter.name in ("arms", "forces", "weapons") for part in parts for matter in wording.matters(part))
    return bool(parts) and not are_arms and not acting(parts)


def _is_own_journey(noun: Token) -> bool:
    """ "Lavrov's flight": one person's flight that is called off cuts no links."""
    flown = any(matter.name == "flight" for matter in wording.matters(noun))
    return flown and any(owner.ent_type_ == "PERSON" for owner in syntax.possessors(noun))


def _is_journey_of_one(noun: Token) -> bool:
    """ "Lavrov's flight was called off": a journey, and no link between two states."""
    personal = any(owner.ent_type_ == "PERSON" or owner.tag_ == "PRP$" for owner in syntax.possessors(noun))
    return personal and noun.lemma_.lower() == "flight"


def _of_matters(noun: Token, doing: str) -> NounType | None:
    for matter in wording.matters(noun):
        if doing in matter.types:
            kind = matter.types[doing]
            return NounType(kind, matter.mode if kind == matter.alone else None)
    return None


def match_noun(noun: Token) -> EventFrame | None:
    """The event of a noun that says whose it is or to whom it is done."""
    found = type_of(noun)
    if found is None:
        return None
    if found.type in NEWS and (noun.dep_ == "compound" or is_figure(noun) or _grades_adjective(noun)):
        return None
    if found.type in OF_PEOPLE and _is_of_thing(noun):
        return None
    if found.type in NEWS:
        return _of_news(noun, found)
    actors, recipients = noun_parties.parties(noun, found.is_mutual())
    if found.is_mutual() and not actors:
        actors, recipients = recipients, []
    covered = tuple(content for _, content in wording.done(noun))
    recipients = recipients or ([] if found.is_mutual() else roles.located(noun))
    return EventFrame(found.type, noun, tuple(actors), tuple(recipients), found.mode, covered, entry="event noun")


def is_figure(noun: Token) -> bool:
    """ "a deluge of bullets", "like wildfire", "an epidemic of raids": no hazards; outbreaks of an illness are."""
    above = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
    if above != noun and any(matter.alone == "ASSAULT" for matter in wording.matters(above)):
        return True
    hazards = [matter.name for matter in wording.matters(noun) if matter.name.startswith("hazard")]
    if not hazards:
        return False
    if "hazard outbreak" in hazards:
        return any((is_human(of) and not _is_illness(of)) or _is_strife(of) for of in syntax.under(noun, {"of"}))
    is_likened = (noun.dep_ == "pobj" and noun.head.lower_ in LIKENED) or _is_example(noun)
    is_shot = noun.dep_ == "dobj" and noun.head.lemma_ in SHOT
    if is_likened or is_shot or _is_idiom(noun) or _is_condition(noun) or _is_of_market(noun):
        return True
    return any(of.pos_ == "NOUN" and not of.ent_type_ for of in syntax.under(noun, {"of"}))


def _grades_adjective(noun: Token) -> bool:
    """ "drought-free", "flood resistant": what something is proof against."""
    return noun.dep_ == "npadvmod" and noun.head.pos_ == "ADJ"


def _is_of_market(noun: Token) -> bool:
    """ "The crash sent the market down 500 points"."""
    is_crash = any(matter.name == "hazard crash" for matter in wording.matters(noun))
    words = {word.lemma_.lower() for word in noun.sent} if is_crash else set()
    return len(words & event_lexicon().classes.market) >= FEWEST_OF_MARKET


def _is_example(noun: Token) -> bool:
    """ "extreme weather such as floods and droughts": kinds, and none that happened."""
    first = noun
    while first.dep_ == "conj":
        first = first.head
    above = first.head
    is_kind = not any(child.dep_ in ("det", "poss", "nummod") for child in noun.lefts)
    return is_kind and first.dep_ == "pobj" and above.lower_ == "as" and above.i > 0 and above.nbor(-1).lower_ == "such"


def _is_illness(noun: Token) -> bool:
    return any(matter.name == "illness" for matter in wording.matters(noun))


def _is_idiom(noun: Token) -> bool:
    """ "by accident", "a recipe for disaster", "a political earthquake"."""
    figures = event_lexicon().classes.figures
    wordings = [f"{child.lower_} {noun.lemma_.lower()}" for child in noun.lefts if child.dep_ == "amod"]
    if noun.dep_ == "pobj":
        phrase = f"{noun.head.lower_} {noun.lemma_.lower()}"
        wordings += [phrase, f"{noun.head.head.lemma_.lower()} {phrase}"]
    return any(wording_ in figures for wording_ in wordings)


def _is_condition(noun: Token) -> bool:
    """ "fires fanned by strong winds": what only explains another hazard, as a matter of weather."""
    by = noun.head
    explains = noun.dep_ == "pobj" and by.dep_ == "agent" and by.head.dep_ == "acl"
    return explains and not any(child.dep_ in ("det", "poss", "nummod") for child in noun.lefts)


def _is_strife(noun: Token) -> bool:
    """ "fighting", "civil war": what may break out besides an illness."""
    itself = event_words().matters.get(syntax.lemma(noun), ())
    return violent_word(noun) or any("ASSAULT" in matter.types.values() for matter in itself)


def _matter_of(noun: Token, found: NounType) -> Matter:
    """The class that says so: of the noun itself, or of what it is done to ("the cancellation of the vote")."""
    told = (*wording.matters(noun), *(m for _, content in wording.done(noun) for m in wording.matters(content)))
    return next(matter for matter in told if found.type in (matter.alone, *matter.types.values()))


def _of_news(noun: Token, found: NounType) -> EventFrame:
    """ "the death of a singer", "the bank's bankruptcy", "a lawsuit by Corvo against Halden"."""
    matter = _matter_of(noun, found)
    role: Acting = matter.of
    owners = acting([*syntax.possessors(noun), *syntax.under(noun, {"of"})], ())
    doers, targets = acting(syntax.under(noun, {"by"}), ()), acting(syntax.under(noun, {"against"}), ())
    if role == "agent":
        doers = doers or owners
    elif role == "patient":
        targets = targets or owners
    return EventFrame(
        found.type,
        noun,
        tuple(doers),
        tuple(targets),
        found.mode,
        plain=True,
        happening=matter.name,
        entry=f"noun of {matter.name!r}",
    )

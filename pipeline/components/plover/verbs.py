"""What a verb tells by itself, or by what it is done to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Token

from pipeline.components.grammar import labels, syntax
from pipeline.components.plover import decisions, idioms, joint_deeds, nouns, protests, roles, support_verbs, wording
from pipeline.components.plover.actor_kinds import is_firm, is_national, is_powerful
from pipeline.components.plover.event_frame import EventFrame
from pipeline.components.plover.frames import fits
from pipeline.components.plover.governing import complement
from pipeline.components.plover.lexicon import BEFALLING, NEWS, event_lexicon
from pipeline.components.plover.participants import acting, is_actor, is_human, is_target
from pipeline.domain import EventType
from pipeline.lexicons.predicates import event_words
from pipeline.lexicons.predicates.events import Family, Phrased

AIMED_AT = frozenset({"at", "into", "on", "upon"})
PREPOSITIONS = frozenset({*roles.AIMED, "by", "between", "in"})

OWNERS = frozenset({"at", "by", "for", "in", "of"})
MADE_BY = frozenset({"by", "for"})
DEFERRED: frozenset[EventType] = frozenset({"BUSINESS", "ELECTION", "JUSTICE", "STATEMENT"})


def match_verb(verb: Token) -> EventFrame | None:
    """The event of a verb: what it does to a matter, or what its family says; the longest wording wins.

    What states and their bodies do is politics first, and ordinary news where PLOVER has no type for it.
    """
    entries = [entry for entry in wording.entries(verb, event_words().families) if _may_be(verb, entry)]
    if idioms.is_idiom(verb):
        return None
    found = support_verbs.match_verb(verb)
    political = _is_politics(verb, entries)
    for entry in entries:
        family = entry.family
        if family is None or _is_left_for_later(family, political):
            continue
        if found is not None and not _says_more(entry, family):
            continue
        if fits(verb, family, idioms.besides(_objects(verb, entry), entry)):
            return replace(_of_family(verb, family, entry), entry=f"family {family.name!r}")
    return (
        found or support_verbs.match_supply(verb) or joint_deeds.match_verb(verb) or _plainly(verb, entries, political)
    )


def as_news(verb: Token) -> EventFrame | None:
    """What a verb tells of ordinary news where it is no politics: "firefighters rescued a family"."""
    entries = [entry for entry in wording.entries(verb, event_words().families) if _may_be(verb, entry)]
    return None if idioms.is_idiom(verb) else _plainly(verb, entries, political=True)


def _may_be(verb: Token, entry: Phrased) -> bool:
    if entry.family is None or wording.leads_nowhere(verb, entry.rest):
        return False
    if entry.family.type != "STATEMENT" and wording.stands_aside(verb, entry.rest):
        return False
    return not (
        entry.family.type == "ASSAULT"
        and entry.rest
        and entry.rest[-1] in AIMED_AT
        and idioms.has_victim(verb, entry.rest[-1])
    )


def _is_politics(verb: Token, entries: Iterable[Phrased]) -> bool:
    """Whether a state or one of its bodies does what would be ordinary news of others."""
    may_defer = any(entry.family is not None and entry.family.type in DEFERRED for entry in entries)
    return may_defer and any(map(is_national, roles.actors(verb)))


def _is_left_for_later(family: Family, political: bool) -> bool:
    """What is told by its own words, and ordinary news of what a state does, come after all politics."""
    return family.plain or (political and family.type in DEFERRED)


def _plainly(verb: Token, entries: Iterable[Phrased], political: bool) -> EventFrame | None:
    """What the verb tells by its own words, where nothing says more: "seized the papers"."""
    for entry in entries:
        family = entry.family
        if family is None or not _is_left_for_later(family, political):
            continue
        if fits(verb, family, idioms.besides(_objects(verb, entry), entry)):
            return replace(_of_news(verb, family, entry), entry=f"family {family.name!r}")
    return None


def _objects(verb: Token, entry: Phrased) -> list[Token]:
    """What it is done to; of a verb that is only told in the passive, its subject: "was treated for burns"."""
    if entry.family is not None and entry.family.passive:
        return syntax.patients(verb)
    return wording.objects(verb, entry.rest)


def _says_more(entry: Phrased, family: Family) -> bool:
    """Whether a family tells more than what is done to a matter: it asks for one too, or has words of its own."""
    has_own_words = _is_phrase(entry) and family.object != {"none"}
    return has_own_words or family.foreign or _names_matter(family)


def _is_phrase(entry: Phrased) -> bool:
    """ "fire at" is just the verb and where it leads; "take into custody" and "back down" are words of their own."""
    return entry.particle is not None or not PREPOSITIONS.issuperset(entry.rest)


def _names_matter(family: Family) -> bool:
    return bool(family.subject or family.object - {"actor", "target", "none", "any"})


def _of_family(verb: Token, family: Family, entry: Phrased) -> EventFrame:
    if family.type in NEWS or family.plain:
        return _of_news(verb, family, entry)
    if family.undergone:
        return _undergone(verb, family, entry)
    actors = roles.actors(verb)
    led = () if family.type == "REQUEST" and entry.rest[-1:] == ("for",) else entry.rest[-1:]
    prepositions = (*led, *family.recipients)
    if family.reciprocal:
        recipients = idioms.besides(roles.directly(verb, prepositions), entry) or roles.partners(verb, prepositions)
    else:
        recipients = protests.targets_of_protest(verb) if family.type == "PROTEST" else _led_to(verb, entry)
        recipients = recipients or roles.recipients(verb, prepositions, _non_recipients(verb, family), family.type)
    recipients = [party for party in recipients if party.lemma_.lower() not in entry.rest]
    if not recipients and family.type != "REQUEST":
        recipients = support_verbs.placed(family.type, family.mode, verb)
    if family.mode == "visit":
        recipients = recipients or _sights(verb, actors)
        actors, recipients = (recipients, actors) if syntax.is_passive(verb) else (actors, recipients)
    covers = [noun for noun in wording.objects(verb, entry.rest) if wording.matters(noun) or nouns.type_of(noun)]
    if family.type == "REQUEST" and not covers and (content := complement(verb)) is not None:
        covers = [content]
    sides = tuple(actors), tuple(recipients)
    return EventFrame(family.type, verb, *sides, family.mode, tuple(covers), happening=family.happening)


def _sights(verb: Token, visitors: Iterable[Token]) -> list[Token]:
    """ "The premier visited the burnt area": where somebody in power goes, though it has no name."""
    if not any(map(is_powerful, visitors)):
        return []
    return [noun for noun in syntax.patients(verb) if noun.lemma_.lower() in event_lexicon().classes.destinations]


def _of_news(verb: Token, family: Family, entry: Phrased) -> EventFrame:
    """An event of ordinary news: those who do it and those to whom it is done, as far as they can act."""
    content = complement(verb) if family.complement else None
    things = idioms.besides(_objects(verb, entry), entry) or ([] if content is None else syntax.patients(content))
    people = [] if family.moves else [n for n in things if family.type != "LAW" or wording.core(n) == n]
    if family.type == "STATEMENT":
        people = list(filter(is_actor, people))
    patients = [noun for noun in acting(people, ()) if is_human(noun) or is_actor(noun)]
    patients = [noun for noun in patients if noun in people or _is_whose(noun, family)]
    patients = patients or [noun for noun in people if noun.lemma_ in event_lexicon().classes.authorities]
    if family.type in ("COERCE", "JUSTICE") and not patients:
        patients = list(filter(is_firm, things))
    if family.type == "JUSTICE":
        patients = patients or decisions.ruled_on(verb)
    if family.type not in BEFALLING:
        patients = patients or _led_to(verb, entry)
    if family.plain and not family.moves and family.type not in BEFALLING and not patients:
        patients = acting(things, ("of",))
    covers = tuple(noun for noun in things if wording.matters(wording.core(noun))) or (
        tuple(things) if family.plain else ()
    )
    covers = (*covers, *_matching_subjects(verb, family), *([] if content is None else [content]))
    told = EventFrame(family.type, verb, coindexed=covers, plain=True, happening=_happening(family, covers))
    if family.acts == "patient":
        return replace(told, actors=tuple(patients))
    if family.acts == "owner":
        return replace(told, actors=tuple(_owners(verb, family)), happening=_figure_moved(told, family))
    if family.acts == "nobody":
        causes = syntax.agents(verb)
        happening = _happening(family, (*causes, *covers))
        return replace(told, recipients=tuple(patients), coindexed=(*covers, *causes), happening=happening)
    actors = roles.actors(verb) or list(filter(is_firm, roles.doers_of(verb))) or _chambers(verb, family)
    reached = roles.partners(verb, family.recipients) if family.recipients else []
    recipients = tuple(noun for noun in patients or reached if noun not in actors)
    return replace(told, actors=tuple(actors), recipients=recipients)


def _is_whose(noun: Token, family: Family) -> bool:
    """Who is told with a thing as its owner, and not where it is: "a Leeds bakery"; what befalls it befalls nobody."""
    return family.type not in BEFALLING and not (noun.dep_ == "compound" and noun.ent_type_ == "GPE")


def _figure_moved(told: EventFrame, family: Family) -> str | None:
    """ "The franc fell", "stocks rose": what happens to one figure is not what happens to another."""
    figure = next((noun.lemma_ for noun in told.coindexed if noun.dep_ in labels.SUBJECTS), None)
    return f"{family.name}: {figure}" if figure and told.happening == family.name else told.happening


def _chambers(verb: Token, family: Family) -> list[Token]:
    """ "The bill was rejected in the Senate": the chamber that a law is passed in passes it."""
    if family.type != "LAW" or not syntax.is_passive(verb):
        return []
    return [noun for noun in syntax.under(verb, {"in"}) if noun.lemma_.lower() in family.requires]


def _owners(verb: Token, family: Family) -> list[Token]:
    """Whose figures, production or case it is: "the bank's profits", "sales at the chain"; no poll is of its place."""
    things, owned_by = roles.doers_of(verb), MADE_BY if family.type == "STATEMENT" else OWNERS
    return acting(
        [owner for thing in things for owner in (*syntax.possessors(thing), *syntax.under(thing, owned_by))], ()
    )


def _matching_subjects(verb: Token, family: Family) -> list[Token]:
    """The film of "the film opens in May", the figure of "sales fell": what the event is of, where nobody acts."""
    if not family.subject or family.acts == "nobody":
        return []
    return [noun for noun in roles.doers_of(verb) if family.acts == "owner" or not is_actor(noun)]


def _happening(family: Family, named: Iterable[Token]) -> str | None:
    """What happens, so that its mentions can be one: what the family says, a noun that names it, or the family."""
    if family.happening or family.type == "STATEMENT":
        return family.happening
    nouns_of_it = (matter.name for noun in named for matter in wording.matters(noun) if matter.alone == family.type)
    return next(nouns_of_it, family.name)


def _led_to(verb: Token, entry: Phrased) -> list[Token]:
    """ "came to the aid of Mali": whom the noun of a phrase leads to."""
    nouns_of_phrase = [word for word in verb.subtree if word.pos_ == "NOUN" and word.lemma_.lower() in entry.rest]
    return next((found for noun in nouns_of_phrase if (found := acting(syntax.under(noun, roles.AIMED)))), [])


def _undergone(verb: Token, family: Family, entry: Phrased) -> EventFrame:
    """ "came under fire from", "died in a raid by": its subject is whom it is done to."""
    if syntax.is_passive(verb):
        sufferers = acting(syntax.patients(verb))
        return EventFrame(family.type, verb, tuple(roles.actors(verb)), tuple(sufferers), plain=True)
    sufferers = roles.actors(verb) or list(filter(is_target, roles.doers_of(verb)))
    found = roles.recipients(verb, family.recipients, kind=family.type)
    doers = [noun for noun in found if noun.ent_type_ != "GPE" or noun.head.lower_ not in ("at", "in", "near")]
    covers = tuple(noun for noun in wording.objects(verb, entry.rest) if wording.matters(noun))
    return EventFrame(family.type, verb, tuple(doers), tuple(sufferers), family.mode, covers)


def _non_recipients(verb: Token, family: Family) -> list[Token]:
    """Patients of a verb that are no recipients of its event: troops, claims, offices."""
    if family.type != "MOBILIZE" and not family.moves:
        return []
    return [part for thing in support_verbs.direct_objects(verb) for part in (thing, wording.core(thing))]

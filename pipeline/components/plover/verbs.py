"""What a verb tells by itself, or by what it is done to."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.components.plover import dealings, nouns, roles, wording
from pipeline.components.plover.frames import fits
from pipeline.components.plover.lexicon import Family, Phrased, lexicon
from pipeline.components.plover.telling import Telling

PREPOSITIONS = frozenset({*roles.AIMED, "by", "between", "in"})


def told_by(verb: Token) -> Telling | None:
    """The event of a verb: what it does to a matter, or what its family says; the longest wording wins."""
    found = dealings.told_by(verb)
    for entry in wording.entries(verb, lexicon().families):
        family = entry.family
        if family is None or (found is not None and not _says_more(entry, family)):
            continue
        if wording.leads_nowhere(verb, entry.rest):
            continue
        if fits(verb, family, wording.objects(verb, entry.rest)):
            return _of_family(verb, family, entry)
    return found


def _says_more(entry: Phrased, family: Family) -> bool:
    """Whether a family tells more than what is done to a matter: it asks for one too, or has words of its own."""
    return _names_matter(family) or (_is_phrase(entry) and family.object != {"none"})


def _is_phrase(entry: Phrased) -> bool:
    """ "fire at" is just the verb and where it leads; "take into custody" and "back down" are words of their own."""
    return entry.particle is not None or not PREPOSITIONS.issuperset(entry.rest)


def _names_matter(family: Family) -> bool:
    return bool(family.object - {"actor", "target", "none", "any"})


def _of_family(verb: Token, family: Family, entry: Phrased) -> Telling:
    actors = roles.actors(verb)
    prepositions = (*entry.rest[-1:], *family.recipients)
    if family.reciprocal:
        recipients = roles.directly(verb, prepositions)
    else:
        recipients = roles.recipients(verb, prepositions, _moved(verb, family))
    if not recipients and family.type != "REQUEST":
        recipients = dealings.placed(family.type, family.mode, verb)
    covers = [noun for noun in wording.objects(verb, entry.rest) if wording.matters(noun) or nouns.type_of(noun)]
    return Telling(family.type, verb, tuple(actors), tuple(recipients), family.mode, tuple(covers))


def _moved(verb: Token, family: Family) -> list[Token]:
    """What a family does something to without its being the recipient: troops, claims, offices."""
    if family.type != "MOBILIZE":
        return []
    return [part for thing in dealings.direct_objects(verb) for part in (thing, wording.core(thing))]

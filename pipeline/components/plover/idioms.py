"""Verbs that tell of no event of theirs: idioms of the lexicon, and what a verb is to its own words."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.components.grammar import labels, syntax
from pipeline.components.plover import roles, wording
from pipeline.components.plover.frames import fits
from pipeline.components.plover.noun_classes import is_of_class
from pipeline.components.plover.participants import is_human
from pipeline.lexicons.predicates import event_words
from pipeline.lexicons.predicates.events import Phrased


def is_idiom(verb: Token) -> bool:
    """Another sense of the verb, which tells of no event: "fought to save", "was slated to", "blasted its way in"."""
    if _goes_its_way(verb):
        return True
    entries = wording.entries(verb, event_words().idioms)
    entries = [entry for entry in entries if not _has_own_object(verb, entry)]
    return any(e.idiom and fits(verb, e.idiom, besides(wording.objects(verb, e.rest), e)) for e in entries)


def _has_own_object(verb: Token, entry: Phrased) -> bool:
    """ "seized ships on suspicion", "seized on Monday": no "seized on a remark"."""
    aside = len(entry.rest) == 1 and entry.idiom is not None and not entry.idiom.passive
    has_object = any(child.dep_ in labels.UNDERGOERS for child in verb.children)
    is_led = aside and has_object and bool(syntax.under(verb, entry.rest))
    return is_led or wording.leads_nowhere(verb, entry.rest)


def _goes_its_way(verb: Token) -> bool:
    """ "talked her way into the building": a verb with one's way as object tells how somebody got there."""
    things = (child for child in verb.rights if child.dep_ == "dobj" and child.lower_ == "way")
    return verb.lemma_ != "make" and any(part.tag_ == "PRP$" for thing in things for part in thing.lefts)


def besides(told: list[Token], entry: Phrased) -> list[Token]:
    """What a phrase is done to, without its own words: the fire of "opened fire" is nothing attacked."""
    return [noun for noun in told if noun.lemma_.lower() not in entry.rest]


def has_victim(verb: Token, preposition: str) -> bool:
    """ "fired | the aide at a meeting", "a bear was shot at the zoo": what is done to somebody is aimed at nothing.

    Without anything behind its preposition it is aimed at them: "they were shot at", "was set upon by a mob".
    """
    return bool(roles.under_or_nested(verb, preposition)) and any(
        is_human(noun) or is_of_class(noun, "animal") for noun in syntax.patients(verb)
    )

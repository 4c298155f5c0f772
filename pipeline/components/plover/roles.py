"""Actor and recipient of a verb that tells of an event."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from spacy.tokens import Token

from pipeline.components.grammar import labels, motion_words, syntax
from pipeline.components.plover import wording
from pipeline.components.plover.lexicon import event_lexicon
from pipeline.components.plover.members import are_two_states, members_of
from pipeline.components.plover.participants import (
    PERSONS,
    acting,
    actors_of_phrase,
    actors_within,
    distinct,
    doing,
    is_actor,
    is_name,
    is_place,
    is_weighty,
)
from pipeline.components.plover.plans import is_of_others
from pipeline.components.plover.speakers import speaker_for
from pipeline.domain import EventType

AIMED = (
    "against", "with", "to", "on", "at", "from", "of", "for", "toward", "towards", "into", "over", "upon", "about",
    "along", "near", "off", "outside",
)  # fmt: skip
WHERE = ("in", "into", "at", "near", "around", "along", "across", "inside", "outside", "to", "off")
ASIDE = frozenset({"according", "due", "owing", "prior", "subject", "thanks"})
MEANWHILE = ("on", "during", "at")
REACHED = tuple(preposition for preposition in AIMED if preposition not in ("about", "from", "off", "over"))
ADDRESSING: frozenset[EventType] = frozenset({"ACCUSE", "REQUEST", "THREATEN"})
"""Where who acts in the clause below is blamed for it, asked to do so, or threatened."""
UNHELPFUL: frozenset[EventType] = frozenset({"ACCUSE", "ASSAULT", "COERCE", "REQUEST"})
"""What is not done "for" the one to whom it is done."""
CONDITIONS = frozenset({"to", "if", "unless", "until"})
CLAUSES = frozenset({"xcomp", "ccomp", "advcl", "pcomp", "acl"})


def actors(verb: Token) -> list[Token]:
    """Who does it: a pronoun is replaced by the speaker it stands for, "the first country to" by who that is."""
    judge = _judged_above(verb)
    judged = [] if judge is None else syntax.patients(judge)
    doers = judged if any(map(is_actor, judged)) else doers_of(verb)
    found = doing(doers) or [noun for noun in doers if _governs(noun) or noun.dep_ == "poss"]
    if found or not _borrows_doer(verb):
        return found
    above = syntax.governing_verb(verb.head)
    return actors(above) if above is not None else []


def _judged_above(verb: Token) -> Token | None:
    """The verb that judges somebody on the ground that a gerund gives.

    "Fined the firm | for dumping waste and hiding it", "praised them for leaving": what those did whom it is of.
    """
    first = verb
    while first.dep_ == "conj":
        first = first.head
    return first.head.head if first.dep_ == "pcomp" and first.head.lower_ == "for" else None


def _governs(noun: Token) -> bool:
    """ "the city", "the county": who acts where a place is run, and is none where it only lies."""
    known = noun.lemma_.lower() in event_lexicon().classes.authorities and not are_two_states(noun)
    return known and noun.dep_ in ("nsubj", "pobj")


def doers_of(verb: Token) -> list[Token]:
    """Whom a verb is said of, or an adjective through its copula."""
    if verb.dep_ == "acl" and any(child.tag_ == "TO" for child in verb.lefts):
        return _planners(verb.head)
    return resolve_pronouns(syntax.agents(verb.head if verb.dep_ == "acomp" else verb))


def _planners(noun: Token) -> list[Token]:
    """Who does what a noun says is to be done: "Cole's proposal to", "the firm announced plans to"."""
    owners = syntax.possessors(noun)
    own = any(child.tag_ == "PRP$" for child in noun.children)
    if owners and not own:
        return [owner for owner in owners if is_actor(owner) or owner.pos_ == "PROPN"]
    if noun.dep_ != "dobj" or noun.head.pos_ != "VERB" or is_of_others(noun):
        return []
    return resolve_pronouns(syntax.agents(noun.head))


def _borrows_doer(verb: Token) -> bool:
    """ "issued a statement demanding", "used gas to disperse": the doer is that of the verb above."""
    if verb.dep_ == "acl":
        return verb.tag_ == "VBG" and verb.head.dep_ in ("dobj", "pobj")
    own = [child for child in verb.lefts if child.dep_ in labels.SUBJECTS]
    return not own and verb.dep_ in ("xcomp", "advcl", "pcomp") and not syntax.is_undergone(verb)


def resolve_pronouns(nouns: list[Token]) -> list[Token]:
    return distinct(
        actor for noun in nouns for actor in (speaker_for(noun) or _predicated(noun) or members_of(noun) or [noun])
    )


def _predicated(noun: Token) -> list[Token]:
    return syntax.subjects(noun.head) if noun.dep_ == "attr" and noun.head.lemma_ in ("be", "become") else []


def recipients(
    verb: Token, prepositions: Sequence[str], moved: Collection[Token] = (), kind: EventType | None = None
) -> list[Token]:
    """Whom an event of a ``kind`` is done to: the first place around the verb that holds an actor who is not its doer.

    ``moved`` is what is given, sent or imposed; it may hold the recipient, but is none itself.
    """
    doers = set(doers_of(verb))
    for nouns in _around(verb, prepositions, kind):
        if found := _participants_in(nouns, doers, moved):
            return distinct(found)
    for nouns in _within(verb, prepositions):
        if found := [part for part in _participants_in(nouns, doers, moved) if _is_meant(part, nouns, kind)]:
            return distinct(found)
    return distinct(noun for noun in syntax.patients(verb) if _owned(noun) and is_actor(noun) and noun not in moved)


def _is_meant(party: Token, nouns: Collection[Token], kind: EventType | None) -> bool:
    """Whether somebody inside what a verb governs is its recipient: whoever is named, he or she, or who has power.

    Others only where they do what they are blamed for or asked to do, or get what is given: "urging that people |
    leave"; not "asked for tents to house the | sick", nor "agreed that it would help future | councils".
    """
    if _is_named(party):
        return True
    if party not in nouns:
        return False
    acts = party.dep_ in labels.SUBJECTS and party.head.dep_ in labels.COMPLEMENT_CLAUSES
    known = party.lower_ in PERSONS or is_weighty(party) or party.dep_ == "oprd"
    return known or kind == "AID" or (acts and kind in ADDRESSING)


def _participants_in(nouns: list[Token], doers: set[Token], moved: Collection[Token]) -> list[Token]:
    return [
        part
        for noun in nouns
        for part in (actors_within(noun) if noun in moved or (doers and _owned(noun)) else actors_of_phrase(noun))
        if noun not in moved or is_name(part) or part.dep_ == "pobj"
        if part not in doers and part not in moved and not _echo(part, doers)
    ]


def _is_named(party: Token) -> bool:
    """ "Chad", "Chadian forces"."""
    return is_name(party) or any(is_name(part) for child in party.lefts for part in child.subtree)


def directly(verb: Token, prepositions: Sequence[str]) -> list[Token]:
    """Those with whom it is done: the objects, or who the prepositions lead to, and nobody further off."""
    doers = set(doers_of(verb))
    patients = [part for part in syntax.patients(verb) if is_actor(part) and part not in doers]
    return [part for part in patients if not _echo(part, doers)] or partners(verb, prepositions)


def partners(verb: Token, prepositions: Sequence[str] = ("with", "to")) -> list[Token]:
    """Who the prepositions lead to, which is with whom one talks or works."""
    doers = set(doers_of(verb))
    led_to = (acting(syntax.under(verb, {p}) or ([] if p == "to" else nested(verb, p))) for p in prepositions)
    reached = ([part for part in found if part not in doers and not _echo(part, doers)] for found in led_to)
    return next(filter(None, reached), [])


def under_or_nested(verb: Token, preposition: str) -> list[Token]:
    return syntax.under(verb, {preposition}) or nested(verb, preposition)


def addressed(verb: Token) -> list[Token]:
    """Whom a demand is addressed to: the object, or who "on", "to" or "with" leads to; who is called is only called."""
    found = [noun for noun in syntax.patients(verb) if is_actor(noun) and verb.lemma_ != "call"]
    return found or syntax.under(verb, {"on", "upon", "to", "with"})


def _owned(noun: Token) -> bool:
    """ "its ambassador", "their troops": the doer's own, who may only lead to the recipient."""
    return any(child.tag_ == "PRP$" for child in noun.children)


def _echo(noun: Token, doers: set[Token]) -> bool:
    """ "its", "their" and "it" under a verb are as a rule the doer again."""
    return noun.pos_ == "PRON" and (noun.tag_ == "PRP$" or bool(set(speaker_for(noun)) & doers))


def _around(verb: Token, prepositions: Sequence[str], kind: EventType | None) -> Iterator[list[Token]]:
    patients = syntax.patients(verb)
    yield [noun for noun in patients if is_actor(noun)]
    for preposition in prepositions:
        yield _reached(verb, preposition)
    yield patients
    for preposition in REACHED:
        if preposition != "for" or kind not in UNHELPFUL:
            yield [noun for noun in _reached(verb, preposition) if preposition != "at" or _is_struck(noun)]
    for child in verb.children:
        if child.dep_ in ("prt", "advmod", "prep"):
            yield syntax.under(child, {"of", "from"})


def _within(verb: Token, prepositions: Sequence[str]) -> Iterator[list[Token]]:
    """Inside what the verb governs: whoever is no part of a phrase, or named, may be meant there."""
    for child in verb.children:
        if child.dep_ in labels.COMPLEMENT_CLAUSES:
            yield from within_clause(child)
    for preposition in prepositions:
        yield nested(verb, preposition)
    yield from _purposes(verb)


def _reached(verb: Token, preposition: str) -> list[Token]:
    """What a preposition leads to; where someone is on a visit is no part of what they do there."""
    beside = (child for child in verb.rights if child.dep_ in ("prt", "advmod"))
    found = [noun for head in (verb, *beside) for noun in syntax.under(head, {preposition})]
    return [noun for noun in found if not _is_circumstance(noun)]


def _is_struck(noun: Token) -> bool:
    """ "fired at the rebels"; "agreed at the Lima summit" and "frozen at a Macau bank" say where."""
    return is_actor(noun) and not is_place(noun) and noun.ent_type_ != "ORG"


def _is_circumstance(noun: Token) -> bool:
    """ "on a visit to Peru", "at the request of the court"."""
    is_meanwhile = noun.dep_ == "pobj" and noun.head.lower_ in MEANWHILE
    return is_meanwhile and (noun.lower_ in event_lexicon().classes.circumstances or wording.is_visit(noun))


def _purposes(verb: Token) -> Iterator[list[Token]]:
    """What it is done for, what is promised to be done, and whose doings it is made to depend on.

    Of a clause that only says what a noun is about, the subject: "concern | that Iran could strike".
    """
    for patient in syntax.patients(verb):
        for clause in (child for child in patient.rights if child.dep_ == "acl"):
            told = any(child.dep_ == "mark" for child in clause.lefts)
            yield from [syntax.subjects(clause)] if told else within_clause(clause)
    for child in verb.rights:
        if child.dep_ == "advcl" and any(word.lower_ in CONDITIONS for word in child.lefts):
            yield from within_clause(child)
        if child.dep_ == "prep" and not (child.lower_ == "for" and syntax.patients(verb)):
            for clause in child.children:
                if clause.dep_ == "pcomp":
                    yield from within_clause(clause)


def within_clause(verb: Token) -> Iterator[list[Token]]:
    """Actors of an embedded clause: its subject, its objects (not what is sent), then what prepositions lead to."""
    yield [child for child in verb.rights if child.dep_ == "oprd"]
    yield [child for child in verb.lefts if child.dep_ in labels.SUBJECTS]
    if "sending" not in motion_words.kinds(verb):
        yield syntax.patients(verb)
    for preposition in AIMED + WHERE:
        yield syntax.under(verb, {preposition})
    for child in verb.children:
        if child.dep_ in CLAUSES:
            yield from within_clause(child)


def nested(verb: Token, preposition: str) -> list[Token]:
    """What a preposition leads to within what the verb governs: "sanctions on Iran", "by telephone with Lula"."""
    led_to = (noun for p in verb.children for noun in syntax.objects_of_preposition(p) if not _is_circumstance(noun))
    governed = [*syntax.patients(verb), *led_to]
    governed += [c for c in verb.rights if c.dep_ in ("prt", "advmod", "prep") and c.lower_ not in ASIDE]
    return [noun for outer in governed for noun in syntax.under(outer, {preposition})]


def located(word: Token) -> list[Token]:
    """The named place an event is in, where a place is as much as is said of whom it is done to."""
    for preposition in WHERE:
        for noun in [*syntax.under(word, {preposition}), *nested(word, preposition)]:
            found = noun if is_place(noun) else next((part for part in noun.subtree if is_place(part)), None)
            if found is not None:
                return [found]
    return []

"""Being somewhere: a person from elsewhere who meets, speaks or simply is in a place has come there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from spacy.tokens import Token

from pipeline.components.grammar import labels, syntax, when
from pipeline.components.grammar import motion_words as words
from pipeline.components.grammar.certainty import certainty
from pipeline.components.grammar.traits import has_trait
from pipeline.components.motion import movers, persons
from pipeline.components.motion.document_index import DocumentIndex
from pipeline.components.motion.journeys import Leg
from pipeline.components.motion.motion_frame import MotionFrame
from pipeline.components.motion.movers import Moving
from pipeline.components.motion.nationality import nationality
from pipeline.components.motion.persons import is_person
from pipeline.domain import Place

PLACED = frozenset({"in", "at", "from"})
EVENT_LABELS = frozenset({"EVENT", "PERSON"})
RETURNING = frozenset({"back", "due"})
WITHIN = 3
DAY = re.compile(r"[X\d]{4}-(?:\d\d-\d\d|WXX-[1-7])|now [+-]?\d+D")
SHORT = re.compile(r"P(?:T\d+H|\d+(?:D|NI))")
PURPOSES = frozenset({"as", "on", "for"})
Finder = Callable[[Token, DocumentIndex], Iterator[tuple[Sequence[Token], Place]]]


def presences(index: DocumentIndex) -> Iterator[MotionFrame]:
    """Frames of being somewhere, in the order of the text."""
    for token in index.doc:
        find = _finder(token)
        for who, place in find(token, index) if find is not None else ():
            yield MotionFrame(
                token, tuple(Moving(movers.apposed_name(head)) for head in who), (Leg(destination=place),)
            )


def _finder(token: Token) -> Finder | None:
    """What finds who is where by a word of this class."""
    if token.dep_ == "prep" and token.lower_ == "in":
        return _apposed
    kinds = words.kinds(token)
    return next((find for classes, find in FINDERS if not classes.isdisjoint(kinds)), None) if kinds else None


def _attending(verb: Token, index: DocumentIndex) -> Iterator[tuple[Sequence[Token], Place]]:
    """ "met Petrov in Sofia", "will attend a summit in Montreal", "held talks in Doha"."""
    objects = syntax.patients(verb)
    fitting = "signing" in words.kinds(verb) or all(_is_occasion(noun) or is_person(noun, index) for noun in objects)
    if syntax.is_passive(verb) or not fitting:
        return
    who = syntax.subjects(verb)
    if has_trait(verb, "mutual"):
        who = [*who, *objects, *syntax.under(verb, {"with"})]
    parties = [
        noun
        for thing in (*objects, *syntax.under(verb, {"with"}))
        for noun in (*syntax.under(thing, {"in", "at"}), thing)
    ]
    unknown = not objects and not parties and _has_day(verb, index)
    yield from _abroad(who, [*syntax.under(verb, PLACED), *parties], index, unknown=unknown)


def _has_day(verb: Token, index: DocumentIndex) -> bool:
    """Whether a day is told with a verb: "on Monday she appeared in Braga", not "since Monday"."""
    phrases = [child for child in verb.children if child.dep_ in ("prep", "npadvmod") and not when.is_bound(child)]
    times = (index.expressions.get(word.i) for phrase in phrases for word in (phrase, *phrase.children))
    return any(time is not None and DAY.match(time.value) is not None for time in times)


def _stating(verb: Token, index: DocumentIndex) -> Iterator[tuple[Sequence[Token], Place]]:
    """ "In a speech in Doha, she urged": an occasion, or a place in front with its time, tells where it was."""
    front = [child for child in verb.lefts if child.dep_ == "prep" and child.lower_ in PLACED | {"after", "during"}]
    dated = any(child.i in index.expressions for word in (verb, *front) for child in word.subtree if child.i < verb.i)
    nouns = [
        noun
        for preposition in front
        for noun in syntax.objects_of_preposition(preposition)
        if _is_occasion(noun) or (dated and preposition.lower_ in PLACED and index.place(noun))
    ]
    yield from _abroad(syntax.subjects(verb), nouns, index)


def _spending(verb: Token, index: DocumentIndex) -> Iterator[tuple[Sequence[Token], Place]]:
    """ "spent two days in Kampala, and one in Entebbe"; nobody moves house for hours or days."""
    times = [index.expressions.get(noun.i) for noun in syntax.patients(verb)]
    durations = [time.value for time in times if time is not None and time.type == "DURATION"]
    unknown = any(map(SHORT.fullmatch, durations))
    more = [word for word in verb.sent if word.dep_ == "conj" and word.tag_ == "CD" and word.i > verb.i]
    for head in (verb, *more) if durations else ():
        yield from _abroad(syntax.subjects(verb), syntax.under(head, {"in", "at"}), index, unknown=unknown)


def _awaited(verb: Token, index: DocumentIndex) -> Iterator[tuple[Sequence[Token], Place]]:
    """ "is expected in Rome tomorrow"."""
    if syntax.is_passive(verb) and not any(child.dep_ in labels.COMPLEMENT_CLAUSES for child in verb.children):
        who = [head for head in syntax.subjects(verb) if is_person(head, index)]
        places = [place for noun in syntax.under(verb, {"in", "at"}) if (place := index.place(noun))]
        yield from ((who, place) for place in places[:1] if who)


def _lasting(verb: Token, index: DocumentIndex) -> Iterator[tuple[Sequence[Token], Place]]:
    """ "is in Dhaka to discuss trade", "he is now in Turkey"; "is due in Khartoum"."""
    near = [word for child in verb.children for word in (child, *child.children) if word.i <= verb.i + WITHIN]
    due = [word for word in near if verb.lemma_ == "be" and word.lower_ in RETURNING]
    nouns = [noun for word in (verb, *due) for noun in syntax.under(word, {"in", "at"}) if index.place(noun)]
    who = [head for head in syntax.subjects(verb) if is_person(head, index)]
    if due or _has_purpose(verb):
        yield from ((who, place) for noun in nouns[:1] if (place := index.place(noun)))
    elif _is_to_come(verb, index) or _has_day(verb, index):
        yield from _abroad(who, nouns, index, unknown=True)
    else:
        yield from _abroad([head for head in who if head.pos_ != "NOUN" or index.entity(head)], nouns, index)


def _is_to_come(verb: Token, index: DocumentIndex) -> bool:
    """ "will be in Jeddah this weekend", "is set to be in Jeddah on Monday"."""
    dated = any(child.i in index.expressions for child in verb.subtree if child.i > verb.i)
    return dated and verb.lemma_ == "be" and certainty(verb)[0] == "planned"


def _apposed(preposition: Token, index: DocumentIndex) -> Iterator[tuple[Sequence[Token], Place]]:
    """ "Nowak, in Ottawa as part of her trip, said"."""
    head = preposition.head
    detached = head.dep_ == "ROOT" or index.doc[preposition.i - 1].text == ","
    if not detached or not is_person(head, index) or not _has_purpose(head, preposition):
        return
    places = [place for noun in syntax.objects_of_preposition(preposition) if (place := index.place(noun))]
    yield from (([head], place) for place in places[:1])


def _has_purpose(word: Token, *also: Token) -> bool:
    """Whether someone is somewhere for something: "to discuss", "for talks", "as part of", "on a visit"."""
    places = [noun for preposition in also for noun in syntax.objects_of_preposition(preposition)]
    for child in (child for bearer in (word, *also, *places) for child in bearer.children):
        if child.dep_ in ("advcl", "xcomp") and any(aux.lower_ == "to" for aux in child.children):
            return True
        if (
            child.dep_ == "prep"
            and child.lower_ in PURPOSES
            and any(map(_is_purpose, syntax.objects_of_preposition(child)))
        ):
            return True
    return False


def _is_purpose(noun: Token) -> bool:
    return bool({"occasions", "visits"} & set(words.kinds(noun)))


def _abroad(
    who: Sequence[Token], nouns: Sequence[Token], index: DocumentIndex, *, unknown: bool = False
) -> Iterator[tuple[Sequence[Token], Place]]:
    """Persons whose home is not where the first of these nouns is, and those joined to it, is.

    Those whose home the text does not tell count only if ``unknown``.
    """
    first = next((noun for noun in nouns if _where(noun, index)), None)
    nationalities = {
        head: nationality(head, index) for head in who if is_person(head, index) and not persons.is_resident(head)
    }
    for noun in syntax.conjuncts(first) if first is not None else ():
        place = _where(noun, index)
        if place is not None and place.country is not None:
            visitors = [
                head for head, country in nationalities.items() if country != place.country and (country or unknown)
            ]
            yield from [(visitors, place)] if visitors else []


def _where(noun: Token, index: DocumentIndex) -> Place | None:
    if found := index.place(noun):
        return found
    if "sites" in words.kinds(noun):
        return index.located(noun)
    if not _is_occasion(noun):
        return None
    located = index.located(noun) or next(filter(None, map(index.place, syntax.under(noun, {"from"}))), None)
    return located if located is not None and (located.start > noun.idx or not _is_country(located)) else None


def _is_country(place: Place) -> bool:
    return place.feature is None or place.feature.startswith("PCL")


def _is_occasion(noun: Token) -> bool:
    return "occasions" in words.kinds(noun) or noun.ent_type_ in EVENT_LABELS


FINDERS: tuple[tuple[frozenset[str], Finder], ...] = (
    (frozenset({"attending", "signing"}), _attending),
    (frozenset({"spending"}), _spending),
    (frozenset({"stating"}), _stating),
    (frozenset({"awaiting"}), _awaited),
    (frozenset({"lasting"}), _lasting),
)

"""Which clauses and nouns an event has its time in common with, so that what dates one of them dates it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from pipeline.components.grammar import cues, labels, motion_words, narration, syntax
from pipeline.components.grammar.when import is_afterwards, plans_of, when_words
from pipeline.components.plover import nouns, wording
from pipeline.components.plover.event_frame import EventFrame
from pipeline.components.plover.lexicon import event_lexicon
from pipeline.domain import EventType
from pipeline.lexicons.function_words import RELATIVE_PRONOUNS
from pipeline.lexicons.predicates import event_words

PURSUING: frozenset[EventType] = frozenset({"ACCUSE", "COERCE", "JUSTICE"})
"""What comes after the event that it is "in": "charged in the attack of 2019"."""
WRITTEN: frozenset[EventType] = frozenset({"JUSTICE", "LAW", "STATEMENT", "SUPPORT"})
"""What is done with papers: they are signed, passed, filed, published."""
SUFFERED: frozenset[EventType] = frozenset({"ASSAULT", "DISASTER", "LIFE"})
HARM = frozenset({"be harmed", "illness"})
BEHIND = frozenset({"after", "following"})


def carriers(told: EventFrame) -> Iterator[Token]:
    """The trigger, what tells of it too, and the words that its time can stand with, nearest first."""
    yield told.trigger
    yield from told.coindexed
    if told.type == "THREATEN" and (said := cues.uttering(told.trigger)) is not None:
        yield said
    yield from clauses_around(told.trigger)
    yield from _of_one_time(told)


def clauses_around(word: Token) -> Iterator[Token]:
    """The verbs whose time is that of a word, from the nearest to the main one."""
    while (above := _clause_around(word)) is not None:
        word = above
        yield word


def coordinated_deeds(verb: Token) -> list[Token]:
    """ "The council | hired a clerk and fired the treasurer on Monday": the day behind the last deed is of both."""
    begins = verb.lemma_ in when_words().beginnings
    if begins or not narration.is_in_simple_past(verb) or any(child.lower_ == "but" for child in verb.rights):
        return []
    return [child for child in verb.rights if child.dep_ == "conj" and _shares_subject(child)]


def _shares_subject(verb: Token) -> bool:
    has_subject = any(child.dep_ in labels.SUBJECTS for child in verb.lefts)
    return verb.tag_ in labels.PAST and not has_subject and not is_afterwards(verb)


def is_event(noun: Token) -> bool:
    return noun.pos_ == "NOUN" and (nouns.type_of(noun) is not None or _is_occasion(noun))


def described_noun(clause: Token) -> Token | None:
    """The noun that a relative clause has its time from: "the crash | in which nine died", "a vote | they won".

    What an event did is of its time too: "a raid | that killed two".
    """
    if clause.dep_ != "relcl" or clause.head.pos_ not in labels.NOMINAL:
        return None
    within = (child for child in clause.lefts if child.dep_ == "prep" and child.lower_ in when_words().amid | {"in"})
    is_in_it = any(noun.lower_ == "which" for preposition in within for noun in preposition.children)
    is_its_object = is_event(clause.head) and any(child.dep_ == "dobj" for child in clause.lefts)
    is_its_doing = is_event(clause.head) and narration.is_in_simple_past(clause) and _has_relative_subject(clause)
    return clause.head if is_in_it or is_its_object or is_its_doing else None


def _has_relative_subject(clause: Token) -> bool:
    return any(child.dep_ == "nsubj" and child.lower_ in RELATIVE_PRONOUNS for child in clause.lefts)


def _clause_around(word: Token) -> Token | None:
    """The verb whose time is the word's too: of its clause, or of the clause that it is a circumstance of."""
    if word.dep_ == "pcomp":
        return word.head.head if _is_accompanying(word) or _is_next_step(word) else None
    if word.dep_ == "acl":
        return _verb_of_document(word)
    return word.head if _shares_clause(word) else None


def _is_accompanying(clause: Token) -> bool:
    """ "Riots broke out, with crowds | fighting police"."""
    return clause.tag_ == "VBG" and clause.head.lower_ == "with" and any(syntax.subjects(clause))


def _is_next_step(clause: Token) -> bool:
    """ "They looted the shop before | fleeing"."""
    return clause.tag_ == "VBG" and clause.head.lower_ == "before" and clause.head.head.pos_ == "VERB"


def _verb_of_document(clause: Token) -> Token | None:
    """ "published a letter | accusing him": what a document says is said when it is issued."""
    noun = clause.head
    is_issued = noun.dep_ == "dobj" and noun.head.pos_ == "VERB"
    return noun.head if clause.tag_ == "VBG" and is_issued and _is_occasion(noun) else None


def _is_occasion(noun: Token) -> bool:
    """ "at a hearing", "in a statement": where something is said or done, of the same time."""
    return noun.lemma_.lower() in event_lexicon().classes.occasions


def _of_one_time(told: EventFrame) -> Iterator[Token]:
    """What a clause has its time in common with: "crashed, killing 12"; "the quake of 2009 killed 40"; "in a raid"."""
    for child in told.trigger.children:
        if child.dep_ == "advcl" and _is_simultaneous(child):
            yield from _with_aims(child)
    yield from plans_of(told.trigger) if told.trigger.pos_ == "NOUN" else ()
    verbs = [word for word in (told.trigger, *told.coindexed) if word.pos_ == "VERB"]
    for verb in verbs:
        occasions = syntax.under(verb, when_words().amid)
        yield from filter(is_event, (*syntax.subjects(verb), *syntax.agents(verb), *occasions))
        yield from (noun for noun in syntax.under(verb, {"in"}) if _is_occasion(noun) or told.type not in PURSUING)
        yield from _holding(verb)
        if told.happening in HARM:
            yield from filter(_is_blow, syntax.under(verb, BEHIND))
        yield from _content(told, verb)
        yield from _kept_from(told, verb)
    yield from _suffered(told.trigger)
    noun = described_noun(told.trigger)
    if noun is not None:
        yield noun
        is_amid = noun.dep_ == "pobj" and noun.head.lower_ in when_words().amid | {"in"}
        yield from (above for above in noun.ancestors if is_amid and above == noun.head.head)


def _with_aims(clause: Token) -> Iterator[Token]:
    """A clause and what is tried or aimed at in it: "was hit when he tried | to cross the road on Monday"."""
    yield clause
    yield from (child for child in clause.rights if child.dep_ == "xcomp" or _is_aim(child))


def _is_aim(clause: Token) -> bool:
    return clause.dep_ == "advcl" and any(child.tag_ == "TO" for child in clause.lefts)


def _is_blow(noun: Token) -> bool:
    """ "taken to hospital after a crash": what harms at once."""
    found = nouns.type_of(noun) if noun.pos_ == "NOUN" else None
    return found is not None and found.type in ("ASSAULT", "DISASTER")


def _holding(verb: Token) -> Iterator[Token]:
    """ "rejected it in a ruling | released on Thursday", "a lawsuit | filed on Monday says", "polls | held in May"."""
    within = [noun for word in (verb, *syntax.patients(verb)) for noun in syntax.under(word, {"in"})]
    events = filter(is_event, (*within, *syntax.subjects(verb)))
    clauses = (child for noun in events for child in noun.rights if child.dep_ == "acl")
    yield from (clause for clause in clauses if clause.tag_ == "VBN")


def _content(told: EventFrame, verb: Token) -> Iterator[Token]:
    """ "signed a bill | banning nets on Monday": what a law or a document says is hung with the day of the deed."""
    if told.type not in WRITTEN:
        return
    papers = (noun for noun in syntax.patients(verb) if noun.pos_ == "NOUN" and noun.i > verb.i)
    yield from (child for noun in papers for child in noun.rights if child.dep_ == "acl" and child.tag_ == "VBG")


def _kept_from(told: EventFrame, verb: Token) -> Iterator[Token]:
    """ "stopped the crowd from | entering on Friday": what was prevented would have been then."""
    phrases = (child for child in verb.rights if told.type == "COERCE" and child.lower_ == "from")
    yield from (clause for phrase in phrases for clause in phrase.children if clause.dep_ == "pcomp")


def _suffered(noun: Token) -> Iterator[Token]:
    """ "Two men | died in a crash in July": what somebody is hurt in is of the time of the harm."""
    is_in_it = noun.dep_ == "pobj" and noun.head.lower_ in when_words().amid | {"in"}
    if noun.pos_ != "NOUN" or not is_in_it:
        return
    verb = noun.head.head
    harms = (entry.family for entry in wording.entries(verb, event_words().families) if entry.family)
    if verb.pos_ == "VERB" and any(family.type in SUFFERED for family in harms):
        yield verb


def _is_simultaneous(clause: Token) -> bool:
    """ "crashed, killing 12"; "died when a boat sank": the clause is of the same time as the one above."""
    words = when_words()
    marks = {child.lower_ for child in clause.lefts if child.dep_ in labels.MARKERS}
    if any(child.dep_ == "npadvmod" and child.lemma_ in words.shortly for child in clause.lefts):
        return True
    is_bare_participle = clause.tag_ == "VBG" and not any(clause.lefts)
    return is_bare_participle or bool(marks & words.simultaneous)


def _shares_clause(word: Token) -> bool:
    if word.dep_ == "advcl":
        return _is_simultaneous(word) or _is_purpose_of_journey(word)
    if word.dep_ == "conj":
        has_subject = any(child.dep_ == "nsubj" for child in word.lefts)
        return word.head.pos_ == word.pos_ and not has_subject and not is_afterwards(word)
    return word.dep_ in ("xcomp", "acomp", "nsubj", "nsubjpass")


def _is_purpose_of_journey(clause: Token) -> bool:
    """ "flew to Lima on Monday to meet the president": what one goes for is done there and then."""
    to_do = any(child.tag_ == "TO" for child in clause.lefts)
    return to_do and "going" in motion_words.kinds(clause.head)

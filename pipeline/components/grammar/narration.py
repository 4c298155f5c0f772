"""Which clauses carry a narrative on: told in the simple past, in a main clause, and not as what came earlier.

A reader takes what such a clause tells to be of the day that the narrative has reached, after the narrative containers
of J. Pustejovsky and A. Stubbs, "Increasing informativeness in temporal annotation", LAW V, 2011.
"""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.components.grammar import cues, labels, syntax, tenses
from pipeline.components.grammar.when import when_words

MAIN = frozenset({"ccomp", "conj", "parataxis"})


def is_main(word: Token) -> bool:
    """Whether a word heads a main clause, or what is said in one: no relative, no circumstance, no noun."""
    if word.pos_ not in labels.VERBAL:
        return False
    while word.dep_ in MAIN:
        word = word.head
    return word.dep_ == "ROOT"


def is_told_as_earlier(word: Token) -> bool:
    """ "had already met", "criticised her earlier", "has long warned"."""
    other_times = when_words().earlier | when_words().repeated
    return any(child.lower_ in other_times for child in word.children)


def carries_on(word: Token) -> bool:
    """ "They met", "was named and sworn in": a main clause in the simple past; no perfect, no plan."""
    return is_main(word) and not is_told_as_earlier(word) and is_in_simple_past(word)


def is_in_simple_past(verb: Token) -> bool:
    """ "met", "was met", the second of "was met and thanked"; not "has met", nor what goes on from it.

    The root of a sentence with a subject is no participle, as which the tagger takes some: "Dozens followed on Monday".
    """
    helpers = list(syntax.auxiliaries(verb))
    is_joined = verb.dep_ == "conj" and verb.head.pos_ in labels.VERBAL
    if is_joined and not helpers and verb.tag_ in labels.PAST:
        return is_in_simple_past(verb.head)
    if verb.tag_ == "VBD" or (verb.dep_ == "ROOT" and any(child.dep_ == "nsubj" for child in verb.lefts)):
        return verb.tag_ in labels.PAST and not helpers
    return verb.tag_ == "VBN" and [helper.lower_ for helper in helpers] in (["was"], ["were"])


def is_in_perfect(verb: Token) -> bool:
    """ "have met", "had been met"."""
    return verb.tag_ == "VBN" and any(helper.lemma_ == "have" for helper in syntax.auxiliaries(verb))


def is_outcome(verb: Token) -> bool:
    """ "Hundreds have fled", "said hundreds had fled": what has come of the news, in the perfect of a main clause."""
    reported = verb.dep_ == "ccomp" and cues.is_speech(verb.head)
    perfect = (helper.tag_ for helper in syntax.auxiliaries(verb) if helper.lemma_ == "have")
    return is_main(verb) and verb.tag_ == "VBN" and any(reported or tag in labels.PRESENT for tag in perfect)


def is_in_progress(verb: Token) -> bool:
    """ "Police are searching", "she is under arrest": what goes on while the news is told."""
    lasts = verb.tag_ == "VBG" or (verb.pos_ == "AUX" and verb.tag_ in labels.PRESENT)
    return is_main(verb) and lasts and tenses.tense(verb) == "present"


def is_in_headline(verb: Token) -> bool:
    """ "Court jails ex-mayor", "Clerk charged": the main clause of a headline, in the present or a bare passive."""
    return (is_main(verb) and verb.tag_ in labels.PRESENT) or syntax.is_headline_passive(verb)


def is_time_clause(word: Token) -> bool:
    """ "Tension has grown since January, when he | sacked the envoy"."""
    return any(child.lower_ == "when" for child in word.lefts)


def is_behind(word: Token) -> bool:
    """ "acted after officials had | complained": what the main clause came after, and no reaction to it."""
    marks = {child.lower_ for child in word.lefts if child.dep_ in labels.MARKERS}
    return word.dep_ == "advcl" and not marks.isdisjoint(when_words().later | {"since"})

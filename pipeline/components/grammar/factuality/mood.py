"""How a verb's own clause puts it: negation, modal verbs, tense and aspect, adverbs, time to come."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.components.grammar import cues, labels, syntax
from pipeline.components.grammar.factuality import framing
from pipeline.components.grammar.factuality.modality import modality_words
from pipeline.components.grammar.factuality.polarity import is_compelled, is_negated
from pipeline.components.grammar.factuality.standing import (
    ALLEGED,
    AVOIDED,
    CONDITIONAL,
    DENIED,
    FACT,
    GENERIC,
    HYPOTHETICAL,
    ONGOING,
    OPEN,
    PLANNED,
    PROBABLE,
    UNMET,
    Standing,
    negated,
)
from pipeline.components.grammar.when import when_words

CASES = frozenset({"case", "event"})
INVERTED = frozenset({"had", "should", "were"})


def own_mood(verb: Token) -> Standing:
    """How the verb stands in its own clause, whatever governs it."""
    standing = GENERIC if framing.is_habit(verb) else _hedged(verb, _affirmative(verb))
    if is_negated(verb) and not _is_until(verb):
        return OPEN if _is_excepted(verb) else _denied(verb, standing)
    return negated(PROBABLE) if any(child.lower_ in modality_words().nearly for child in verb.lefts) else standing


def is_outcome(verb: Token) -> bool:
    """A bare participle of a deed behind its clause, which stands as that does.

    "Will shut the plant, | axing 640 jobs"; "could burst, | flooding Lima".
    """
    is_bare = not any(child.dep_ in ("aux", "auxpass", "mark", "nsubj") for child in verb.lefts)
    is_behind = is_bare and verb.i > verb.head.i
    return verb.tag_ == "VBG" and is_behind and not _is_said_besides(verb)


def _is_said_besides(verb: Token) -> bool:
    """ "will resign, | saying he is ill": words of now; "will come back | asking for money" are of then."""
    clause = any(child.dep_ == "ccomp" for child in verb.rights)
    return cues.addresses(verb) and (clause or verb.left_edge.i == 0 or verb.left_edge.nbor(-1).is_punct)


def is_modal(verb: Token) -> bool:
    """Whether a modal stands with the verb, or with the one that it goes on: "could burst and flood"."""
    first = verb.head if verb.dep_ == "conj" else verb
    return any(helper.tag_ == "MD" for each in (verb, first) for helper in syntax.auxiliaries(each))


def _is_until(verb: Token) -> bool:
    """ "did not leave until Friday": left then."""
    clauses = [child for child in verb.rights if child.dep_ == "advcl"]
    links = [*verb.rights, *(word for clause in clauses for word in clause.lefts)]
    return any(word.lower_ in ("till", "until") for word in links)


def _is_excepted(verb: Token) -> bool:
    """ "will not send troops without a mandate": whether they go is left open."""
    below = [verb, *(child for child in verb.rights if child.dep_ in ("dobj", "xcomp"))]
    return any(
        word.lower_ in ("unless", "without")
        for each in below
        for child in each.rights
        for word in (child, *child.lefts)
    )


def _affirmative(verb: Token) -> Standing:
    if is_compelled(verb):
        return FACT
    modals = {helper.lower_ for helper in syntax.auxiliaries(verb) if helper.tag_ == "MD"}
    if modals & modality_words().will:
        return CONDITIONAL if _is_on_condition(verb) and not is_negated(verb) else PLANNED
    if _is_unmet(verb, modals):
        return UNMET
    if modals & modality_words().would:
        return PLANNED if _is_told_future(verb) else HYPOTHETICAL
    if modals & modality_words().possible:
        return HYPOTHETICAL
    if is_imperative(verb):
        return HYPOTHETICAL
    if _is_scheduled(verb):
        return PLANNED
    return ONGOING if is_progressive(verb) else FACT


def _is_told_future(verb: Token) -> bool:
    """ "said it would pay", "said it was ready and would pay": the future as seen from the past, on no condition."""
    if _is_on_condition(verb):
        return False
    if verb.dep_ == "relcl":
        return any(child.lower_ in ("where", "when") for child in verb.children)
    first = verb.head if verb.dep_ == "conj" else verb
    return first.dep_ == "ccomp" and first.head.tag_ in ("VBD", "VBN", "VBG")


def _is_on_condition(verb: Token) -> bool:
    return any(child.dep_ == "advcl" and has_condition(child) for child in verb.children)


def _is_unmet(verb: Token, modals: set[str]) -> bool:
    """ "should have gone", "would have gone if": what did not come true."""
    perfect = any(helper.lower_ == "have" for helper in syntax.auxiliaries(verb))
    unmet = "should" in modals or (bool(modals & modality_words().would) and _is_on_condition(verb))
    return perfect and unmet


def is_past_plan(planner: Token) -> bool:
    """ "had planned to go", "had been due to go", "was to have gone": whether it came true is not told."""
    return any(helper.lower_ in modality_words().had for helper in syntax.auxiliaries(planner))


def has_condition(clause: Token) -> bool:
    """ "if he goes", "had he gone"."""
    inverted = clause.dep_ == "advcl" and clause.left_edge.lower_ in INVERTED
    if inverted or (clause.dep_ == "advcl" and _is_in_case(clause.left_edge)):
        return True
    return any(c.dep_ in labels.MARKERS and c.lower_ in modality_words().conditions for c in clause.children)


def _is_in_case(preposition: Token) -> bool:
    """ "in the event | she was hurt", "in case": where the parse hangs the phrase on the clause that it opens."""
    nouns = [noun for noun in syntax.objects_of_preposition(preposition) if noun.lower_ in CASES]
    return preposition.lower_ == "in" and any({part.lower_ for part in noun.children} <= {"the"} for noun in nouns)


def is_condition(preposition: Token) -> bool:
    """ "provided that he goes", where the parse takes the participle for a preposition."""
    return preposition.lower_ in modality_words().conditions


def is_instead(preposition: Token) -> bool:
    """ "instead of", "rather than", "without"."""
    beside = [preposition.head, *(child for child in preposition.children if child.dep_ == "advmod")]
    return any(word.lower_ in modality_words().instead for word in (preposition, *beside))


def is_imperative(verb: Token) -> bool:
    """A bare verb without subject or helper heads the sentence: "Send troops now"."""
    if verb.tag_ != "VB" or verb.dep_ != "ROOT":
        return False
    return not any(child.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass", "expl", "csubj") for child in verb.children)


def is_progressive(verb: Token) -> bool:
    """Present progressive: "is heading", "has been heading", a headline's "Police | hunting robber"."""
    helpers = list(syntax.auxiliaries(verb))
    in_headline = verb.dep_ == "ROOT" and not helpers and any(child.dep_ == "nsubj" for child in verb.lefts)
    return verb.tag_ == "VBG" and (in_headline or any(helper.tag_ in labels.PRESENT for helper in helpers))


def _is_scheduled(verb: Token) -> bool:
    """The present with a time to come: "is flying to Lima tomorrow", "visits Lima next week", "meets him on Monday"."""
    helpers = list(syntax.auxiliaries(verb))
    if verb.tag_ in labels.PRESENT and not helpers:
        return has_future_time(verb) or has_day(verb)
    if verb.tag_ != "VBG" or any(helper.tag_ == "VBN" for helper in helpers):
        return False
    return any(helper.tag_ in labels.PRESENT for helper in helpers) and (has_future_time(verb) or has_day(verb))


def has_future_time(word: Token) -> bool:
    """Whether a time to come stands right under the word: "tomorrow", "in the coming days", "later this week"."""
    return any(_is_future(time) for time in _times(word))


def has_day(word: Token) -> bool:
    """A weekday or a day of the month, but no day of a given year, which tells of the past."""
    return any(_is_day(time) and not _names_year(time) for time in _times(word))


def is_for_day(noun: Token) -> bool:
    """ "called a summit for Saturday": for which day an event, or what is done to it, is meant."""
    meant = [time for word in (noun, noun.head) for time in syntax.under(word, {"for"})]
    return any(time.lower_ in modality_words().weekdays | modality_words().months for time in meant)


def _is_day(time: Token) -> bool:
    if time.lower_ in modality_words().weekdays:
        return True
    return time.lower_ in modality_words().months and any(child.like_num for child in time.children)


def is_time(noun: Token) -> bool:
    """ "June", "Monday", "next week"."""
    return (
        noun.lower_ in modality_words().weekdays | modality_words().months or noun.lemma_ in modality_words().time_nouns
    )


def _names_year(time: Token) -> bool:
    """ "June 12, 2016", "June 12 last year"."""
    return any((token.is_digit and len(token) == 4) or token.lower_ in when_words().behind for token in time.subtree)


def _times(word: Token) -> list[Token]:
    adverbs = [child for child in word.children if child.dep_ in ("npadvmod", "advmod")]
    phrases = [
        noun for child in word.children if child.dep_ == "prep" for noun in child.children if noun.dep_ == "pobj"
    ]
    return adverbs + phrases


def _is_future(time: Token) -> bool:
    if time.lower_ in modality_words().future_words:
        return time.nbor().lower_ != "after" if time.i + 1 < len(time.doc) else True
    if time.lemma_ not in modality_words().time_nouns and time.ent_type_ != "DATE":
        return False
    beside = {child.lower_ for child in time.children}
    return bool(beside & modality_words().future_modifiers) or beside >= {"later", "this"}


def _hedged(verb: Token, standing: Standing) -> Standing:
    adverbs = {child.lower_ for child in verb.children if child.dep_ == "advmod"}
    if adverbs & modality_words().possibly:
        return Standing("hypothetical", min(HYPOTHETICAL.degree, standing.degree))
    if adverbs & modality_words().allegedly:
        return Standing("hypothetical", min(ALLEGED.degree, standing.degree))
    return (
        Standing(standing.status, min(PROBABLE.degree, standing.degree))
        if adverbs & modality_words().probably
        else standing
    )


def _denied(verb: Token, standing: Standing) -> Standing:
    helpers = {helper.lower_ for helper in syntax.auxiliaries(verb)}
    if helpers & modality_words().able:
        return DENIED if "could" in helpers else AVOIDED
    return negated(standing)

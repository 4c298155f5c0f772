"""Certainty of an event noun below a preposition: "called for talks", "will speak at the summit", "instead of it"."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from pipeline.components.grammar import labels, syntax
from pipeline.components.grammar.factuality import effects, journeys, mood, polarity
from pipeline.components.grammar.factuality.standing import (
    AVOIDED,
    FACT,
    OPEN,
    PLANNED,
    Standing,
    below_effect,
    within_clause,
)
from pipeline.lexicons.function_words import PARTITIVES
from pipeline.lexicons.predicates import predicates
from pipeline.lexicons.predicates.classes import Effect

Reading = Callable[[Token], Standing]
BEFORE_IT = frozenset({"about", "after", "amid", "because", "despite", "following", "from", "over", "since"})
CAUSES = frozenset({"due", "owing", "thanks"})
ACCOMPANYING = frozenset({"including", "with"})
KNOWN_OF = frozenset({"for", "of", "to"})
MANNER = frozenset({"as", "by", "in", "through"})


def below_preposition(noun: Token, preposition: Token, standing: Reading) -> Standing:
    word, head = preposition.lower_, preposition.head
    if mood.is_instead(preposition):
        return AVOIDED
    if head.lower_ == "ahead" or word == "pending":
        return PLANNED
    if word in CAUSES or (word == "to" and head.lower_ in CAUSES):
        return FACT
    if head.lower_ in ("case", "event") and word == "of":
        return OPEN
    spoken = journeys.spoken_of(noun)
    if spoken is not None:
        return below_effect(standing(head) if spoken == "cancels" else FACT, spoken)
    if word == "for" and journeys.is_for_occasion(noun):
        return within_clause(standing(head), PLANNED)
    if "done" in predicates().of(f"{syntax.lemma(head)} {word} {syntax.lemma(noun)}").traits:
        return standing(head)
    effect = effects.with_preposition(head, word) or (_arranged_with(noun) if word in ACCOMPANYING else None)
    if effect is not None:
        return PLANNED if effect == "plans" and _lacks_date(head) else below_effect(standing(head), effect)
    if head.lemma_ in PARTITIVES and word == "of":
        return standing(head)
    return _adjunct(noun, word, standing(head)) if head.pos_ in labels.VERBAL else FACT


def _is_known(noun: Token) -> bool:
    """ "would act on hearing of the outbreak", "may respond to the attack": it has been, whatever follows."""
    return any(child.lower_ == "the" for child in noun.lefts) and not journeys.is_arranged(noun)


def _arranged_with(noun: Token) -> Effect | None:
    """What a verb that only plans or announces says of a part of it: "planned a long day, with | stops in Porto"."""
    verb = noun.head.head
    if verb.pos_ not in labels.VERBAL or not journeys.is_journey(noun):
        return None
    found = effects.on_noun(verb) or predicates().of(syntax.lemma(verb)).spoken
    return found if found in ("plans", "wishes") else None


def _lacks_date(verb: Token) -> bool:
    """ "No date was set for the visit" denies no visit."""
    return any(child.dep_ == "nsubjpass" and polarity.has_no(child) for child in verb.children)


def _adjunct(noun: Token, preposition: str, outer: Standing) -> Standing:
    """ "will present it at the meeting" is to come with what happens there; "will act after the attack" is not."""
    if preposition in BEFORE_IT or outer.status not in ("planned", "hypothetical"):
        return FACT
    if preposition in KNOWN_OF and _is_known(noun):
        return FACT
    if preposition in ("at", "during"):
        return PLANNED
    return FACT if outer.status == "hypothetical" and preposition in MANNER else outer

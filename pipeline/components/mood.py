"""How a verb's own clause puts it: negation, modal verbs, tense and aspect, adverbs, question."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.components import syntax
from pipeline.components.standing import (
    DENIED,
    FACT,
    HYPOTHETICAL,
    ONGOING,
    PLANNED,
    PROBABLE,
    Standing,
    negated,
)

WILL = frozenset({"will", "shall", "'ll", "’ll", "wo", "sha"})
MODALS = {
    "may": HYPOTHETICAL, "might": HYPOTHETICAL, "could": HYPOTHETICAL, "can": HYPOTHETICAL, "ca": HYPOTHETICAL,
    "would": HYPOTHETICAL, "'d": HYPOTHETICAL, "’d": HYPOTHETICAL, "should": HYPOTHETICAL, "ought": HYPOTHETICAL,
    "must": HYPOTHETICAL, "need": HYPOTHETICAL,
}  # fmt: skip
ABLE = frozenset({"can", "ca", "could"})
HEDGES = {
    "allegedly": PROBABLE, "apparently": PROBABLE, "possibly": HYPOTHETICAL, "perhaps": HYPOTHETICAL,
    "maybe": HYPOTHETICAL, "potentially": HYPOTHETICAL, "presumably": PROBABLE, "probably": PROBABLE,
    "reportedly": PROBABLE, "supposedly": PROBABLE, "purportedly": PROBABLE, "likely": PROBABLE,
}  # fmt: skip
NEGATORS = frozenset({"never", "no", "n't", "not", "n’t", "nor", "neither", "hardly", "barely", "scarcely"})
NOBODY = frozenset({"nobody", "none", "no-one", "nothing", "neither"})
FUTURE_WORDS = frozenset({"tomorrow", "soon", "shortly"})
FUTURE_MODIFIERS = frozenset({"next", "coming", "upcoming", "forthcoming"})
FUTURE_NOUNS = frozenset({"day", "week", "month", "year", "weekend", "morning", "today", "tonight", "hour"})


def own_mood(verb: Token) -> Standing:
    """How the verb stands in its own clause, whatever governs it."""
    standing = _hedged(verb, _affirmative(verb))
    return _negated_mood(verb, standing) if is_negated(verb) else standing


def is_negated(verb: Token) -> bool:
    if any(
        child.dep_ == "neg" or (child.dep_ in ("advmod", "preconj") and child.lower_ in NEGATORS)
        for child in verb.children
    ):
        return True
    arguments = [child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass", "dobj", "attr")]
    return any(noun.lower_ in NOBODY or has_no(noun) for noun in arguments)


def has_no(noun: Token) -> bool:
    return any(child.dep_ == "det" and child.lower_ in ("no", "neither") for child in noun.children)


def _affirmative(verb: Token) -> Standing:
    helpers = list(syntax.auxiliaries(verb))
    words = {helper.lower_ for helper in helpers}
    if words & WILL:
        return PLANNED
    if modal := next(
        (MODALS[helper.lower_] for helper in helpers if helper.lower_ in MODALS and helper.tag_ == "MD"), None
    ):
        return modal
    if is_future_progressive(verb, words):
        return PLANNED
    if verb.tag_ == "VBG" and words & {"is", "are", "am", "'s", "'re", "'m", "’s", "’re", "’m"}:
        return ONGOING
    return FACT


def is_future_progressive(verb: Token, helpers: set[str]) -> bool:
    """The progressive with a time to come: "is flying to Lima on Monday next week"."""
    return verb.tag_ == "VBG" and bool(helpers) and "been" not in helpers and has_future_time(verb)


def has_future_time(word: Token) -> bool:
    """Whether a time to come stands right under the word: "tomorrow", "in the coming days", "next week"."""
    for child in word.children:
        if child.dep_ in ("npadvmod", "advmod") and _is_future(child):
            return True
        if child.dep_ == "prep" and any(_is_future(noun) for noun in child.children if noun.dep_ == "pobj"):
            return True
    return False


def _is_future(time: Token) -> bool:
    if time.lower_ in FUTURE_WORDS:
        return True
    dated = time.lemma_ in FUTURE_NOUNS or time.ent_type_ == "DATE"
    return dated and any(child.lower_ in FUTURE_MODIFIERS for child in time.children)


def _hedged(verb: Token, standing: Standing) -> Standing:
    hedge = next(
        (HEDGES[child.lower_] for child in verb.children if child.lower_ in HEDGES and child.dep_ == "advmod"), None
    )
    if hedge is None or standing.degree <= hedge.degree:
        return standing
    return Standing(hedge.status if standing.status == "occurred" else standing.status, hedge.degree)


def _negated_mood(verb: Token, standing: Standing) -> Standing:
    if any(helper.lower_ in ABLE for helper in syntax.auxiliaries(verb)):
        return DENIED
    return negated(standing)


def is_question(verb: Token) -> bool:
    """Whether the sentence that the verb heads asks."""
    return verb.sent[-1].text == "?" or any(token.text == "?" for token in list(verb.sent)[-3:])

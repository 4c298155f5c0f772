"""How certain the article leaves an event that a noun names: "a planned visit", "talks were cancelled"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from pipeline.components.grammar import labels, syntax
from pipeline.components.grammar.factuality import effects, journeys, mood, polarity
from pipeline.components.grammar.factuality.complements import is_infinitive
from pipeline.components.grammar.factuality.occasions import Reading, below_preposition
from pipeline.components.grammar.factuality.standing import (
    DENIED,
    FACT,
    HYPOTHETICAL,
    PLANNED,
    PROBABLE,
    SETTLED,
    Standing,
    below_effect,
    within_clause,
)
from pipeline.components.grammar.traits import has_trait
from pipeline.lexicons.predicates import predicates
from pipeline.lexicons.predicates.classes import Effect

PREDICATES = frozenset({"acomp", "advmod", "attr", "oprd"})
INDEFINITE = frozenset({"a", "an", "any", "some", "more", "further", "new", "another"})


def of_noun(noun: Token, standing: Reading) -> Standing:
    """How the event stands; ``standing`` says it of the words above."""
    if polarity.names_nothing(noun):
        return DENIED
    context, own = _context(noun, standing), _own(noun, standing)
    if own.degree < 0 and context.degree < 0:
        return own
    return context if own in (PLANNED, HYPOTHETICAL) and _is_held(noun, context) else within_clause(context, own)


def _is_held(noun: Token, context: Standing) -> bool:
    """ "The long-awaited visit began", "held the planned talks": no plan any more."""
    held = noun.dep_ != "nsubj" and has_trait(noun.head, "holding")
    return context == FACT and noun.dep_ in labels.CORE_ARGUMENTS and (held or has_trait(noun.head, "under_way"))


def _own(noun: Token, standing: Reading) -> Standing:
    """By the words that describe it: "a possible visit", "talks planned for May", "a trip next week"."""
    for child in noun.lefts:
        if child.dep_ in ("amod", "compound", "nmod") and (effect := _of_description(child)):
            return below_effect(FACT, effect)
    for child in noun.rights:
        if _is_done_to(child) and (effect := effects.on_noun(child) or effects.with_its_preposition(child)):
            described = child.dep_ == "relcl" and not any(part.dep_ == "mark" for part in child.children)
            return below_effect(standing(child) if described else FACT, effect)
    if noun.dep_ == "ROOT" and (said := effects.with_phrase(noun)):
        return below_effect(FACT, said)
    return PLANNED if mood.has_future_time(noun) else FACT


def _of_description(word: Token) -> Effect | None:
    """What an adjective says of its noun; "would-be" and "soon-to-be" that it is not yet so."""
    return "wishes" if word.lower_ == "be" else effects.on_noun(word)


def _is_done_to(clause: Token) -> bool:
    """ "talks planned for May", "the visit that was cancelled"."""
    if is_infinitive(clause) or clause.tag_ != "VBN":
        return False
    is_passive = any(child.dep_ in ("nsubjpass", "auxpass") for child in clause.children)
    return clause.dep_ == "acl" or (clause.dep_ == "relcl" and is_passive)


def _context(noun: Token, standing: Reading) -> Standing:
    head, dep = noun.head, noun.dep_
    if dep == "acomp" and head.pos_ in labels.VERBAL:
        return standing(head)
    if dep == "conj":
        return _context(head, standing) if head.pos_ not in labels.VERBAL else FACT
    if dep == "pobj":
        return below_preposition(noun, head, standing)
    if dep in ("appos", "npadvmod") and _sums_up(noun):
        return _of_clause(noun, standing)
    if dep in labels.COMPOUNDED:
        return _within_compound(head, standing)
    if head.pos_ in labels.VERBAL and dep in ("dobj", "nsubj", "nsubjpass", "attr", "oprd"):
        return _argument(noun, standing)
    return FACT


def _sums_up(noun: Token) -> bool:
    """ "will fly to Accra, her first | trip to Ghana": what the clause tells of, named once more."""
    return any(child.dep_ == "poss" or child.ent_type_ == "ORDINAL" for child in noun.lefts)


def _of_clause(noun: Token, standing: Reading) -> Standing:
    verb = syntax.governing_verb(noun.head)
    outer = standing(verb) if verb is not None else FACT
    return FACT if outer.status in SETTLED else outer


def _within_compound(head: Token, standing: Reading) -> Standing:
    """ "visit plans": what the head says of it; by itself the compound names a kind more than an event."""
    effect = effects.on_noun(head)
    return below_effect(standing(head), effect) if effect else PROBABLE


def _argument(noun: Token, standing: Reading) -> Standing:
    verb, outer = noun.head, standing(noun.head)
    if (said := _beside_verb(noun, outer)) is not None:
        return said
    if _is_known(noun, outer):
        return FACT
    effect = _effect_of(verb, noun)
    if effect == "plans" and outer == FACT and journeys.is_journey(noun) and mood.is_past_plan(verb):
        return HYPOTHETICAL
    if effect is not None:
        return below_effect(outer, effect)
    if outer.status == "planned":
        return PLANNED
    if noun.dep_ == "dobj" and has_trait(verb, "containing"):
        return next((standing(child) for child in verb.children if child.dep_ == "nsubj"), FACT)
    planned = noun.dep_ == "dobj" and effects.on_clause(noun) == "plans" and _is_indefinite(noun)
    if outer.status == "denied" and planned:
        return outer
    if (noun.dep_ == "dobj" and not journeys.is_arranged(noun)) or outer.status == "denied":
        return FACT
    return outer if _is_indefinite(noun) else FACT


def _is_known(noun: Token, outer: Standing) -> bool:
    """Whether it has been, whatever comes of it: "will investigate | the crash", "could have caused | the crash"."""
    definite = any(child.lower_ == "the" or child.dep_ == "poss" for child in noun.lefts)
    if not definite or journeys.is_arranged(noun) or outer.status not in ("planned", "hypothetical"):
        return False
    done = predicates().of(syntax.lemma(noun.head)).traits
    followed = noun.dep_ == "dobj" and "aftermath" in done
    return followed or (noun.dep_ in labels.UNDERGOERS and "explaining" in done)


def _beside_verb(noun: Token, outer: Standing) -> Standing | None:
    """By the time and the clauses beside the verb, or by a verb that only speaks of a journey."""
    verb = noun.head
    if noun.dep_ == "dobj" and verb.tag_ == "VBD" and (mood.has_future_time(verb) or mood.is_for_day(noun)):
        return PLANNED
    if noun.dep_ == "nsubj" and verb.lemma_ == "be" and any(map(_is_to_be, verb.rights)):
        return PLANNED
    for later in map(effects.on_noun, _following(noun)):
        if later in ("cancels", "plans"):
            return below_effect(FACT, later)
    spoken = journeys.spoken_of(noun)
    if spoken and outer.status in (*SETTLED, "planned", "hypothetical"):
        return below_effect(outer if spoken == "cancels" else FACT, spoken)
    return None


def _following(noun: Token) -> Iterator[Token]:
    """Passives that say more of the same subject: "has been announced and | postponed", "had to be | abandoned"."""
    if noun.dep_ not in labels.SUBJECTS:
        return
    for verb in (*noun.head.conjuncts, *noun.head.children):
        if (
            verb.dep_ in ("conj", "xcomp")
            and syntax.is_passive(verb)
            and not any(child.dep_ in labels.CORE_ARGUMENTS for child in verb.children)
        ):
            yield verb


def _is_to_be(clause: Token) -> bool:
    """ "the withdrawal is to begin in May"."""
    return clause.dep_ == "xcomp" and is_infinitive(clause)


def _is_purpose(clause: Token) -> bool:
    return clause.dep_ == "advcl" and is_infinitive(clause)


def is_rejected_speech(noun: Token) -> bool:
    """ "rejected the offer", "the claim is false": the words were said for all that."""
    verb = noun.head
    if verb.pos_ not in labels.VERBAL or noun.dep_ not in labels.CORE_ARGUMENTS or not effects.is_speech_act(noun):
        return False
    return _effect_of(verb, noun) == "denies" and not polarity.has_no(noun)


def _effect_of(verb: Token, noun: Token) -> Effect | None:
    """What a verb does to its object it does to its subject only where it tells no more than that it takes place."""
    if has_trait(verb, "lying" if noun.dep_ == "nsubj" else "laying") and (said := effects.with_phrase(verb)):
        return said
    if has_trait(verb, "failing" if noun.dep_ == "nsubj" else "escaping") and _is_unmet(noun):
        return "negates"
    if noun.dep_ == "dobj" and has_trait(verb, "explaining"):
        return "entails"
    if _is_moved_in_time(verb):
        return "plans"
    if noun.dep_ == "nsubjpass":
        return effects.on_noun(verb) or effects.with_its_preposition(verb) or _of_what_follows(verb, None)
    if noun.dep_ != "nsubj":
        return effects.on_noun(verb)
    if has_trait(verb, "copula") and (word := next((c for c in verb.children if c.dep_ in PREDICATES), None)):
        return _of_what_follows(word, effects.on_noun(word))
    listed = effects.on_noun(verb) or effects.with_its_preposition(verb)
    return listed if listed == "entails" or (listed and _undergoes(noun, listed)) else None


def _is_moved_in_time(verb: Token) -> bool:
    """ "was pushed to March", "moved his visit from May to June"."""
    times = syntax.under(verb, {"to", "until"})
    return has_trait(verb, "rescheduling") and any(map(mood.is_time, times))


def _is_unmet(noun: Token) -> bool:
    """What fails without having been: "his attempt failed"; what one is spared: "escaped arrest", not "the attack"."""
    if noun.dep_ == "nsubj":
        return has_trait(noun, "attempt")
    return noun.dep_ == "dobj" and not any(child.dep_ in ("det", "poss", "nummod") for child in noun.lefts)


def _of_what_follows(word: Token, by_itself: Effect | None) -> Effect | None:
    """ "is due to begin" says of a visit what it says of its beginning, "is likely to fail" nothing."""
    following = next((child for child in word.children if child.dep_ == "xcomp" or _is_purpose(child)), None)
    if following is None:
        return by_itself
    return effects.on_clause(word) if following.lemma_ != "be" and effects.on_noun(following) == "entails" else None


def _undergoes(noun: Token, effect: Effect) -> bool:
    """Of headlines: "Visit called off", "Trip delayed"."""
    verb = noun.head
    if has_trait(verb, "falling") or any(child.dep_ == "dobj" for child in verb.children):
        return False
    return effect == "cancels" or (effect == "plans" and journeys.is_journey(noun))


def _is_indefinite(noun: Token) -> bool:
    beside = [child for child in noun.lefts if child.dep_ in ("det", "amod", "poss")]
    return not beside or any(child.lower_ in INDEFINITE for child in beside)

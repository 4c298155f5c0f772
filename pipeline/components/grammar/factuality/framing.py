"""What tells of no real event: fiction, simulations, fighting in drills, habits, and what anyone may do."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.components.grammar import cues, labels, syntax
from pipeline.components.grammar.factuality.modality import modality_words
from pipeline.components.grammar.traits import has_trait

IDENTIFYING = frozenset({"det", "nummod", "poss"})
WITHIN = frozenset({"during", "in", "within"})


def is_fictional(verb: Token) -> bool:
    """Whether the clause is told as part of fiction or of a drill: "in the novel", "during the drill, they stormed"."""
    return _in_fiction(verb) or _in_drill(verb) or _on_mock_target(verb)


def _in_fiction(verb: Token) -> bool:
    return any(
        _is_fiction(noun, modality_words().fiction) or (noun.i < verb.i and _is_fiction(noun, modality_words().screen))
        for noun in _settings(verb)
    )


def _settings(verb: Token) -> list[Token]:
    """The nouns that a clause is set in: "in the film", "during a drill", "as part of an exercise"."""
    below = [child for child in verb.children if child.dep_ == "prep" and child.lower_ in WITHIN]
    parts = [noun for noun in syntax.under(verb, {"as", "in"}) if noun.lemma_ in ("part", "course", "framework")]
    return [noun for word in (*below, *parts) for noun in _objects(word)]


def _objects(word: Token) -> list[Token]:
    return syntax.objects_of_preposition(word) if word.dep_ == "prep" else syntax.under(word, {"of"})


def _is_fiction(noun: Token, listed: frozenset[str]) -> bool:
    name = noun.lemma_.lower()
    compounds = [f"{child.lemma_.lower()} {name}" for child in noun.lefts if child.dep_ in ("amod", "compound")]
    return name in listed or any(compound in listed for compound in compounds)


def is_told_by_fiction(verb: Token) -> bool:
    """Whether what a verb governs is only imagined: "the game | lets players ...", "the novel | has Japan ..."."""
    return any(_is_fiction(noun, modality_words().fiction) for noun in syntax.subjects(verb))


def _in_drill(verb: Token) -> bool:
    if not _is_combat(verb):
        return False
    drills = [noun for noun in _settings(verb) if syntax.lemma(noun) in modality_words().drills]
    return any(noun.i < verb.i or noun.head.lower_ != "during" for noun in drills)


def _is_combat(verb: Token) -> bool:
    return has_trait(verb, "combat")


def _on_mock_target(verb: Token) -> bool:
    """ "attacked a | mock village": what is built or burned is real, what is fought is not."""
    nouns = [child for child in verb.children if child.dep_ in labels.CORE_ARGUMENTS]
    mock = (child for noun in nouns for child in noun.lefts if child.lower_ in modality_words().mock)
    return _is_combat(verb) and any(mock)


def is_habit(verb: Token) -> bool:
    """A present tense with "often", "usually" or "every year" tells of no one time."""
    if verb.tag_ not in labels.PRESENT or any(syntax.auxiliaries(verb)):
        return False
    adverbs = {child.lower_ for child in verb.children if child.dep_ == "advmod"}
    times = [child for child in verb.children if child.dep_ == "npadvmod"]
    return bool(adverbs & modality_words().habitual) or any(
        word.lower_ in ("each", "every") for time in times for word in time.lefts
    )


def is_by_anyone(verb: Token) -> bool:
    """Whether whoever does it is nobody in particular: "those | entering may be fined", "whoever | leaves"."""
    if any(child.lower_ in modality_words().whoever for child in verb.lefts if child.dep_ in labels.SUBJECTS):
        return verb.tag_ in labels.PRESENT or any(syntax.auxiliaries(verb))
    if verb.dep_ == "relcl":
        return verb.tag_ in labels.PRESENT and verb.head.lower_ in modality_words().anyone
    if verb.dep_ == "advcl" and verb.i < verb.head.i and _is_whenever(verb):
        return True
    describes = verb.dep_ == "acl" and verb.tag_ == "VBG" and not any(syntax.auxiliaries(verb))
    return describes and verb.head.dep_ in labels.SUBJECTS and _is_anyone(verb.head)


def _is_whenever(clause: Token) -> bool:
    """ "when people are laid off, there is nothing to do": a present of people of a kind, at any time."""
    first = next(syntax.auxiliaries(clause), clause)
    opened = any(child.lower_ in ("when", "whenever") for child in clause.lefts)
    subjects = [child for child in clause.lefts if child.dep_ in labels.SUBJECTS]
    return opened and first.tag_ in labels.PRESENT and bool(subjects) and all(map(_is_anyone, subjects))


def _is_anyone(noun: Token) -> bool:
    """ "anyone", "those", "Norwegians", "nurses"; not "two nurses" or "the nurses"."""
    if noun.lower_ in modality_words().anyone:
        return True
    people = noun.tag_ in labels.PLURAL and cues.can_speak(noun)
    return people and not any(child.dep_ in IDENTIFYING for child in noun.lefts)

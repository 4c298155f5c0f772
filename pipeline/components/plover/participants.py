"""Who takes part: what counts as an actor, and where actors stand around a verb or noun."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Token

from pipeline.components.grammar import datelines, labels, noun_phrases, referents, syntax
from pipeline.components.plover import wording
from pipeline.components.plover.lexicon import event_lexicon
from pipeline.components.texts import words_of_persons
from pipeline.gazetteer import countries
from pipeline.lexicons.function_words import FIRST_PERSON

MISTAKEN = frozenset({"FAC", "GPE", "ORG"})
"""What the model may take a person's name for."""
PERSONS = frozenset({"he", "she", "they", "him", "her", "them", "who", "whom"})
INNER_DEPS = ("poss", "amod", "compound", "nmod", "nummod", "prep", "agent", "appos")
INNER_PREPOSITIONS = (
    "by", "from", "with", "between", "among", "against", "of", "on", "to", "for", "about", "over", "in", "into", "at",
    "along", "near", "off", "around", "outside", "inside",
)  # fmt: skip
DOERS_THROUGH = ("by", "from", "with", "between", "among", "of")
DASHES = frozenset({"-", "\u2013"})


def is_actor(token: Token) -> bool:
    """Whether a noun names someone who can act: a person, people, a group, a body or a state."""
    if token.pos_ == "PRON":
        return token.lower_ in PERSONS or (token.tag_ != "PRP$" and referents.can_act(token))
    if _names_nobody(token):
        return False
    if _is_aged(token) or _is_one_more(token):
        return True
    if token.ent_type_ in labels.ACTORS or _names_country(token) or _names_family(token):
        return True
    if token.pos_ == "PROPN" and token.ent_type_ in ("", "FAC") and _stands_as_actor(token):
        return True
    if token.ent_type_ in ("DATE", "TIME", "MONEY", "PERCENT", "LAW", "EVENT", "WORK_OF_ART", "LANGUAGE"):
        return False
    words, lemma = event_lexicon(), token.lemma_.lower()
    actors = words.classes
    if token.ent_type_ == "CARDINAL" and lemma in actors.units and _counts_things(token):
        return False
    if any(lemma in names or token.lower_ in names for names in (actors.heads, words.people, words.bodies)):
        return token.pos_ in ("NOUN", "PROPN", "ADJ")
    if lemma in actors.units or token.pos_ == "NUM":
        return not (_counts_things(token) or _is_score(token))
    return lemma in actors.assets and any(is_name(part) for child in token.lefts for part in child.subtree)


def _names_nobody(token: Token) -> bool:
    """A sign, where a text was filed, an age, how much of something there is, how something stands."""
    if not any(map(str.isalnum, token.text)) or datelines.is_in_dateline(token):
        return True
    lemma, parts = token.lemma_.lower(), syntax.under(token, {"of"})
    if token.pos_ == "NUM":
        return _is_age(token)
    if token.pos_ != "NOUN" or not parts:
        return False
    is_condition = lemma == "state" and not any(map(is_name, parts))
    return is_condition or (lemma in event_lexicon().classes.amounts and not any(map(is_actor, parts)))


def _is_age(number: Token) -> bool:
    """ "children ages 6 and 7"."""
    first = number
    while first.dep_ == "conj" and first.head.pos_ == "NUM":
        first = first.head
    return first.i > 0 and first.nbor(-1).lower_ in ("age", "aged", "ages")


def _is_aged(token: Token) -> bool:
    """ "a 15-year-old"."""
    is_hyphenated = token.i > 0 and token.nbor(-1).text == "-"
    return is_hyphenated and token.lower_ in ("old", "olds") and token.dep_ != "amod"


def _is_one_more(token: Token) -> bool:
    """ "A fifth was shot": one more of those told before."""
    is_counted = token.ent_type_ == "ORDINAL" and any(child.lower_ == "a" for child in token.lefts)
    return is_counted and token.dep_ in labels.CORE_ARGUMENTS and not any(token.rights)


def _names_country(token: Token) -> bool:
    """ "Ivory Coast", which the model takes for a stretch of land."""
    if token.ent_type_ != "LOC" or token.pos_ != "PROPN":
        return False
    words = [part.text for part in token.lefts if part.dep_ == "compound"]
    return countries.of_name(" ".join((*words, token.text))) is not None


def _names_family(token: Token) -> bool:
    """ "the Quists", in a text that names a Quist, whatever the model takes them for."""
    if token.tag_ != "NNPS" or token.i == 0 or token.nbor(-1).lower_ != "the":
        return False
    return token.text.removesuffix("s") in words_of_persons(token.doc)


def _stands_as_actor(name: Token) -> bool:
    """A name that the model cannot place is an actor where actors stand, not where places do."""
    if name.dep_ == "pobj":
        return name.head.lower_ in ("by", "with", "against", "to", "from", "of", "between")
    return name.dep_ in ("nsubj", "nsubjpass", "dobj", "dative", "poss", "conj", "ROOT")


def _counts_things(unit: Token) -> bool:
    """ "hundreds of houses", "part"; "20" and "dozens" alone count people, where a verb of harm has them as object."""
    counted = syntax.under(unit, {"of"})
    if counted:
        return not any(is_actor(noun) or noun.lower_ in FIRST_PERSON for noun in counted)
    return unit.tag_ == "NN"


def _is_score(number: Token) -> bool:
    """ "by 81 votes to 52", "2-0"."""
    beside = number.doc[max(number.i - 1, 0) : number.i + 2]
    if any(word.text in DASHES for word in beside):
        return True
    return number.pos_ == "NUM" and number.dep_ == "pobj" and number.head.lower_ == "to"


def is_name(token: Token) -> bool:
    return token.ent_type_ in labels.ACTORS or (token.pos_ == "PROPN" and not token.ent_type_)


def is_place(token: Token) -> bool:
    return token.ent_type_ in ("GPE", "LOC", "FAC")


def is_human(token: Token) -> bool:
    """Whether it names a person, people, or a number of them: "Silva", "two miners", "40"; no state and no body."""
    if _is_aged(token) or _names_family(token):
        return True
    if token.ent_type_ in ("GPE", "ORG", "LOC", "FAC", "DATE", "TIME", "MONEY", "PERCENT"):
        return token.ent_type_ in MISTAKEN and referents.is_a(token, "person")
    if token.pos_ == "NUM":
        is_bare = not any(child.dep_ in ("prep", "npadvmod") for child in token.children)
        return (is_bare and not _is_score(token)) or _counts_people(token)
    if token.lemma_.lower() in event_lexicon().bodies:
        return _holds_office(token)
    return is_actor(token)


def _holds_office(noun: Token) -> bool:
    """ "the chief executive", where "the executive" is a body."""
    offices = event_lexicon().classes.speakers
    return any(f"{part.lower_} {noun.lemma_.lower()}" in offices for part in noun.lefts)


def _counts_people(number: Token) -> bool:
    counted = syntax.under(number, {"of"})
    return not counted or any(map(is_human, counted))


def is_target(token: Token) -> bool:
    """Whether it can be attacked: an actor, a place, or what the lexicon lists."""
    return is_actor(token) or is_place(token) or token.lemma_.lower() in event_lexicon().classes.targets


def actors_within(noun: Token, through: Sequence[str] = INNER_PREPOSITIONS) -> list[Token]:
    """The nearest actors within a noun phrase that is no actor itself: "an Indian proposal", "calls by the rulers"."""
    for child in sorted(_inner(noun), key=lambda c: _nearness(c)):
        if child.dep_ in ("prep", "agent"):
            continue
        if _same_name(child, noun) or wording.names_scene(child):
            continue
        if found := [part for part in syntax.conjuncts(child) if _names_actor(part)]:
            return found
    near = (child for child in _inner(noun) if child.lower_ in through)
    for preposition in sorted(near, key=lambda p: through.index(p.lower_)):
        if found := acting(syntax.objects_of_preposition(preposition)):
            return found
    clauses = (child for child in noun.rights if child.dep_ == "acl" and child.tag_ == "VBN")
    doers = ([agent for agent in syntax.agents(clause) if agent != noun] for clause in clauses)
    return next((found for agents in doers if (found := acting(agents))), [])


def _same_name(part: Token, noun: Token) -> bool:
    """ "Juan" of "Juan Perez" is no further actor."""
    return part.dep_ == "compound" and part.ent_type_ == noun.ent_type_ == "PERSON"


def _nearness(part: Token) -> int:
    return INNER_DEPS.index(part.dep_) if part.dep_ in INNER_DEPS else len(INNER_DEPS)


def _inner(noun: Token) -> Iterator[Token]:
    yield from (child for child in noun.children if child.dep_ in INNER_DEPS)
    for child in noun.lefts:
        if child.dep_ == "amod" and child.lower_ not in event_lexicon().classes.belonging:
            yield from (part for part in child.lefts if part.dep_ in INNER_DEPS or part.dep_ == "npadvmod")


def _names_actor(part: Token) -> bool:
    if part.dep_ in ("amod", "nummod") or (part.dep_ == "conj" and part.pos_ == "ADJ"):
        return part.ent_type_ in labels.ACTORS or countries.of_demonym(part.text) is not None
    if part.dep_ == "compound" and part.pos_ == "NOUN" and part.lemma_.lower() in event_lexicon().bodies:
        return False
    return is_actor(part)


def is_several(actor: Token) -> bool:
    """ "the leaders met", "Russia and the DPRK": more than one by number or coordination."""
    plural = "Number=Plur" in actor.morph or actor.lemma_.lower() in event_lexicon().classes.units
    return plural or is_joint(actor) or (actor.pos_ == "NUM" and actor.lower_ not in ("1", "one"))


def is_joint(actor: Token) -> bool:
    """ "Ugandan and Congolese troops" are two parties."""
    return any(child.dep_ == "conj" for part in (actor, *actor.lefts) for child in part.children)


def is_weighty(token: Token) -> bool:
    """Whether it is named, or has the power that makes what it says or settles politics."""
    if token.pos_ == "PRON":
        return False
    powers = event_lexicon().classes.powers
    before = (part for part in token.lefts if part.dep_ == "compound")
    if is_name(token) or any(part.lemma_.lower() in powers for part in (token, *before)):
        return True
    return any(is_name(part) for part in noun_phrases.wording(token))


def actors_of_phrase(noun: Token, through: Sequence[str] = INNER_PREPOSITIONS) -> list[Token]:
    """The noun itself if it is an actor, else the nearest actors within its phrase."""
    return [noun, *_beside_branch(noun)] if is_actor(noun) else actors_within(noun, through)


def _beside_branch(noun: Token) -> list[Token]:
    """ "the Oslo chapter of the Institute and the Home League": a branch is of one body, what is joined another."""
    if noun.tag_ != "NN" or noun.lemma_.lower() not in event_lexicon().classes.branches:
        return []
    return [body for body in syntax.under(noun, {"of"})[1:] if body.ent_type_ == "ORG"]


def acting(nouns: Iterable[Token], through: Sequence[str] = INNER_PREPOSITIONS) -> list[Token]:
    return distinct(actor for noun in nouns for actor in actors_of_phrase(noun, through))


def doing(nouns: Iterable[Token]) -> list[Token]:
    """Who does it: where something happens is not who does it, as in "a dog in Leeds"."""
    return acting(nouns, DOERS_THROUGH)


def distinct(tokens: Iterable[Token]) -> list[Token]:
    return list(dict.fromkeys(tokens))

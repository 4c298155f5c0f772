"""Who does what in a dependency parse: the questions every extraction component asks.

All functions take tokens of a parsed Doc (ClearNLP labels, as in the English spaCy models) and return tokens.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Iterator
from functools import lru_cache

from spacy import symbols
from spacy.tokens import Token

from pipeline.components.grammar import labels
from pipeline.lexicons.function_words import (
    ADVERBIAL_NOUNS,
    RELATIVE_PRONOUNS,
)
from pipeline.lexicons.predicates import predicates

AUXILIARY = (symbols.aux, symbols.auxpass)
VERBAL = (symbols.VERB, symbols.AUX)
REMEMBERED = 8192
"""Words whose mended lemma is remembered."""
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
OWN_ARGUMENTS = frozenset({"csubj", "dobj", "expl", "nsubj"})
COMPLETING = frozenset({"ccomp", "oprd", "xcomp"})
CONTROLLED = frozenset({"xcomp", "advcl", "conj", "ccomp"})
AIMED = frozenset({"across", "at", "through", "towards"})
ARTICLES = frozenset({"a", "an", "the"})
WAS = frozenset({"was", "were"})
RELATIVE_TAGS = frozenset({"WDT", "WP", "WP$", "WRB"})
UNDOUBLED = re.compile(r"[^aeiou]*[aeiou][bcdfghjklmnprstvz]")


def lemma(token: Token) -> str:
    """The lemma in lower case; the model's "stag" for "staged" and "taxis" for "taxes" are mended.

    "Stag" would double its last letter, "stagged".
    """
    return _mended(token.lemma_, token.lower_, token.tag_)


@lru_cache(maxsize=REMEMBERED)
def _mended(lemmatized: str, written: str, tag: str) -> str:
    word = lemmatized.lower()
    if written.endswith("taxes"):
        return word.replace("taxis", "tax")
    if tag != "NNS" and UNDOUBLED.fullmatch(word) and written in (f"{word}ed", f"{word}es", f"{word}ing"):
        return f"{word}e"
    return word


def conjuncts(token: Token) -> list[Token]:
    """The token and what is coordinated with it: "Blinken and Austin" gives both."""
    found = [token]
    for child in token.children:
        if child.dep_ == "conj":
            found.extend(conjuncts(child))
    return found


def subjects(verb: Token) -> list[Token]:
    """Who the verb is said of, control, coordination and relative clauses resolved; empty if the clause has none."""
    own = [child for child in verb.lefts if child.dep_ in labels.SUBJECTS]
    own = own or [child for child in verb.rights if child.dep_ in labels.SUBJECTS]
    if own:
        return [noun for subject in own for noun in conjuncts(antecedent(subject))]
    if verb.dep_ in labels.ADNOMINAL_CLAUSES:
        return conjuncts(verb.head)
    if verb.dep_ == "xcomp" and (controller := object_controller(verb)):
        return conjuncts(controller)
    above = clause_above(verb)
    found = subjects(above) if above is not None else []
    farther = above.head if above is not None and above.dep_ in labels.ASIDES and verb.dep_ == "conj" else None
    return subjects(farther) if farther is not None and not _agrees(verb, found) else found


def _agrees(verb: Token, found: list[Token]) -> bool:
    """Whether a subject fits the finite form in number: not "who left when | Mugabe fell and | are returning"."""
    finite = next((t for t in (*auxiliaries(verb), verb) if t.tag_ in labels.PRESENT or t.lower_ in WAS), None)
    if finite is None or not found:
        return True
    plural = len(found) > 1 or found[0].tag_ in labels.PLURAL or found[0].pos_ == "PRON"
    singular = len(found) == 1 and found[0].tag_ in labels.SINGULAR and found[0].pos_ != "PRON"
    return singular if finite.tag_ == "VBZ" or finite.lower_ == "was" else plural


def clause_above(verb: Token) -> Token | None:
    """The verb whose subject a clause without its own shares: "is due to leave", "before leaving, she said"."""
    head = verb.head
    if verb.dep_ == "ccomp" and (before := _complement_before(verb)) is not None:
        return before
    if verb.dep_ == "pcomp" or (verb.dep_ in CONTROLLED and head.dep_ == "acomp"):
        head = head.head
    elif verb.dep_ not in CONTROLLED:
        return None
    return head if head.pos_ in labels.VERBAL and head != verb else None


def _complement_before(verb: Token) -> Token | None:
    """ "said the army had closed roads, | shut ports and cut lines", where the parse takes two for complements."""
    before = (child for child in verb.head.rights if child.i < verb.i and child.dep_ == "ccomp")
    return next(before, None) if verb.tag_ in labels.PAST else None


def object_controller(verb: Token) -> Token | None:
    """The object that does the embedded verb: "urged Israel to halt", not "used an app to rally crowds" or "took an
    hour to win"."""
    if "subject_control" in predicates().of(lemma(verb.head)).traits:
        return None
    objects = (child for child in verb.head.children if child.dep_ in ("dobj", "dative") and child.i < verb.i)
    return next((child for child in objects if child.ent_type_ not in labels.TIMES), None)


def antecedent(token: Token) -> Token:
    """What a relative pronoun stands for, or the token itself."""
    if token.lower_ in RELATIVE_PRONOUNS:
        clause = next((a for a in (token, *token.ancestors) if a.dep_ == "relcl"), None)
        if clause is not None and clause.head.i < token.i:
            return clause.head
    return token


def is_passive(verb: Token) -> bool:
    """Passive by form, in a headline without it, or as the verb above: "was arrested and charged", "Clerk charged"."""
    if any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children) or is_headline_passive(verb):
        return True
    if verb.dep_ != "conj" or verb.tag_ not in labels.PAST or not is_passive(verb.head):
        return False
    return not any(child.dep_ in ("nsubj", "dobj", "aux") for child in verb.children)


def is_headline_passive(verb: Token) -> bool:
    """ "Clerk charged with theft", not "police charged at the crowd", in a text's first sentence: no helping verb.

    The model takes some for a past: nobody "booked" without an object. Headlines leave out "the".
    """
    if verb.dep_ != "ROOT" or verb.sent.start > 0 or verb.tag_ not in labels.PAST:
        return False
    told = {child.dep_ for child in verb.children if child.dep_ not in ("dobj", "oprd") or child.pos_ != "ADJ"}
    aimed = any(child.lower_ in AIMED for child in verb.rights)
    if "nsubj" not in told or aimed or not told.isdisjoint(("aux", "ccomp", "dobj")):
        return False
    if verb.tag_ == "VBN":
        return True
    is_prose = any(part.lower_ == "the" for child in verb.lefts for part in child.lefts)
    return not is_prose and "oprd" not in told and "transitive" in predicates().verb(lemma(verb)).traits


def is_participle(verb: Token) -> bool:
    """A past participle that describes a noun: "arms | sent to Mali", not "the claim that they had | sent arms".

    So does one beside a clause: "| Accused of spying, he fled", "said when | asked", "was found | stabbed".
    """
    if verb.tag_ != "VBN" or any(auxiliaries(verb)):
        return False
    if verb.dep_ in COMPLETING and is_passive(verb.head):
        return not any(child.dep_ in OWN_ARGUMENTS for child in verb.children)
    return verb.dep_ == "acl" or (verb.dep_ == "advcl" and not any(c.dep_ in OWN_ARGUMENTS for c in verb.children))


def is_undergone(verb: Token) -> bool:
    """Whether a verb is said of whom it is done to: a passive, or a participle that describes them."""
    return is_passive(verb) or is_participle(verb)


def agents(verb: Token) -> list[Token]:
    """Who does it: subjects of an active verb, the by-phrase of a passive or of a past participle."""
    if is_undergone(verb):
        own = [noun for agent in verb.children if agent.dep_ == "agent" for noun in objects_of_preposition(agent)]
        return own or _agents_of_conjunct(verb)
    return subjects(verb)


def _agents_of_conjunct(verb: Token) -> list[Token]:
    """ "was shot and killed by an officer": the by-phrase at the end is of both."""
    joined = (c for c in verb.children if c.dep_ == "conj" and c.tag_ == "VBN")
    later = (c for c in joined if is_passive(c) and not any(auxiliaries(c)))
    return next((agents(conjunct) for conjunct in later), [])


def patients(verb: Token) -> list[Token]:
    """Whom it is done to: objects of an active verb, subjects of a passive."""
    if is_undergone(verb):
        return subjects(verb)
    own = [noun for child in verb.children if child.dep_ in ("dobj", "dative") for noun in conjuncts(antecedent(child))]
    return own or _relative_object(verb)


def _relative_object(verb: Token) -> list[Token]:
    """The object that a clause without a relative pronoun leaves out: "the curfew | it imposed"."""
    if verb.dep_ != "relcl" or verb.head.ent_type_ in labels.TIMES or verb.head.lemma_ in ADVERBIAL_NOUNS:
        return []
    subject = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    if subject is None or antecedent(subject) != subject or any(map(_fills_gap, verb.children)):
        return []
    if any(part.tag_ == "WP$" for part in subject.lefts):
        return []
    return [verb.head]


def _fills_gap(child: Token) -> bool:
    """Whether what was left out stands elsewhere: a clause, an adverb that relates, a stranded preposition."""
    if child.dep_ in ("ccomp", "xcomp", "attr", "acomp", "oprd", "nsubjpass", "auxpass"):
        return True
    if child.dep_ == "prep":
        return not any(True for _ in child.rights) or any(word.tag_ in RELATIVE_TAGS for word in child.children)
    return child.tag_ in RELATIVE_TAGS


def objects_of_preposition(preposition: Token) -> list[Token]:
    return [noun for child in preposition.children if child.dep_ == "pobj" for noun in conjuncts(child)]


def under(head: Token, prepositions: Collection[str]) -> list[Token]:
    """Objects of the given prepositions right under a verb or noun: ``under(met, {"with"})``."""
    return [
        noun
        for child in head.children
        if child.dep_ in ("prep", "agent", "dative") and child.lower_ in prepositions
        for noun in objects_of_preposition(child)
    ]


def possessors(noun: Token) -> list[Token]:
    """Whose it is: "Kim's visit"."""
    return [owner for child in noun.children if child.dep_ == "poss" for owner in conjuncts(child)]


def auxiliaries(verb: Token) -> Iterator[Token]:
    return (child for child in verb.children if child.dep in AUXILIARY)


def governing_verb(token: Token) -> Token | None:
    """The nearest verb above a token, or the token itself if it is one."""
    above = itertools.chain((token,), token.ancestors)
    return next((t for t in above if t.pos in VERBAL and t.dep not in AUXILIARY), None)


def is_negated(verb: Token) -> bool:
    """ "did not go", "would no longer go"."""
    return any(child.dep_ == "neg" or _is_no_longer(child) for child in verb.children)


def _is_no_longer(adverb: Token) -> bool:
    return adverb.lower_ in ("longer", "more") and any(child.lower_ == "no" for child in adverb.children)

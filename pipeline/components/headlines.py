"""The main verb of a headline that has no finite one: "Dealer | arrested in bust", "Police | hunting robber".

The parser takes it for a clause that describes the noun before it, so that the deed would count as a mere aside.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from pipeline.components.grammar import labels, syntax
from pipeline.components.grammar.vocabulary import nouns

NAME = "dateline_headlines"
FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})


@Language.component(NAME)
def headlines(doc: Doc) -> Doc:
    title = next(doc.sents, None)
    if title is not None and (verb := main_verb(title)) is not None:
        promote(verb)
    return doc


def main_verb(title: Span) -> Token | None:
    """The last participle or infinitive behind the noun that heads a first sentence without article and finite verb."""
    noun = title.root
    if noun.tag_ not in labels.SINGULAR | labels.PLURAL or any(word.tag_ in FINITE for word in title):
        return None
    if any(child.lower_ in syntax.ARTICLES for child in noun.lefts):
        return None
    clauses = (child for child in noun.rights if child.dep_ in labels.ADNOMINAL_CLAUSES)
    return next((verb for verb in reversed(list(clauses)) if _is_predicate_of(verb, noun)), None)


def _is_predicate_of(verb: Token, noun: Token) -> bool:
    """ "Dealer arrested", "Lima to host talks" and "Police hunting robber", not "Bill banning nets"."""
    if verb.tag_ == "VBN":
        return True
    if verb.tag_ == "VB":
        return any(child.tag_ == "TO" for child in verb.lefts)
    return verb.tag_ == "VBG" and _can_act(noun)


def _can_act(noun: Token) -> bool:
    words = nouns()
    return noun.ent_type_ in labels.ACTORS or noun.lemma_.lower() in words.person | words.group | words.organization


def promote(verb: Token) -> None:
    """Make the verb the main one and the noun its subject; what hangs on the noun behind the verb is the verb's."""
    noun = verb.head
    behind = [child for child in noun.rights if child.i > verb.i]
    verb.head, verb.dep_ = verb, "ROOT"
    noun.head, noun.dep_ = verb, "nsubjpass" if verb.tag_ == "VBN" else "nsubj"
    for child in behind:
        child.head = verb

"""Time expressions of a Doc: what ``pipeline.dates`` recognises, with the tense that the parse gives each."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Iterator, Mapping

from spacy.language import Language
from spacy.tokens import Doc, Token

from pipeline import dates
from pipeline.components import slots
from pipeline.components.grammar import syntax
from pipeline.components.grammar.factuality import effects
from pipeline.domain import Tense, TimeExpression

NAME = "dateline_timexes"
UNTIL = frozenset({"by", "till", "until"})
WILL = syntax.FUTURE_AUXILIARIES - {"would"}
CALLED = frozenset({"announce", "call", "convene", "declare", "schedule", "set"})
"""Verbs whose object is still to come on a day named with "for": "called a strike for Friday"."""
INFINITIVE_OF_NOUN = frozenset({"ROOT", "acl", "relcl"})


@Language.component(NAME)
def timexes(doc: Doc) -> Doc:
    slots.EXPRESSIONS.write(doc, find(doc))
    return doc


class Tags(Mapping[int, str]):
    """Penn Treebank tags of a Doc by the offset of their word, looked up when asked for."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.offsets = doc.to_array("IDX")

    def token(self, offset: int) -> Token:
        """The token at a character; the one before it where that is none of a token's."""
        return self.doc[max(0, int(self.offsets.searchsorted(offset, side="right")) - 1)]

    def __getitem__(self, offset: int) -> str:
        return self.token(offset).tag_

    def __iter__(self) -> Iterator[int]:
        return iter(self.offsets.tolist())

    def __len__(self) -> int:
        return len(self.doc)


def find(doc: Doc) -> list[TimeExpression]:
    """Time expressions with the tense of their clause and the offset of their sentence."""
    text, tags = doc.text, Tags(doc)
    starts = [sentence.start_char for sentence in doc.sents]
    return [
        TimeExpression(
            found.start,
            found.end,
            text[found.start : found.end],
            found.type,
            found.value,
            found.mod,
            tense(tags.token(found.start)),
            starts[bisect_right(starts, found.start) - 1],
        )
        for found in dates.recognise(text, tags)
    ]


def tense(anchor: Token) -> Tense | None:
    """Tense of the clause a time expression stands in; None if no verb governs it.

    What is planned for a day, or lasts until it, looks ahead unless it is over; a participle without auxiliary ("plans
    announced in June") looks back.
    """
    verb = syntax.governing_verb(anchor)
    if verb is None:
        return None
    preposition = preposition_above(anchor)
    if planned_for(anchor, verb) or looks_ahead(verb, preposition):
        return "future"
    if preposition == "since" or any(helper.lemma_ == "have" for helper in syntax.auxiliaries(verb)):
        return "past"
    if verb.tag_ == "VBN" and not any(syntax.auxiliaries(verb)):
        return "past"
    found = syntax.tense(verb)
    return "future" if found == "future" else "past" if found == "past" else "present"


def preposition_above(anchor: Token) -> str:
    return next((above.lower_ for above in anchor.ancestors if above.dep_ == "prep"), "")


def planned_for(anchor: Token, verb: Token) -> bool:
    """ "the election set for June", "a hearing due in April", whatever became of them."""
    between = itertools.takewhile(lambda above: above != verb, anchor.ancestors)
    return any(above.tag_ in ("JJ", "VBN") and effects.on_clause(above) == "plans" for above in between)


def looks_ahead(verb: Token, preposition: str) -> bool:
    """ "until Friday", "set for Friday", "may meet on Friday", "due to meet on Friday", "talks to be held Friday"."""
    if preposition in UNTIL:
        return not is_over(verb)
    if preposition == "for" and (effects.on_clause(verb) == "plans" or syntax.lemma(verb) in CALLED):
        return True
    if any(child.lower_ == "for" for child in verb.children) and effects.with_preposition(verb, "for") == "wishes":
        return True
    helpers = list(syntax.auxiliaries(verb))
    if any(helper.lower_ in WILL for helper in helpers):
        return True
    if any(helper.tag_ == "MD" for helper in helpers):
        return all(helper.lemma_ != "have" for helper in helpers)
    if not any(child.tag_ == "TO" for child in verb.lefts):
        return False
    return verb.dep_ in INFINITIVE_OF_NOUN or effects.on_clause(verb.head) == "plans"


def is_over(verb: Token) -> bool:
    """Whether a clause is in the simple past."""
    return any(token.tag_ == "VBD" for token in (verb, *syntax.auxiliaries(verb)))

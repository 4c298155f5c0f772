"""What stands behind a quotation belongs to the verb that quotes it: 'said "it is over" | and flew to Rome'.

The parser joins such words to the last clause it saw, inside the quotation marks. Every reader of the parse would then
take the speaker's own deed for something said, and its subject for that of the quoted clause.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Token

from pipeline.components.grammar import labels
from pipeline.components.grammar.quotations import Quotation, quotations

NAME = "dateline_quoted_clauses"
NARRATION = frozenset({"advcl", "advmod", "cc", "conj", "npadvmod", "prep"})
JOINED = frozenset({"cc", "conj"})
STOPS = frozenset({",", ".", "!", "?", "…", "..."})


@Language.component(NAME)
def quoted_clauses(doc: Doc) -> Doc:
    for quote in quotations(doc):
        governor = quoting_verb(doc, quote)
        if governor is not None:
            release(doc, quote, governor)
    return doc


def quoting_verb(doc: Doc, quote: Quotation) -> Token | None:
    """The verb before a quotation whose complement is a whole clause between the marks; None for quoted phrases."""
    inside = range(quote.first, quote.last + 1)
    for token in doc[quote.first : quote.last + 1]:
        if token.dep_ == "ccomp" and token.head.i < quote.first and token.head.pos_ in labels.VERBAL:
            begins = next((t.i for t in token.subtree if t.dep_ != "mark"), token.i)
            return token.head if begins in inside or doc[begins].is_quote else None
    return None


def release(doc: Doc, quote: Quotation, governor: Token) -> None:
    """Hang what follows the closing mark on the quoting verb instead of on a word between the marks.

    Without a stop before the mark a phrase may go on with what is quoted ('"we fight on" in the north'), but not a
    finite verb.
    """
    ended = doc[quote.last - 1].text in STOPS
    for token in doc[quote.last + 1 : governor.sent.end]:
        if not quote.first <= token.head.i <= quote.last:
            continue
        if token.dep_ in (NARRATION if ended else JOINED) and _is_outside_quotation(token):
            token.head = governor


def _is_outside_quotation(token: Token) -> bool:
    """A finite verb, the conjunction before one, or an adjunct; not one more noun: 'called it "a lie" and a trick'."""
    verb = token
    if token.dep_ == "cc":
        verb = next((child for child in token.head.children if child.dep_ == "conj" and child.i > token.i), token)
    return verb.dep_ not in JOINED or "VerbForm=Fin" in verb.morph

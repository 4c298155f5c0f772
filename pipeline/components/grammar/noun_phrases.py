"""The words of a noun phrase: those of its head, and those that one would quote."""

from __future__ import annotations

from spacy.tokens import Span, Token

from pipeline.components.grammar import labels
from pipeline.components.grammar.traits import has_trait

HYPHEN = "-"
OUTSIDE_PHRASE = frozenset({"relcl", "acl", "appos", "conj", "cc", "punct", "advcl", "parataxis", "ccomp"})


def phrase(head: Token) -> Span:
    """The noun phrase of a head without relative clauses, appositions and further conjuncts."""
    left = min((t.i for child in head.lefts if child.dep_ not in OUTSIDE_PHRASE for t in child.subtree), default=head.i)
    right = head.i
    for child in head.rights:
        if child.dep_ in OUTSIDE_PHRASE:
            break
        right = max(right, child.right_edge.i)
    first = head.doc[left + 1] if _is_foreign(head.doc[left]) and left < head.i else head.doc[left]
    return head.doc[_whole_word(first) : right + 1]


def _is_foreign(word: Token) -> bool:
    """A particle of the verb ("handed | over 12 men"), or the link of a relative clause ("a man | whose cousin")."""
    return word.tag_ in ("RP", "WP$")


def _whole_word(part: Token) -> int:
    """The first token of a hyphenated word that the parse may part: "Congo" of "Congo-Brazzaville's"."""
    first = part.i
    while (
        first and (HYPHEN in (part.doc[first].text, part.doc[first - 1].text)) and not part.doc[first - 1].whitespace_
    ):
        first -= 1
    return first


def wording(head: Token) -> Span:
    """The noun phrase of a head as one would quote it: with "of" and named places, without what else follows."""
    whole = phrase(head)
    right = head.i
    for child in head.rights:
        if child.dep_ == "appos" and child.left_edge.i == right + 1:
            return head.doc[whole.start : wording(child).end]
        if child.i > whole.end - 1 or child.dep_ not in ("prep", "punct", "nummod", "compound"):
            break
        if child.dep_ == "prep" and not _belongs(child):
            break
        if child.dep_ != "punct":
            right = child.right_edge.i if child.dep_ != "prep" else _quoted_end(child)
    return head.doc[whole.start : right + 1]


def _belongs(preposition: Token) -> bool:
    if preposition.lower_ == "of":
        return not is_charge(preposition)
    if preposition.lower_ != "from" and preposition.head.ent_type_ == "PERSON":
        return False
    if preposition.lower_ not in ("from", "in", "at"):
        return False
    return any(part.ent_type_ for noun in preposition.children for part in (noun, *noun.lefts))


def is_charge(preposition: Token) -> bool:
    """ "acquitted the sheriff of fraud": of the verb, where the parser takes it for the noun's."""
    noun = preposition.head
    if preposition.lower_ != "of":
        return False
    return noun.dep_ in labels.UNDERGOERS and has_trait(noun.head, "charging")


def _quoted_end(preposition: Token) -> int:
    nouns = [child for child in preposition.children if child.dep_ == "pobj"]
    return max((wording(noun).end - 1 for noun in nouns), default=preposition.i)

"""Which entries of the lexicon a verb or noun of the text can be."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from pipeline.components import syntax
from pipeline.components.plover.lexicon import Matter, Phrased, lexicon

PHRASE_DEPS = frozenset({"prt", "prep", "dobj", "acomp", "advmod", "oprd", "dative", "attr", "npadvmod", "agent"})


def entries(verb: Token, index: dict[str, tuple[Phrased, ...]]) -> list[Phrased]:
    """Entries whose further words stand under the verb, those with most words first."""
    listed = index.get(verb.lemma_.lower(), ())
    if not listed:
        return []
    near = reach(verb) if any(entry.rest for entry in listed) else frozenset()
    return sorted((entry for entry in listed if near.issuperset(entry.rest)), key=lambda entry: -len(entry.rest))


def reach(verb: Token) -> frozenset[str]:
    """Lemmas of particles, prepositions and objects right under a verb, and of objects of those prepositions."""
    near = [child for child in verb.children if child.dep_ in PHRASE_DEPS]
    near += [noun for child in near if child.dep_ == "prep" for noun in child.children if noun.dep_ in ("pobj", "prep")]
    return frozenset(word for token in near for word in (token.lemma_.lower(), token.lower_))


def objects(verb: Token, rest: tuple[str, ...]) -> list[Token]:
    """What the verb is done to: objects of its last preposition, else its own objects, or the subjects of a passive."""
    named = syntax.under(verb, rest[-1:]) if rest else []
    return named or syntax.patients(verb)


def matters(noun: Token) -> tuple[Matter, ...]:
    """Classes of a noun, by its compound first, then by itself; a shell ("series of") opens to its content."""
    words = lexicon()
    lemma = noun.lemma_.lower()
    before = [child for child in noun.lefts if child.dep_ in ("compound", "amod", "nmod", "poss")]
    compounds = [f"{child.lower_} {lemma}" for child in before] + [
        f"{child.lemma_.lower()} {lemma}" for child in before
    ]
    if any(compound in words.idioms.compounds for compound in compounds):
        return ()
    for name in (*compounds, *_with_of(noun, lemma), lemma):
        if name in words.matters:
            return words.matters[name]
    if lemma in words.idioms.shells:
        inside = [*syntax.under(noun, {"of", "for", "in"}), *(c for c in before if c.pos_ in ("NOUN", "PROPN", "VERB"))]
        return next((found for content in inside if content.i != noun.i and (found := matters(content))), ())
    return ()


def _with_of(noun: Token, lemma: str) -> Iterator[str]:
    for content in syntax.under(noun, {"of"}):
        yield f"{lemma} of {content.lemma_.lower()}"
        yield f"{lemma} of {content.lower_}"


def done(noun: Token) -> Iterator[tuple[str, Token]]:
    """What a nominalisation says is done to which matter: "suspension of air links" -> end, links."""
    for doing in lexicon().doing_nouns.get(noun.lemma_.lower(), ()):
        compounds = [child for child in noun.lefts if child.dep_ == "compound"]
        for content in [*syntax.under(noun, {"of", "in", "on", "to", "for"}), *compounds]:
            yield doing, content
